import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_COUNTERS, countersOf, gradeOf, qualityBetween } from "../../lib/latency/stats.ts";

const INBOUND = {
  type: "inbound-rtp",
  kind: "audio",
  jitterBufferDelay: 48,
  jitterBufferEmittedCount: 1200,
  packetsReceived: 95,
  packetsLost: 5,
};

test("counters come from the inbound audio and the nominated pair", () => {
  const pair = { type: "candidate-pair", nominated: true, currentRoundTripTime: 0.021 };
  const other = { type: "candidate-pair", nominated: false, currentRoundTripTime: 9 };
  assert.deepEqual(countersOf([other, pair, INBOUND]), {
    jitterDelayS: 48,
    emitted: 1200,
    received: 95,
    lost: 5,
    rttS: 0.021,
  });
});

test("quality is what happened between two looks", () => {
  const before = { ...NO_COUNTERS, jitterDelayS: 10, emitted: 1000, received: 45, lost: 5 };
  const after = { jitterDelayS: 16, emitted: 1200, received: 90, lost: 10, rttS: 0.0214 };
  assert.deepEqual(qualityBetween(before, after), { jitterBufferMs: 30, rttMs: 21, loss: 0.1 });
});

test("nothing received is nothing known", () => {
  assert.deepEqual(qualityBetween(NO_COUNTERS, NO_COUNTERS), {
    jitterBufferMs: null,
    rttMs: null,
    loss: null,
  });
});

test("the grade is that of the worst figure", () => {
  assert.equal(gradeOf({ jitterBufferMs: 40, rttMs: 20, loss: 0 }), "good");
  assert.equal(gradeOf({ jitterBufferMs: 40, rttMs: 200, loss: 0 }), "fair");
  assert.equal(gradeOf({ jitterBufferMs: 40, rttMs: 20, loss: 0.2 }), "poor");
});
