import assert from "node:assert/strict";
import { test } from "node:test";
import type { CriterionResult, Report } from "../../lib/api/report.ts";
import { lostAt } from "../../lib/brief/lost.ts";

const criterion = (id: string, points: number | null, turn: number | null, more: string | null = "More.") =>
  ({
    id,
    points,
    max_points: 4,
    next_level_check: more,
    turn: turn ?? 0,
    evidence: turn === null ? [] : [{ turn, quote: "", start: 0, end: 1, at_ms: 0 }],
  }) as unknown as CriterionResult;
const report = (...criteria: CriterionResult[]): Pick<Report, "categories"> => ({
  categories: [{ id: "opening", title: "Opening", points: 0, max_points: 4, criteria }],
});

test("what a turn's words could have earned is told, the largest loss first", () => {
  const lost = lostAt(report(criterion("name", 2, 0), criterion("agency", 1, 0), criterion("need", 0, 2)), 0);
  assert.deepEqual(
    lost.map((one) => one.id),
    ["agency", "name"],
  );
});

test("what the rep came for stands first, also where it was not said at all", () => {
  const all = report(criterion("agency", 0, 0), criterion("unsaid", 2, null), criterion("elsewhere", 0, 2));
  const told = (wanted: string) => lostAt(all, 0, wanted).map((one) => one.id);
  assert.deepEqual(told("unsaid"), ["unsaid", "agency"]);
  assert.deepEqual(told("elsewhere"), ["agency"]);
});

test("what was whole, not observed, or has no higher level is no loss", () => {
  const whole = [
    criterion("whole", 4, 0, null),
    criterion("unseen", null, 0),
    criterion("unquoted", 0, null),
  ];
  assert.deepEqual(lostAt(report(...whole), 0), []);
});
