import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError, errorOf, getMe, liveUrl, sentenceOf } from "../../lib/api/client.ts";

const answer = (status: number, body: string) => new Response(body, { status });

test("the server's sentence is shown as it is", async () => {
  const error = await errorOf(
    answer(503, '{"error":{"code":"no_room_for_call","sentence":"Try again soon."}}'),
  );
  assert.deepEqual(
    [error.code, sentenceOf(error), error.status],
    ["no_room_for_call", "Try again soon.", 503],
  );
});

test("an answer that is no error document still gives a sentence", async () => {
  for (const body of ["<html>", "{}", "null", '{"error":{"sentence":3}}']) {
    const error = await errorOf(answer(500, body));
    assert.equal(error.code, "unreadable");
    assert.ok(error.message.length > 0);
  }
});

test("no answer at all says to look whether Sparring runs", async (context) => {
  context.mock.method(globalThis, "fetch", () => Promise.reject(new TypeError("refused")));
  await assert.rejects(getMe(), (error: ApiError) => error.code === "server_gone" && error.status === 0);
});

test("the live address follows the page's own scheme and escapes the id", () => {
  const page = { protocol: "https:", host: "coach.example" } as Location;
  assert.equal(liveUrl("a/b", page), "wss://coach.example/api/calls/a%2Fb/live");
});
