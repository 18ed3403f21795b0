import assert from "node:assert/strict";
import { test } from "node:test";
import type { Channel, SpeakerName } from "../../lib/api/contract.ts";
import { Answers } from "../../lib/latency/answers.ts";

const turn = (index: number, speaker: SpeakerName, channel: Channel = "voice") => ({
  index,
  speaker,
  channel,
});

test("a buyer turn after a spoken rep turn is an answer, told once", () => {
  const answers = new Answers();
  assert.equal(answers.isAnswer(turn(0, "rep")), false);
  assert.equal(answers.isAnswer(turn(1, "buyer")), true);
  assert.equal(answers.isAnswer(turn(1, "buyer")), false);
});

test("a buyer who begins, or goes on by themselves, answers nobody", () => {
  const answers = new Answers();
  assert.equal(answers.isAnswer(turn(0, "buyer")), false);
  assert.equal(answers.isAnswer(turn(1, "buyer")), false);
});

test("what was typed has no last sound to measure from", () => {
  const answers = new Answers();
  answers.isAnswer(turn(0, "rep", "typed"));
  assert.equal(answers.isAnswer(turn(1, "buyer")), false);
});
