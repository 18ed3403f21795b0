import assert from "node:assert/strict";
import { test } from "node:test";
import { ringCycle } from "../../lib/audio/ring.ts";

const RATE_HZ = 8_000;

test("a ring is two seconds of sound and four of silence, and does not clip", () => {
  const cycle = ringCycle(RATE_HZ, 0.12);
  assert.equal(cycle.length, 6 * RATE_HZ);
  assert.ok(cycle.subarray(0, 2 * RATE_HZ).some((sample) => Math.abs(sample) > 0.1));
  assert.ok(cycle.subarray(2 * RATE_HZ).every((sample) => sample === 0));
  assert.ok(cycle.every((sample) => Math.abs(sample) <= 0.24));
});

test("a ring begins and ends without a click", () => {
  const cycle = ringCycle(RATE_HZ, 0.12);
  assert.ok(Math.abs(cycle[1] ?? 1) < 0.01 && Math.abs(cycle[2 * RATE_HZ - 1] ?? 1) < 0.01);
});
