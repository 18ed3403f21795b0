import assert from "node:assert/strict";
import { test } from "node:test";
import { callFile } from "../../lib/upload/call-file.ts";

const chosen = (bytes: Uint8Array | string, size?: number) => {
  const data = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  return callFile({ size: size ?? data.length, arrayBuffer: async () => data.slice().buffer as ArrayBuffer });
};

test("text is read as it stands, also as Windows writes it", async () => {
  assert.equal((await chosen("Rep: Grüß Gott.")).text, "Rep: Grüß Gott.");
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array([..."Rep: Hi."].map((c) => c.charCodeAt(0))).buffer),
  ]);
  assert.equal((await chosen(utf16)).text, "Rep: Hi.");
});

test("what is no text, empty or too large is refused with a sentence and not shown", async () => {
  const cases: [Uint8Array | string, number | undefined, RegExp][] = [
    ["", undefined, /empty/],
    [" \n ", undefined, /nothing in this file/],
    ["Rep: Hi.", 20_000_000, /20 megabytes/],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0x80]), undefined, /no text/],
    ["Rep: Hi.\0", undefined, /no text/],
  ];
  for (const [bytes, size, sentence] of cases) {
    const answer = await chosen(bytes, size);
    assert.equal(answer.text, null);
    assert.match(answer.sentence, sentence);
  }
});
