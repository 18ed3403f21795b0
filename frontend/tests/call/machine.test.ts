import assert from "node:assert/strict";
import { test } from "node:test";
import { initialCall, step, type CallEvent, type CallState } from "../../lib/call/machine.ts";
import type { CallStanding, LiveTurn, ServerMessage } from "../../lib/call/messages.ts";

const turn = (index: number, over: Partial<LiveTurn> = {}): LiveTurn => ({
  index,
  speaker: "rep",
  text: `words ${index}`,
  start_ms: index * 1000,
  end_ms: index * 1000 + 500,
  channel: "voice",
  confidence: 0.9,
  unsure: false,
  interrupted: false,
  corrected: false,
  ...over,
});

const joined = (state: CallStanding): CallEvent => ({
  type: "server",
  message: {
    type: "joined",
    resume_ticket: "next",
    state,
    channel: "voice",
    turns: [turn(0)],
    ring: "incoming",
    fork_turn: 0,
  },
});

const server = (message: ServerMessage): CallEvent => ({ type: "server", message });
const after = (...events: CallEvent[]): CallState => events.reduce(step, initialCall("voice", "incoming"));

test("joining takes the call to where it stands", () => {
  const phases = (["ringing", "live", "review", "written"] as const).map(
    (state) => after(joined(state)).phase,
  );
  assert.deepEqual(phases, ["ringing", "live", "review", "coaching"]);
});

test("picking up makes a ringing call live, and nothing else does by itself", () => {
  assert.equal(after(joined("ringing"), { type: "picked_up" }).phase, "live");
  assert.equal(after({ type: "picked_up" }).phase, "joining");
});

test("the buyer's activity follows the server's state", () => {
  const speaking = after(joined("live"), server({ type: "state", state: "speaking" }));
  assert.deepEqual([speaking.phase, speaking.activity], ["live", "speaking"]);
});

test("a committed turn replaces the one with its index and ends the speaker's caption", () => {
  const call = after(
    joined("live"),
    server({ type: "caption", speaker: "rep", text: "wor", final: false }),
    server({ type: "turn", turn: turn(2) }),
    server({ type: "turn", turn: turn(1, { speaker: "buyer" }) }),
    server({ type: "turn", turn: turn(2, { text: "corrected" }) }),
  );
  assert.deepEqual(
    call.turns.map((one) => one.text),
    ["words 0", "words 1", "corrected"],
  );
  assert.equal(call.captions.rep, "");
});

test("a lost link comes back to where the server says the call is", () => {
  const lost = after(joined("live"), { type: "link_lost" });
  assert.equal(lost.phase, "lost");
  assert.equal(step(lost, joined("live")).phase, "live");
});

test("a call that ended is reviewed, and a late state does not bring it back", () => {
  const over = after(
    joined("live"),
    server({ type: "ended", by: "rep", sentence: "The rep hung up.", review_s: 60 }),
    server({ type: "state", state: "ended" }),
    server({ type: "state", state: "listening" }),
  );
  assert.deepEqual([over.phase, over.reviewS, over.sentence], ["review", 60, "You hung up."]);
  assert.equal(step(over, server({ type: "written" })).phase, "coaching");
});

test("an error before joining refuses the call, one within it is only shown", () => {
  const error = server({ type: "error", code: "x", sentence: "No." });
  assert.deepEqual([after(error).phase, after(error).sentence], ["refused", "No."]);
  const within = after(joined("live"), error);
  assert.deepEqual([within.phase, within.problem], ["live", "No."]);
  assert.equal(step(within, { type: "problem_read" }).problem, "");
});

test("a link that is gone refuses a call never joined and loses one that was", () => {
  const gone: CallEvent = { type: "link_gone", sentence: "Lost." };
  assert.equal(after(gone).phase, "refused");
  assert.equal(after(joined("live"), gone).phase, "gone");
});

test("a final phase takes no further event", () => {
  const replaced = after(joined("live"), server({ type: "replaced", sentence: "Elsewhere." }));
  assert.equal(step(replaced, joined("live")), replaced);
});
