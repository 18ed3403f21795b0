import assert from "node:assert/strict";
import { test } from "node:test";
import { meterLevel, rms } from "../../lib/audio/level.ts";

test("the root mean square of a full-scale square wave is one, of nothing zero", () => {
  assert.equal(rms(Float32Array.of(1, -1, 1, -1)), 1);
  assert.equal(rms(new Float32Array(0)), 0);
});

test("the meter runs from silence to loud and not beyond", () => {
  assert.equal(meterLevel(0), 0);
  assert.equal(meterLevel(1), 1);
  assert.ok(Math.abs(meterLevel(10 ** (-35 / 20)) - 0.5) < 1e-9);
});
