import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtPieces, isDoubtful } from "../../lib/review/doubt.ts";

const word = (text: string, probability: number) => ({ text, probability, start_ms: 0 });
const pieces = (turn: Parameters<typeof doubtPieces>[0]) =>
  doubtPieces(turn).map((piece) => (piece.doubtful ? `[${piece.text}]` : piece.text));

test("doubtful words are marked where they stand, the second of two alike included", () => {
  const words = [word(" the", 0.9), word(" cat", 0.9), word(" the", 0.3), word(" hat.", 0.9)];
  assert.deepEqual(pieces({ text: "the cat the hat.", confidence: 0.8, words }), [
    "the cat ",
    "[the]",
    " hat.",
  ]);
});

test("without word probabilities an unsure turn is marked as a whole", () => {
  assert.deepEqual(pieces({ text: "what", unsure: true, confidence: null }), ["[what]"]);
  assert.deepEqual(pieces({ text: "what", unsure: false, confidence: 0.95 }), ["what"]);
});

test("no piece is empty and the pieces give back the text", () => {
  const turn = { text: "hat", confidence: 0.2, words: [word("hat", 0.1)] };
  assert.deepEqual(pieces(turn), ["[hat]"]);
  assert.deepEqual(pieces({ text: "", confidence: null }), []);
});

test("a typed turn is never doubtful", () => {
  assert.equal(isDoubtful({ text: "x", confidence: null }), false);
});
