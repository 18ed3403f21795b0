// The life of one call as the page sees it. Pure: (state, event) -> state; sockets, sound and timers live elsewhere.
//
//   joining -> ringing -> connecting -> live -> review -> coaching
//                 \___________\__________\-> lost -> (joined again) | gone
//   replaced, gone and refused are final for this tab.

import type { Channel, Ring, SpeakerName } from "../api/contract.ts";
import type { CallStanding, LiveTurn, ServerMessage, ServerState } from "./messages.ts";

type Phase =
  | "joining" // waiting for the server to let us in
  | "ringing"
  | "connecting" // picked up; nobody has the word yet
  | "live"
  | "lost" // the server fell silent; joining again by ourselves
  | "review" // over; the rep may correct what was misheard
  | "coaching" // written down; the coach is at work
  | "replaced" // another tab has the call
  | "gone" // joining again failed
  | "refused"; // the server did not let us in

type Activity = "listening" | "thinking" | "speaking";

export interface CallState {
  phase: Phase;
  channel: Channel;
  ring: Ring;
  activity: Activity; // of the buyer
  turns: readonly LiveTurn[];
  forkTurn: number; // turns before this one were said on another call
  captions: Readonly<Record<SpeakerName, string>>; // what is being said now; empty: nothing
  hints: readonly string[];
  sentence: string; // why the call is where it is, for the person; may be empty
  reviewS: number;
  problem: string; // a refused request within a call that goes on; may be empty
}

export type CallEvent =
  | { type: "server"; message: ServerMessage }
  | { type: "picked_up" }
  | { type: "link_lost" }
  | { type: "link_gone"; sentence: string }
  | { type: "problem_read" };

export const initialCall = (channel: Channel, ring: Ring): CallState => ({
  phase: "joining",
  channel,
  ring,
  activity: "listening",
  turns: [],
  forkTurn: 0,
  captions: { rep: "", buyer: "" },
  hints: [],
  sentence: "",
  reviewS: 0,
  problem: "",
});

const FINAL: ReadonlySet<Phase> = new Set(["coaching", "replaced", "gone", "refused"]);

const PHASE_OF: Readonly<Record<Exclude<ServerState, "review" | "ended">, Phase>> = {
  ringing: "ringing",
  connecting: "connecting",
  listening: "live",
  thinking: "live",
  speaking: "live",
};

const PHASE_ON_JOINING: Readonly<Record<CallStanding, Phase>> = {
  ringing: "ringing",
  live: "live",
  review: "review",
  written: "coaching",
};

const isActivity = (state: ServerState): state is Activity =>
  state === "listening" || state === "thinking" || state === "speaking";

export function step(call: CallState, event: CallEvent): CallState {
  if (FINAL.has(call.phase) && event.type !== "problem_read") return call;
  switch (event.type) {
    case "server":
      return heard(call, event.message);
    case "picked_up":
      return call.phase === "ringing" ? { ...call, phase: "live", activity: "listening" } : call;
    case "link_lost":
      return { ...call, phase: "lost", captions: { rep: "", buyer: "" } };
    case "link_gone":
      return { ...call, phase: call.phase === "joining" ? "refused" : "gone", sentence: event.sentence };
    case "problem_read":
      return { ...call, problem: "" };
  }
}

function heard(call: CallState, message: ServerMessage): CallState {
  switch (message.type) {
    case "joined":
      return entered(call, message);
    case "state":
      return moved(call, message.state);
    case "caption":
      return { ...call, captions: { ...call.captions, [message.speaker]: message.text } };
    case "turn":
      return committed(call, message.turn);
    case "hint":
      return { ...call, hints: [...call.hints, message.text] };
    case "ended":
      return {
        ...call,
        phase: "review",
        sentence: message.by === "rep" ? "You hung up." : message.sentence,
        reviewS: message.review_s,
      };
    case "written":
      return { ...call, phase: "coaching" };
    case "replaced":
      return { ...call, phase: "replaced", sentence: message.sentence };
    case "error":
      return call.phase === "joining"
        ? { ...call, phase: "refused", sentence: message.sentence }
        : { ...call, problem: message.sentence };
    case "answer":
    case "heartbeat":
      return call;
  }
}

function entered(call: CallState, message: Extract<ServerMessage, { type: "joined" }>): CallState {
  const { channel, ring, turns, state, fork_turn } = message;
  return { ...call, phase: PHASE_ON_JOINING[state], channel, ring, turns, forkTurn: fork_turn, problem: "" };
}

/** That a call ended is told by `ended`, with the sentence and the time to review: never by a bare state. */
function moved(call: CallState, state: ServerState): CallState {
  if (call.phase === "review" || state === "review" || state === "ended") return call;
  const activity = isActivity(state) ? state : call.activity;
  return { ...call, phase: PHASE_OF[state], activity };
}

function committed(call: CallState, turn: LiveTurn): CallState {
  const turns = [...call.turns.filter((known) => known.index !== turn.index), turn];
  turns.sort((a, b) => a.index - b.index);
  return { ...call, turns, captions: { ...call.captions, [turn.speaker]: "" } };
}
