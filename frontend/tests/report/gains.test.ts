import assert from "node:assert/strict";
import { test } from "node:test";
import type { CriterionCompared } from "../../lib/api/report.ts";
import { cameTo, gainsAndLosses } from "../../lib/report/gains.ts";

const compared = (id: string, before: number | null, after: number | null) =>
  ({ id, before: { points: before }, after: { points: after } }) as unknown as CriterionCompared;

test("gains and losses stand apart, the largest first", () => {
  const { gained, lost } = gainsAndLosses([
    compared("much", 0, 4),
    compared("little", 2, 3),
    compared("worse", 4, 2),
    compared("worst", 5, 0),
  ]);
  assert.deepEqual(
    [gained.map((one) => one.id), lost.map((one) => one.id)],
    [
      ["much", "little"],
      ["worst", "worse"],
    ],
  );
});

test("what one of the calls gave no occasion for is neither", () => {
  assert.deepEqual(gainsAndLosses([compared("new", null, 4), compared("gone", 4, null)]), {
    gained: [],
    lost: [],
  });
});

test("a retake did not come to what nothing was said to since the moment", () => {
  const said = (id: string, before: number, after: number, ...turns: number[]) =>
    ({
      id,
      before: { points: before },
      after: { points: after, evidence: turns.map((turn) => ({ turn })) },
    }) as unknown as CriterionCompared;
  const criteria = [
    said("better", 0, 5, 6),
    said("before", 4, 2, 2),
    said("worse", 4, 2, 2, 6),
    said("never", 3, 0),
  ];
  const { came, left } = cameTo({ turn: 4, criteria });
  assert.deepEqual(
    came.map((one) => one.id),
    ["better", "worse"],
  );
  assert.deepEqual(
    left.map((one) => one.id),
    ["before", "never"],
  );
});
