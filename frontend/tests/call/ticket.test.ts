import assert from "node:assert/strict";
import { test } from "node:test";
import type { CallOrder } from "../../lib/api/contract.ts";
import { dropTicket, keepMuted, keepTicket, readTicket, ticketFor, wasMuted } from "../../lib/call/ticket.ts";

function memory() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

const ORDER: CallOrder = {
  persona_id: "p",
  difficulty: "normal",
  channel: "typed",
  attempt: "private",
  consent: true,
};

test("a ticket is read back by its call alone, until it is dropped", () => {
  const store = memory();
  const ticket = ticketFor(ORDER, {
    call_id: "c1",
    ticket: "t",
    ticket_expires_s: 300,
    ring: "incoming",
    transport: "room",
  });
  keepTicket(store, ticket);
  assert.deepEqual(readTicket(store, "c1"), ticket);
  assert.equal(readTicket(store, "c2"), null);
  dropTicket(store, "c1");
  assert.equal(readTicket(store, "c1"), null);
});

test("an unreadable ticket is no ticket", () => {
  const store = memory();
  store.setItem("sparring.call.c1", "{");
  assert.equal(readTicket(store, "c1"), null);
});

test("a call that was muted is known to be after a refresh, and no other call is", () => {
  const store = memory();
  keepMuted(store, "c1", true);
  assert.deepEqual([wasMuted(store, "c1"), wasMuted(store, "c2")], [true, false]);
  keepMuted(store, "c1", false);
  assert.equal(wasMuted(store, "c1"), false);
});
