import assert from "node:assert/strict";
import { test } from "node:test";
import type { CriterionFigure } from "../../lib/api/team.ts";
import { gradeOfShare, skillsOf } from "../../lib/team/skills.ts";

const criterion = (id: string, points: number) => ({ id, title: id, points, check: "", observable: true });
const RUBRIC = {
  id: "inside_sales",
  categories: [
    { id: "opening", title: "Opening", points: 4, criteria: [criterion("greeting", 4)] },
    {
      id: "discovery",
      title: "Discovery",
      points: 8,
      criteria: [criterion("safety", 2), criterion("need", 6)],
    },
    { id: "close", title: "Close", points: 5, criteria: [criterion("visit", 5)] },
  ],
};
const figure = (id: string, share: number, lost: number): CriterionFigure => ({
  rubric_id: "inside_sales",
  criterion: id,
  title: id,
  calls: 3,
  share,
  lost_points: lost,
});

test("criteria are joined into the categories of their rubric, the costliest first", () => {
  const skills = skillsOf(
    [figure("safety", 1, 0), figure("greeting", 0.75, 1), figure("need", 0.5, 3)],
    [RUBRIC],
  );
  assert.deepEqual(
    skills.map((one) => one.title),
    ["Discovery", "Opening"],
  );
  const [discovery] = skills;
  assert.equal(discovery?.share, 0.625); // five of eight points, not the mean of two shares
  assert.equal(discovery?.lostPoints, 3);
  assert.deepEqual(
    discovery?.criteria.map((one) => one.criterion),
    ["need", "safety"],
  );
});

test("what few calls gave occasion for weighs as few calls", () => {
  const seldom = { ...figure("safety", 0, 2), calls: 1 };
  const [discovery] = skillsOf([seldom, figure("need", 1, 0)], [RUBRIC]);
  assert.equal(discovery?.share, 18 / 20); // six points on three calls, and none of two points on one
  assert.equal(discovery?.calls, 3);
  assert.equal(discovery?.lostPoints, 2 / 3);
  assert.equal(discovery?.criteria[0]?.lost_points, 2 / 3);
});

test("a criterion of another rubric, or of none that is installed, is in no skill", () => {
  const stranger = { ...figure("need", 0, 6), rubric_id: "outside_sales" };
  assert.deepEqual(skillsOf([stranger, figure("gone", 0, 6)], [RUBRIC]), []);
});

test("a share has one of three colours", () => {
  assert.deepEqual([0, 0.39, 0.4, 0.69, 0.7, 1].map(gradeOfShare), [
    "bad",
    "bad",
    "warn",
    "warn",
    "good",
    "good",
  ]);
});
