import assert from "node:assert/strict";
import { test } from "node:test";
import { endOf, rightNow, whenOpen } from "../../lib/text/last-day.ts";

test("a last day ends at the midnight after it, where the reader is", () => {
  const end = endOf("2026-12-31") ?? "";
  assert.match(end, /^2027-01-01T00:00:00[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(end), new Date(2027, 0, 1).getTime());
});

test("an exam ends at once, on the reader's own day", () => {
  const now = new Date(2026, 11, 5, 9, 7, 3);
  assert.match(rightNow(now), /^2026-12-05T09:07:03[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(rightNow(now)), now.getTime());
});

test("no day is no end", () => {
  assert.equal(endOf(""), null);
  assert.equal(endOf("soon"), null);
});

test("when an exam can be sat, in words", () => {
  assert.equal(whenOpen({ last_day: "", over: false }), "no last day");
  assert.equal(whenOpen({ last_day: "2026-12-05", over: false }, "en-GB"), "open until 5 December 2026");
  assert.equal(whenOpen({ last_day: "2026-12-05", over: true }, "en-US"), "ended on December 5, 2026");
});
