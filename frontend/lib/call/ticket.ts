// What this tab needs to join its call, and to join again after a refresh. Kept in sessionStorage: one tab, gone with it.

import type { AttemptKind, CallOrder, CallPlaced, Channel, Ring, Transport } from "../api/contract.ts";

export interface CallTicket {
  callId: string;
  ticket: string;
  ring: Ring;
  channel: Channel;
  transport: Transport;
  attempt: AttemptKind;
  order: CallOrder;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = (callId: string) => `sparring.call.${callId}`;

export function ticketFor(order: CallOrder, placed: CallPlaced): CallTicket {
  return {
    callId: placed.call_id,
    ticket: placed.ticket,
    ring: placed.ring,
    channel: order.channel,
    transport: placed.transport,
    attempt: order.attempt,
    order,
  };
}

export const keepTicket = (store: Store, ticket: CallTicket): void =>
  store.setItem(key(ticket.callId), JSON.stringify(ticket));

export const dropTicket = (store: Store, callId: string): void => store.removeItem(key(callId));

/** The ticket this tab holds for a call, or null when the call was started elsewhere. */
export function readTicket(store: Store, callId: string): CallTicket | null {
  try {
    return JSON.parse(store.getItem(key(callId)) ?? "null") as CallTicket | null;
  } catch {
    return null;
  }
}

const mutedKey = (callId: string) => `sparring.muted.${callId}`;

/** Whether the rep muted themselves in this call: a refresh must not open a microphone that was closed. */
export const wasMuted = (store: Store, callId: string): boolean => store.getItem(mutedKey(callId)) === "yes";

export const keepMuted = (store: Store, callId: string, muted: boolean): void =>
  muted ? store.setItem(mutedKey(callId), "yes") : store.removeItem(mutedKey(callId));
