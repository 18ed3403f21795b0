import assert from "node:assert/strict";
import { test } from "node:test";
import { passLine } from "../../lib/team/pass-line.ts";

const inside = { id: "inside_sales", pass_score: 70 };
const outside = { id: "outside_sales", pass_score: 75 };

test("the mark of the rubric that graded, whatever else is installed", () => {
  assert.equal(passLine([{ rubric_id: "outside_sales" }], [inside, outside]), 75);
});

test("no line where the rubrics that graded have different marks", () => {
  const graded = [{ rubric_id: "inside_sales" }, { rubric_id: "outside_sales" }];
  assert.equal(passLine(graded, [inside, outside]), null);
  assert.equal(passLine(graded, [inside, { ...outside, pass_score: 70 }]), 70);
});

test("while nothing is graded, the mark that all rubrics share", () => {
  assert.equal(passLine([], [inside]), 70);
  assert.equal(passLine([], []), null);
});
