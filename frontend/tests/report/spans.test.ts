import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentsOf } from "../../lib/report/spans.ts";

const shown = (text: string, spans: { id: string; start: number; end: number }[]) =>
  segmentsOf(text, spans).map(({ text: piece, marks }) => [piece, marks.join("+")]);

test("text without evidence is one piece", () => {
  assert.deepEqual(shown("hello", []), [["hello", ""]]);
});

test("overlapping spans are cut where either begins or ends", () => {
  assert.deepEqual(
    shown("abcdef", [
      { id: "x", start: 1, end: 4 },
      { id: "y", start: 3, end: 6 },
    ]),
    [
      ["a", ""],
      ["bc", "x"],
      ["d", "x+y"],
      ["ef", "y"],
    ],
  );
});

test("offsets count characters, not UTF-16 units", () => {
  assert.deepEqual(shown("👍 ok", [{ id: "x", start: 2, end: 4 }]), [
    ["👍 ", ""],
    ["ok", "x"],
  ]);
});

test("a span outside the text is left out", () => {
  assert.deepEqual(shown("abc", [{ id: "x", start: 1, end: 9 }]), [["abc", ""]]);
});

test("a link lands where its span begins", () => {
  const pieces = segmentsOf("abcd", [
    { id: "x", start: 0, end: 4 },
    { id: "y", start: 2, end: 3 },
  ]);
  assert.deepEqual(
    pieces.map((piece) => piece.begins),
    [["x"], ["y"], []],
  );
});

test("the pieces give back the whole text", () => {
  const text = "Who told you — and when?";
  const pieces = segmentsOf(text, [{ id: "x", start: 4, end: 13 }]);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
});
