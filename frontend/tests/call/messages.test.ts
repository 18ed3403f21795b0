import assert from "node:assert/strict";
import { test } from "node:test";
import { parseServerMessage } from "../../lib/call/messages.ts";

test("a known message is parsed", () => {
  assert.deepEqual(parseServerMessage('{"type":"heartbeat"}'), { type: "heartbeat" });
});

test("anything else is null, never an exception", () => {
  for (const data of ['{"type":"new_thing"}', "not json", "null", "[]", '{"type":7}', new ArrayBuffer(2)]) {
    assert.equal(parseServerMessage(data), null);
  }
});
