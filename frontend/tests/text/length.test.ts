import assert from "node:assert/strict";
import { test } from "node:test";
import { tooLong } from "../../lib/text/length.ts";

test("what fits, to the last character, says nothing", () => {
  assert.equal(tooLong("x".repeat(2_000), 2_000), "");
});

test("what does not fit says how much is too much", () => {
  const sentence = tooLong("x".repeat(3_234), 2_000);
  assert.match(sentence, /2,000 characters is the most/);
  assert.match(sentence, /Take 1,234 away/);
});
