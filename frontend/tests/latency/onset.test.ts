import assert from "node:assert/strict";
import { test } from "node:test";
import { SpeechDetector, type SpeechEdge } from "../../lib/latency/onset.ts";

const QUANTUM_S = 128 / 48_000;
type Part = [lengthS: number, level: number];

/** Feeds stretches of constant level; gives the edges with the detector's own dates. */
function edgesOf(parts: Part[]): { edge: SpeechEdge; beganS: number; lastLoudS: number }[] {
  const detector = new SpeechDetector();
  const edges: { edge: SpeechEdge; beganS: number; lastLoudS: number }[] = [];
  let quantum = 0;
  for (const [lengthS, level] of parts) {
    for (let left = Math.round(lengthS / QUANTUM_S); left > 0; left -= 1) {
      const edge = detector.push(quantum * QUANTUM_S, QUANTUM_S, level);
      quantum += 1;
      if (edge) edges.push({ edge, beganS: detector.beganS, lastLoudS: detector.lastLoudS });
    }
  }
  return edges;
}

const near = (value: number | undefined, wanted: number) =>
  assert.ok(Math.abs((value ?? NaN) - wanted) < 2 * QUANTUM_S, `${value} is not ${wanted}`);

test("speech is dated back to its first and last loud level", () => {
  const [began, ended] = edgesOf([
    [1, 0.0001],
    [0.8, 0.05],
    [1, 0.0001],
  ]);
  assert.equal(began?.edge, "began");
  near(began?.beganS, 1);
  assert.equal(ended?.edge, "ended");
  near(ended?.lastLoudS, 1.8);
});

test("digital silence before speech, as a fake microphone gives it, needs no settling", () => {
  const [began] = edgesOf([
    [0.5, 0],
    [0.3, 0.01],
  ]);
  near(began?.beganS, 0.5);
});

test("a click is not speech", () => {
  assert.deepEqual(
    edgesOf([
      [0.5, 0],
      [0.01, 0.3],
      [0.5, 0],
    ]),
    [],
  );
});

test("a pause within a word does not end it", () => {
  const edges = edgesOf([
    [0.5, 0],
    [0.3, 0.05],
    [0.15, 0],
    [0.3, 0.05],
    [0.5, 0],
  ]);
  assert.deepEqual(
    edges.map((one) => one.edge),
    ["began", "ended"],
  );
  near(edges[1]?.lastLoudS, 1.25);
});

test("steady noise is learned and is not speech; speech above it is", () => {
  const edges = edgesOf([
    [3, 0.006],
    [0.5, 0.08],
    [1, 0.006],
  ]);
  near(edges.find((one) => one.edge === "began" && one.beganS > 2)?.beganS, 3);
});
