import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, day, duration, moment, percent, placed, plural, score, seconds, today } from "../../lib/text/time.ts";

test("a clock has minutes and two digits of seconds, hours when needed", () => {
  assert.deepEqual([0, 999, 65_000, 3_605_000, -5].map(clock), ["0:00", "0:00", "1:05", "1:00:05", "0:00"]);
});

test("words of a call without a clock are placed by their turn", () => {
  assert.deepEqual([placed(2, 65_000, true), placed(2, 0, false)], ["1:05", "turn 3"]);
});

test("a duration is read aloud", () => {
  assert.deepEqual([900, 60_000, 65_400].map(duration), ["1 s", "1 min", "1 min 5 s"]);
});

test("an unreadable date is nothing, never Invalid Date", () => {
  assert.equal(moment("soon"), "");
  assert.match(moment("2025-11-25T15:46:00Z", "en-GB"), /25 Nov 2025/);
});

test("a day is the reader's own, and a bare date is no other day west of Greenwich", () => {
  assert.deepEqual(
    [day("2025-11-24", "en-GB"), day("2025-11-25T12:00:00Z", "en-GB"), day("soon")],
    ["24 Nov", "25 Nov", ""],
  );
});

test("seconds stay with their unit", () => {
  assert.deepEqual([740, 1_250, 0].map(seconds), ["0.7\u00a0s", "1.3\u00a0s", "0.0\u00a0s"]);
});

test("figures are rounded for people", () => {
  assert.deepEqual(
    [score(83.333), score(83), percent(0.416), plural(1, "call", "calls"), plural(2, "call", "calls")],
    ["83.3", "83", "42%", "1 call", "2 calls"],
  );
});

test("today is the reader's, whatever the day is in Greenwich", () => {
  assert.equal(today(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  assert.equal(today(new Date(2026, 0, 5, 0, 1)), "2026-01-05");
});
