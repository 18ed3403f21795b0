// What is going on, in a few words.

import type { CallState } from "@/lib/call/machine";
import type { Sound } from "@/lib/call/sound";

const ACTIVITY = { listening: "Listening to you", thinking: "Thinking", speaking: "Speaking" } as const;

export function stateWords(call: CallState, sound: Sound | null): string {
  if (call.phase === "live") return ACTIVITY[call.activity];
  if (call.phase === "lost") return "Reconnecting…";
  if (call.phase === "joining") return "Joining the call…";
  if (sound && sound.microphone === null) return "Waiting for your microphone…";
  if (call.phase === "connecting" || (sound && sound.voice.state !== "connected"))
    return "Connecting the sound…";
  if (call.forkTurn > 0)
    return call.ring === "incoming" ? "Ready when you are" : "Going back to that moment…";
  return call.ring === "incoming" ? "Your phone is ringing" : "Ringing…";
}
