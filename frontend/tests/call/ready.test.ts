import assert from "node:assert/strict";
import { test } from "node:test";
import { nextToDo, type Readiness } from "../../lib/call/ready.ts";

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
