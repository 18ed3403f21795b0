// What goes over the call's WebSocket, both ways. The server's words are parsed here and nowhere else.

import type { Channel, Ring, SpeakerName, Word } from "../api/contract.ts";

export interface LiveTurn {
  index: number;
  speaker: SpeakerName;
  text: string;
  start_ms: number;
  end_ms: number;
  channel: Channel;
  confidence: number | null; // 0..1, mean word probability
  unsure: boolean;
  interrupted: boolean;
  corrected: boolean;
  words?: Word[];
}

export type ServerState =
  "ringing" | "connecting" | "listening" | "thinking" | "speaking" | "review" | "ended";

/** Where the call stands when the page is let in. */
export type CallStanding = "ringing" | "live" | "review" | "written";

export type ServerMessage =
  | {
      type: "joined";
      resume_ticket: string;
      state: CallStanding;
      channel: Channel;
      turns: LiveTurn[];
      ring: Ring;
      fork_turn: number; // turns taken over from the call this one was forked from
    }
  | { type: "answer"; sdp: string }
  | { type: "state"; state: ServerState }
  | { type: "caption"; speaker: SpeakerName; text: string; final: boolean }
  | { type: "turn"; turn: LiveTurn }
  | { type: "hint"; text: string }
  | { type: "heartbeat" }
  | { type: "ended"; by: string; sentence: string; review_s: number }
  | { type: "written" }
  | { type: "replaced"; sentence: string }
  | { type: "error"; code: string; sentence: string };

export interface LatencyReport {
  type: "latency";
  turn: number; // index of the buyer turn
  glass_to_glass_ms: number;
  jitter_buffer_ms?: number;
  rtt_ms?: number;
  loss?: number; // 0..1
}

export type ClientMessage =
  | { type: "join"; ticket: string }
  | { type: "offer"; sdp: string }
  | { type: "pick_up" }
  | { type: "say"; text: string }
  | { type: "hang_up" }
  | { type: "correct"; index: number; text: string }
  | { type: "finish_review" }
  | { type: "hint" }
  | LatencyReport;

const KNOWN: ReadonlySet<string> = new Set<ServerMessage["type"]>([
  "joined",
  "answer",
  "state",
  "caption",
  "turn",
  "hint",
  "heartbeat",
  "ended",
  "written",
  "replaced",
  "error",
]);

/** A message of a kind this page knows, or null: a newer server may say more than we understand. */
export function parseServerMessage(data: unknown): ServerMessage | null {
  if (typeof data !== "string") return null;
  try {
    const message = JSON.parse(data) as { type?: unknown };
    return typeof message.type === "string" && KNOWN.has(message.type) ? (message as ServerMessage) : null;
  } catch {
    return null;
  }
}
