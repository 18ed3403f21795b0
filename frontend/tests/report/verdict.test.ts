import assert from "node:assert/strict";
import { test } from "node:test";
import type { CriterionCompared, ReportTurn } from "../../lib/api/report.ts";
import { noScore, verdict } from "../../lib/report/verdict.ts";

const CALL = { score: 34.5, passed: false, pass_score: 70, red_lines: [], branch: null };
const said = { turn: 1, quote: "free lunch", start: 0, end: 10, at_ms: 0, repaired: false };

test("a call says how far above or below the pass mark it came", () => {
  assert.equal(verdict(CALL), "35.5 points below the pass mark of 70.");
  assert.equal(verdict({ ...CALL, score: 69 }), "1 point below the pass mark of 70.");
  assert.equal(verdict({ ...CALL, score: 81, passed: true }), "11 points above the pass mark of 70.");
  assert.equal(verdict({ ...CALL, score: 70, passed: true }), "Just passed.");
});

test("a red line is named, and what else was missing to pass", () => {
  const crossed = { ...CALL, score: 95, red_lines: [{ id: "gift", title: "A gift", evidence: said }] };
  assert.match(verdict(crossed), /A red line fails/);
  assert.equal(
    verdict({ ...crossed, score: 68 }),
    "2 points below the pass mark of 70, and a red line was crossed.",
  );
});

test("a moment taken again is told against the first time, on what it came to", () => {
  const compared = (before: number, after: number, ...turns: number[]) =>
    ({
      before: { points: before },
      after: { points: after, evidence: turns.map((turn) => ({ turn })) },
    }) as unknown as CriterionCompared;
  const again = (before_score: number | null, ...criteria: CriterionCompared[]) =>
    verdict({ ...CALL, branch: { before_score, turn: 4, criteria } });
  const neverCameTo = compared(5, 0);
  assert.equal(
    again(60, compared(0, 5, 4), neverCameTo),
    "5 points more than the first time, on what you came to.",
  );
  assert.equal(again(60, compared(2, 1, 6)), "1 point fewer than the first time, on what you came to.");
  assert.equal(again(60, neverCameTo), "As many points as the first time, on what you came to.");
  assert.equal(again(null), "35.5 points below the pass mark of 70.");
});

test("a call without a score has no verdict", () => {
  assert.equal(verdict({ ...CALL, score: null, passed: null }), "");
});

test("nobody is sent to a turn of theirs on a call in which they said nothing", () => {
  const turns = (...speakers: ("rep" | "buyer")[]) =>
    speakers.map((speaker) => ({ speaker })) as ReportTurn[];
  const next = (...speakers: ("rep" | "buyer")[]) =>
    noScore({ status: "not_gradable", fork_of: null, turns: turns(...speakers) }).next;
  assert.match(next("buyer", "rep"), /go on from any turn of yours below/);
  assert.match(next("buyer"), /Practise again\.$/);
});
