import assert from "node:assert/strict";
import { test } from "node:test";
import { TurnGaps, type LevelBlock } from "../../lib/latency/gaps.ts";

const QUANTUM_S = 128 / 48_000;
const LOUD = 0.05;
type Part = [lengthS: number, rep: number, buyer: number];

/** Plays stretches of both sides' levels in blocks of 64 quanta, as the worklet posts them. */
function play(gaps: TurnGaps, parts: Part[], startS = 0): number {
  const levels = parts.flatMap(([lengthS, rep, buyer]) =>
    Array.from({ length: Math.round(lengthS / QUANTUM_S) }, () => [rep, buyer] as const),
  );
  for (let at = 0; at < levels.length; at += 64) {
    const part = levels.slice(at, at + 64);
    const block: LevelBlock = {
      startS: startS + at * QUANTUM_S,
      quantumS: QUANTUM_S,
      rep: Float32Array.from(part, ([rep]) => rep),
      buyer: Float32Array.from(part, ([, buyer]) => buyer),
    };
    gaps.push(block);
  }
  return startS + levels.length * QUANTUM_S;
}

test("the gap is from the last rep sample to the first buyer sample", () => {
  const gaps = new TurnGaps();
  play(gaps, [
    [0.5, 0, 0],
    [1, LOUD, 0],
    [0.42, 0, 0],
    [1, 0, LOUD],
  ]);
  const gapMs = gaps.take();
  assert.ok(gapMs !== null && Math.abs(gapMs - 420) <= 6, `${gapMs}`);
  assert.equal(gaps.take(), null);
});

test("a gap shorter than the hangover is measured too", () => {
  const gaps = new TurnGaps();
  play(gaps, [
    [0.5, 0, 0],
    [1, LOUD, 0],
    [0.12, 0, 0],
    [1, 0, LOUD],
  ]);
  const gapMs = gaps.take();
  assert.ok(gapMs !== null && Math.abs(gapMs - 120) <= 6, `${gapMs}`);
});

test("a pause within the buyer's turn is no second answer", () => {
  const gaps = new TurnGaps();
  play(gaps, [
    [0.5, 0, 0],
    [1, LOUD, 0],
    [0.4, 0, 0],
    [1, 0, LOUD],
    [0.6, 0, 0],
    [1, 0, LOUD],
  ]);
  const gapMs = gaps.take();
  assert.ok(gapMs !== null && Math.abs(gapMs - 400) <= 6);
  assert.equal(gaps.take(), null);
});

test("a buyer who begins by themselves answers nobody", () => {
  const gaps = new TurnGaps();
  play(gaps, [
    [1, 0, 0],
    [1, 0, LOUD],
  ]);
  assert.equal(gaps.take(), null);
});

test("a buyer who begins while the rep still speaks is not timed", () => {
  const gaps = new TurnGaps();
  play(gaps, [
    [0.5, 0, 0],
    [1, LOUD, 0],
    [0.5, LOUD, LOUD],
    [1, 0, LOUD],
  ]);
  assert.equal(gaps.take(), null);
});

test("a cough of the microphone is not a turn", () => {
  const gaps = new TurnGaps();
  play(gaps, [
    [0.5, 0, 0],
    [0.08, LOUD, 0],
    [0.4, 0, 0],
    [1, 0, LOUD],
  ]);
  assert.equal(gaps.take(), null);
});
