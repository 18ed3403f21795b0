import assert from "node:assert/strict";
import { test } from "node:test";
import { nextToHandIn } from "../../lib/upload/ready.ts";

test("a real call is handed in once it is read, its rep is known and its use is agreed to", () => {
  const has = { read: true, speakerKnown: true, agreed: true };
  assert.equal(nextToHandIn(has), "");
  assert.match(nextToHandIn({ read: false, speakerKnown: false, agreed: false }), /choose a file/);
  assert.match(nextToHandIn({ ...has, speakerKnown: false, agreed: false }), /which of the speakers/);
  assert.match(nextToHandIn({ ...has, agreed: false }), /Tick the box/);
});
