import assert from "node:assert/strict";
import { test } from "node:test";
import { initials, tint } from "../../lib/text/initials.ts";

test("initials are the first letters of the first and last name", () => {
  assert.deepEqual(["Dana R. Whitfield", "Øyvind", "Mr. (Bob) Żak", ""].map(initials), [
    "DW",
    "Ø",
    "MŻ",
    "?",
  ]);
});

test("a tint depends on the id alone and is within range", () => {
  assert.equal(tint("dana", 4), tint("dana", 4));
  for (const id of ["a", "b", "worried-daughter", ""]) assert.ok(tint(id, 4) >= 0 && tint(id, 4) < 4);
});
