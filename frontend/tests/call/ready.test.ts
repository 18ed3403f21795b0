import assert from "node:assert/strict";
import { test } from "node:test";
import { nextToDo, nextToHandIn, type Readiness } from "../../lib/call/ready.ts";

const ready: Readiness = {
  consent: true,
  named: true,
  spoken: true,
  microphoneOpen: true,
  speechReady: true,
};

test("nothing is left to do when all is ready", () => {
  assert.equal(nextToDo(ready), "");
});

test("consent comes first, then the microphone, then the engines", () => {
  assert.match(nextToDo({ ...ready, consent: false, microphoneOpen: false }), /Tick the box/);
  assert.match(nextToDo({ ...ready, microphoneOpen: false, speechReady: false }), /Check your microphone/);
  assert.match(nextToDo({ ...ready, speechReady: false }), /speech has loaded/);
});

test("who sits an exam says who they are", () => {
  assert.match(nextToDo({ ...ready, named: false, microphoneOpen: false }), /Enter your name/);
});

test("a typed call waits for consent alone", () => {
  assert.equal(nextToDo({ ...ready, spoken: false, microphoneOpen: false, speechReady: false }), "");
});

test("a real call is handed in once it is read, its rep is known and its use is agreed to", () => {
  const has = { read: true, speakerKnown: true, agreed: true };
  assert.equal(nextToHandIn(has), "");
  assert.match(nextToHandIn({ read: false, speakerKnown: false, agreed: false }), /choose a file/);
  assert.match(nextToHandIn({ ...has, speakerKnown: false, agreed: false }), /which of the speakers/);
  assert.match(nextToHandIn({ ...has, agreed: false }), /Tick the box/);
});
