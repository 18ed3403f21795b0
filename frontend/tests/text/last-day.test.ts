import assert from "node:assert/strict";
import { test } from "node:test";
import { eastNow, endOf, whenOpen } from "../../lib/text/last-day.ts";

test("a last day ends at the midnight after it, where the reader is", () => {
  const end = endOf("2026-12-31") ?? "";
  assert.match(end, /^2027-01-01T00:00:00[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(end), new Date(2027, 0, 1).getTime());
});

test("a day ends on its own date where clocks go forward or back at midnight", (t) => {
  const zone = process.env.TZ;
  t.after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
  process.env.TZ = "Africa/Cairo";
  assert.equal(endOf("2026-04-23"), "2026-04-24T00:00:00+02:00");
  process.env.TZ = "America/Havana";
  assert.equal(endOf("2026-03-07"), "2026-03-08T00:00:00-05:00");
  assert.equal(endOf("2026-10-31"), "2026-11-01T00:00:00-04:00");
  process.env.TZ = "America/Chicago";
  assert.equal(endOf("2026-10-31"), "2026-11-01T00:00:00-05:00");
  assert.equal(endOf("2026-11-01"), "2026-11-02T00:00:00-06:00");
});

test("an exam that ends at once ends on the reader's own day", (t) => {
  const zone = process.env.TZ;
  t.after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
  process.env.TZ = "America/Chicago";
  assert.equal(eastNow(new Date(2026, 11, 5, 9, 7, 3)), -360);
  process.env.TZ = "Asia/Kolkata";
  assert.equal(eastNow(), 330);
  process.env.TZ = "UTC";
  assert.equal(eastNow(), 0);
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
