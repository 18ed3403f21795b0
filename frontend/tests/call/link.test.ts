import assert from "node:assert/strict";
import { mock, test, type TestContext } from "node:test";
import { CallLink, GIVE_UP_MS, SILENCE_MS, type Socket } from "../../lib/call/link.ts";
import type { CallEvent } from "../../lib/call/machine.ts";

class FakeSocket implements Socket {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  readonly sent: unknown[] = [];
  closed = false;

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.closed = true;
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent<unknown>);
  }

  opens(): void {
    (this.onopen as (() => void) | null)?.();
  }

  dies(): void {
    (this.onclose as (() => void) | null)?.();
  }
}

function connect(context: TestContext) {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  context.after(() => mock.timers.reset());
  const sockets: FakeSocket[] = [];
  const events: CallEvent[] = [];
  const tickets: string[] = [];
  const link = new CallLink("first", {
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    onEvent: (event) => events.push(event),
    keepTicket: (ticket) => tickets.push(ticket),
    now: () => Date.now(),
  });
  link.open();
  const latest = () => sockets[sockets.length - 1] ?? assert.fail("no socket");
  latest().opens();
  return { link, sockets, events, tickets, latest };
}

const JOINED = { type: "joined", resume_ticket: "second", state: "listening", channel: "typed", turns: [] };

test("the first message is the join with the ticket, and the next ticket is kept", (context) => {
  const { latest, tickets } = connect(context);
  latest().says(JOINED);
  assert.deepEqual(latest().sent, [{ type: "join", ticket: "first" }]);
  assert.deepEqual(tickets, ["second"]);
});

test("nothing is sent before the server lets us in", (context) => {
  const { link, latest } = connect(context);
  assert.equal(link.send({ type: "hang_up" }), false);
  latest().says(JOINED);
  assert.equal(link.send({ type: "hang_up" }), true);
});

test("a hang-up that nobody answered is said again to whoever lets the page in", (context) => {
  const { link, latest } = connect(context);
  latest().says(JOINED);
  link.send({ type: "hang_up" });
  latest().dies();
  mock.timers.tick(1000);
  latest().opens();
  latest().says(JOINED);
  assert.deepEqual(latest().sent.at(-1), { type: "hang_up" });
});

test("a hang-up that was answered is not said again", (context) => {
  const { link, latest } = connect(context);
  latest().says(JOINED);
  link.send({ type: "hang_up" });
  latest().says({ type: "ended", by: "rep", sentence: "", review_s: 90 });
  latest().dies();
  mock.timers.tick(1000);
  latest().opens();
  latest().says({ ...JOINED, state: "review" });
  assert.deepEqual(latest().sent.at(-1), { type: "join", ticket: "second" });
});

test("three seconds without a heartbeat lose the link, and it joins again with the next ticket", (context) => {
  const { latest, sockets, events } = connect(context);
  latest().says(JOINED);
  mock.timers.tick(SILENCE_MS - 1);
  latest().says({ type: "heartbeat" });
  mock.timers.tick(SILENCE_MS);
  assert.equal(events.at(-1)?.type, "link_lost");
  assert.equal(sockets[0]?.closed, true);
  mock.timers.tick(1000);
  assert.equal(sockets.length, 2);
  latest().opens();
  assert.deepEqual(latest().sent, [{ type: "join", ticket: "second" }]);
});

test("it gives up after the time that the server keeps a call", (context) => {
  const { latest, events } = connect(context);
  latest().says(JOINED);
  for (let waited = 0; waited < GIVE_UP_MS + 5000; waited += 1000) {
    latest().dies();
    mock.timers.tick(1000);
  }
  assert.equal(events.at(-1)?.type, "link_gone");
});

test("a rejected ticket is not tried again", (context) => {
  const { latest, sockets, events } = connect(context);
  latest().says({ type: "error", code: "ticket_rejected", sentence: "Used." });
  latest().dies();
  mock.timers.tick(GIVE_UP_MS);
  assert.equal(sockets.length, 1);
  assert.deepEqual(events, [{ type: "link_gone", sentence: "Used." }]);
});

test("a page that comes back to a call its coach has goes on to the report", (context) => {
  const { latest, sockets, events } = connect(context);
  latest().says({ type: "error", code: "call_over", sentence: "Over." });
  latest().dies();
  mock.timers.tick(GIVE_UP_MS);
  assert.equal(sockets.length, 1);
  assert.deepEqual(events, [{ type: "server", message: { type: "written" } }]);
});

test("an offer is answered with the answer's SDP", async (context) => {
  const { link, latest } = connect(context);
  latest().says(JOINED);
  const answer = link.exchange("offer");
  latest().says({ type: "answer", sdp: "answer" });
  assert.equal(await answer, "answer");
  assert.deepEqual(latest().sent.at(-1), { type: "offer", sdp: "offer" });
});

test("a replaced link stays silent", (context) => {
  const { latest, sockets, events } = connect(context);
  latest().says(JOINED);
  latest().says({ type: "replaced", sentence: "Elsewhere." });
  latest().dies();
  mock.timers.tick(GIVE_UP_MS);
  assert.equal(sockets.length, 1);
  assert.equal(events.at(-1)?.type, "server");
});
