import assert from "node:assert/strict";
import { test } from "node:test";
import type { SkillGrid, Standing } from "../../lib/api/team.ts";
import { clearlyBelow, weakestOf } from "../../lib/team/weak.ts";

const row = (name: string, mean: number | null, plus_minus: number | null = 5) => ({
  name,
  href: `/${name}`,
  figure: mean === null ? null : { calls: 4, mean, plus_minus, pass_share: 0 },
});
const names = (...rows: ReturnType<typeof row>[]) => weakestOf(rows).map((one) => one.name);

test("the weakest is named alone where the next is clearly better", () => {
  assert.deepEqual(names(row("tom", 20), row("ann", 40), row("sam", null)), ["tom"]);
});

test("whoever overlaps with the weakest is named beside them", () => {
  assert.deepEqual(names(row("tom", 20), row("miguel", 28), row("ann", 60)), ["tom", "miguel"]);
});

test("whoever may be as good as the others is not named beside the weakest", () => {
  assert.deepEqual(names(row("tom", 20), row("new", 38, 18), row("ann", 45), row("sam", 60)), ["tom"]);
});

test("nobody is named where nobody can be told apart", () => {
  assert.deepEqual(names(row("tom", 20), row("ann", 28)), []);
  assert.deepEqual(names(row("tom", 20)), []);
  assert.deepEqual(names(row("sam", null)), []);
  assert.deepEqual(names(row("a", 20), row("b", 21), row("c", 22), row("d", 23), row("e", 90)), []);
});

test("means without an error bar are taken as they are", () => {
  assert.deepEqual(names(row("tom", 20, null), row("ann", 21, null)), ["tom"]);
});

const grid = (rows: Record<string, (Standing | null)[]>): SkillGrid => ({
  rubric_id: "inside_sales",
  skills: [],
  rows: Object.entries(rows).map(([group, standings]) => ({
    group,
    calls: 4,
    share: 0.4,
    cells: standings.map((standing) => standing && { skill: "close", calls: 4, share: 0.4, standing }),
  })),
});

test("who is clearly below in the most skills is named, over both kinds of calls", () => {
  const inquiries = grid({ tom: ["below", "below", "unclear"], ann: ["below", "above", null] });
  const referrals = grid({ tom: ["unclear"], ann: ["below"], sam: ["below"] });
  assert.deepEqual(
    clearlyBelow([inquiries, referrals]),
    [
      { group: "tom", below: 2, of: 4 },
      { group: "ann", below: 2, of: 3 },
    ].toSorted((a, b) => a.of - b.of),
  );
});

test("one skill may be chance, and more than three are not named", () => {
  assert.deepEqual(clearlyBelow([grid({ tom: ["below", "above"], ann: ["unclear"] })]), []);
  const four = grid(Object.fromEntries("abcd".split("").map((name) => [name, ["below", "below"]])));
  assert.equal(clearlyBelow([four]).length, 3);
});
