import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../lib/text/blanks.ts";

test("what the rep has to fill in is told apart from what is said as it stands", () => {
  assert.deepEqual(piecesOf("I'll come by (when), with the price (in dollars)."), [
    { text: "I'll come by ", blank: false },
    { text: "when", blank: true },
    { text: ", with the price ", blank: false },
    { text: "in dollars", blank: true },
    { text: ".", blank: false },
  ]);
});

test("a sentence without blanks is one piece", () => {
  assert.deepEqual(piecesOf("How can I help?"), [{ text: "How can I help?", blank: false }]);
  assert.deepEqual(piecesOf("A smile :) helps"), [{ text: "A smile :) helps", blank: false }]);
});
