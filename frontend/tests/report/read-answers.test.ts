import assert from "node:assert/strict";
import { test } from "node:test";
import type { CategoryResult } from "../../lib/api/report.ts";
import { isUnread, keepRead } from "../../lib/report/read-answers.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const call = (at: string | null, call_id = "call_a") => ({
  call_id,
  answered: at === null ? null : { criterion: "safety", at },
});

/** A report whose criteria were answered at these times; null: no answer yet. */
const report = (...answers: (string | null)[]) => ({
  call_id: "call_a",
  categories: [
    {
      criteria: answers.map((at) => ({
        appeal: { why: "I did.", at: "2026-11-20T08:00:00Z", answer: at === null ? null : { at } },
      })),
    },
  ] as unknown as CategoryResult[],
});

test("an answer is news until the report with it has been open", () => {
  const store = storage();
  assert.equal(isUnread(store, call(null)), false);
  assert.equal(isUnread(store, call("2026-11-25T09:00:00+00:00")), true);
  keepRead(store, report("2026-11-24T09:00:00Z", "2026-11-25T09:00:00Z", null));
  assert.equal(isUnread(store, call("2026-11-25T09:00:00+00:00")), false);
  assert.equal(isUnread(store, call("2026-11-25T09:00:00+00:00", "call_b")), true);
});

test("a later answer on the same call is news again", () => {
  const store = storage();
  keepRead(store, report("2026-11-25T09:00:00Z"));
  assert.equal(isUnread(store, call("2026-11-25T09:00:01Z")), true);
});

test("a coach's own level is news until then too", () => {
  const store = storage();
  const criteria = [{ appeal: null, override: { at: "2026-11-25T09:00:00Z" } }];
  keepRead(store, { call_id: "call_a", categories: [{ criteria }] as unknown as CategoryResult[] });
  assert.equal(isUnread(store, call("2026-11-25T09:00:00Z")), false);
  assert.equal(isUnread(store, call("2026-11-25T09:00:01Z")), true);
});

test("a report without an answer is no reading of one", () => {
  const store = storage();
  keepRead(store, report(null));
  assert.equal(isUnread(store, call("2026-11-25T09:00:00Z")), true);
});
