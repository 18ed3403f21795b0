import assert from "node:assert/strict";
import { test } from "node:test";
import { sharing } from "../../lib/api/sharing.ts";

test("those who ask at the same time share one request, and a later one is made anew", async () => {
  let requests = 0;
  const ask = sharing(() => Promise.resolve((requests += 1)));
  assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [1, 1, 1]);
  assert.equal(await ask(), 2);
});

test("all who shared a request that failed are told, and the next one is made anew", async () => {
  let requests = 0;
  const ask = sharing(async () => {
    requests += 1;
    if (requests === 1) throw new Error("gone");
    return requests;
  });
  const told = await Promise.allSettled([ask(), ask()]);
  assert.deepEqual(
    told.map((one) => one.status),
    ["rejected", "rejected"],
  );
  assert.equal(await ask(), 2);
});
