import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, duration, moment, percent, plural, score } from "../../lib/text/time.ts";

test("a clock has minutes and two digits of seconds, hours when needed", () => {
  assert.deepEqual([0, 999, 65_000, 3_605_000, -5].map(clock), ["0:00", "0:00", "1:05", "1:00:05", "0:00"]);
});

test("a duration is read aloud", () => {
  assert.deepEqual([900, 60_000, 65_400].map(duration), ["1 s", "1 min", "1 min 5 s"]);
});

test("an unreadable date is nothing, never Invalid Date", () => {
  assert.equal(moment("soon"), "");
  assert.match(moment("2025-11-25T15:46:00Z", "en-GB"), /25 Nov 2025/);
});

test("figures are rounded for people", () => {
  assert.deepEqual(
    [score(83.333), score(83), percent(0.416), plural(1, "call", "calls"), plural(2, "call", "calls")],
    ["83.3", "83", "42%", "1 call", "2 calls"],
  );
});
