import assert from "node:assert/strict";
import { test } from "node:test";
import { record } from "../../lib/home/record.ts";

const call = (score: number | null, fork_of: string | null = null) => ({ score, fork_of });

test("the best of the graded calls is told, with how many there are", () => {
  assert.equal(record([call(38.1), call(72), call(null)]), "Best 72 in 2 calls");
  assert.equal(record([call(null)]), "Not tried yet");
});

test("a moment taken again is no call of its own", () => {
  assert.equal(record([call(38.1), call(90, "call_a")]), "Best 38.1 in 1 call");
});
