"use client";
// One call in a component: the machine's state, what the rep can do, and the way for the voice to exchange its offer.

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { Room } from "livekit-client";
import { enterRoom, liveUrl, sayBye } from "../api/client.ts";
import { RoomSocket } from "../voice/room-socket.ts";
import { CallLink } from "./link.ts";
import { initialCall, step, type CallEvent, type CallState } from "./machine.ts";
import type { ClientMessage, LiveTurn } from "./messages.ts";
import { announceCall } from "./tabs.ts";
import { dropTicket, keepTicket, type CallTicket } from "./ticket.ts";

export interface LiveCall {
  call: CallState;
  joins: number; // how often the server let this page in: the voice connects anew for each
  send: (message: ClientMessage) => boolean;
  pickUp: () => void;
  readProblem: () => void;
  exchange: (sdp: string) => Promise<string>;
  room: Room | null; // where the call is held; null: straight to the server, or not there yet
  onTurn: (listener: (turn: LiveTurn) => void) => void;
}

const UNDER_WAY = new Set<CallState["phase"]>(["joining", "connecting", "ringing", "live", "lost", "review"]);

export function useCall(ticket: CallTicket): LiveCall {
  const [call, dispatch] = useReducer(step, initialCall(ticket.channel, ticket.ring));
  const [joins, setJoins] = useState(0);
  const [room, setRoom] = useState<Room | null>(null);
  const link = useRef<CallLink | null>(null);
  const latest = useRef(ticket.ticket);
  const turnListener = useRef<(turn: LiveTurn) => void>(() => undefined);

  const onEvent = useCallback((event: CallEvent) => {
    if (event.type === "server" && event.message.type === "joined") setJoins((n) => n + 1);
    if (event.type === "server" && event.message.type === "turn") turnListener.current(event.message.turn);
    dispatch(event);
  }, []);

  useEffect(() => {
    const inRoom = (): RoomSocket =>
      new RoomSocket({
        enter: (shown) => enterRoom(ticket.callId, shown),
        makeRoom: async () =>
          new (await import("livekit-client")).Room({ adaptiveStream: false, dynacast: false }),
        onTicket: (next) => opened.renew(next),
        onRoom: setRoom,
      });
    const opened = new CallLink(ticket.ticket, {
      openSocket: () =>
        ticket.transport === "room" ? inRoom() : new WebSocket(liveUrl(ticket.callId, window.location)),
      onEvent,
      keepTicket: (next) => {
        latest.current = next;
        keepTicket(sessionStorage, { ...ticket, ticket: next });
      },
      now: () => performance.now(),
    });
    link.current = opened;
    // Not at once: a development build mounts twice, and a ticket can be used once.
    const timer = setTimeout(() => opened.open(), 0);
    const hush = announceCall(ticket.callId);
    return () => {
      clearTimeout(timer);
      hush();
      opened.close();
    };
  }, [ticket, onEvent]);

  useBye(ticket, latest, UNDER_WAY.has(call.phase));
  useEffect(() => {
    if (call.phase === "coaching" || call.phase === "gone") dropTicket(sessionStorage, ticket.callId);
  }, [call.phase, ticket.callId]);

  const send = useCallback((message: ClientMessage) => link.current?.send(message) ?? false, []);
  const pickUp = useCallback(
    () => void (send({ type: "pick_up" }) && dispatch({ type: "picked_up" })),
    [send],
  );
  const readProblem = useCallback(() => dispatch({ type: "problem_read" }), []);
  const exchange = useCallback(
    (sdp: string) => link.current?.exchange(sdp) ?? Promise.reject(new Error("no link")),
    [],
  );
  const onTurn = useCallback((listener: (turn: LiveTurn) => void) => {
    turnListener.current = listener;
  }, []);
  return { call, joins, send, pickUp, readProblem, exchange, room, onTurn };
}

/** Tells the server when the rep leaves in the middle of a call: it notices a vanished page only after 30 s. */
function useBye(ticket: CallTicket, latest: { current: string }, underWay: boolean): void {
  const leaving = useRef(underWay);
  useEffect(() => void (leaving.current = underWay), [underWay]);
  useEffect(() => {
    const bye = () => leaving.current && sayBye(ticket.callId, latest.current);
    window.addEventListener("pagehide", bye);
    return () => {
      window.removeEventListener("pagehide", bye);
      const joined = latest.current !== ticket.ticket;
      if (joined) bye();
    };
  }, [ticket, latest]);
}
