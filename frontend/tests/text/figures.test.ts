import assert from "node:assert/strict";
import { test } from "node:test";
import { placeName, repName, trendWords, withError } from "../../lib/text/figures.ts";

test("a mean is read with its error, when that is known", () => {
  const figure = { calls: 4, mean: 62.44, plus_minus: 5.2, pass_share: 0.25 };
  assert.equal(withError(figure), "62.4 ± 5");
  assert.equal(withError({ ...figure, plus_minus: null }), "62.4");
});

test("a trend is a word, and points with their error only when they are clear", () => {
  assert.equal(trendWords(null), "too few calls");
  assert.equal(trendWords({ change: 9, plus_minus: 12, word: "unclear" }), "no clear change");
  assert.equal(trendWords({ change: 6.04, plus_minus: 2, word: "better" }), "+6 ± 2 better");
  assert.equal(trendWords({ change: -4.2, plus_minus: 2, word: "worse" }), "−4.2 ± 2 worse");
});

test("places and reps have names", () => {
  assert.equal(placeName("omaha_west"), "Omaha west");
  assert.equal(repName({ name: "Dana", rep_id: "rep_00000000000000000abc" }), "Dana");
  assert.equal(repName({ name: "", rep_id: "rep_00000000000000000abc" }), "Rep 0abc");
});
