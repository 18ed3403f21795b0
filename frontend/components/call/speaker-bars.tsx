"use client";
// Who speaks: LiveKit's bars for the buyer, a small set for the rep. Bare tracks are wrapped, so no room is needed.

import { BarVisualizer, type AgentState } from "@livekit/components-react";
import { LocalAudioTrack } from "livekit-client";
import { useMemo } from "react";
import type { CallState } from "@/lib/call/machine";
import type { Voice } from "@/lib/voice/voice";
import type { Sound } from "@/lib/call/sound";

function useLiveKitTrack(track: MediaStreamTrack | null | undefined): LocalAudioTrack | undefined {
  return useMemo(() => (track ? new LocalAudioTrack(track, undefined, true) : undefined), [track]);
}

function agentState(call: CallState, voice: Voice): AgentState {
  if (call.phase === "live") return voice.buyerState ?? call.activity;
  return call.phase === "ringing" ? "initializing" : "connecting";
}

export function SpeakerBars({ call, sound }: { call: CallState; sound: Sound }) {
  const buyer = useLiveKitTrack(sound.voice.track);
  const rep = useLiveKitTrack(sound.microphone?.getAudioTracks()[0]);
  return (
    <div aria-hidden className="flex h-full flex-col gap-2">
      <div className="min-h-0 flex-1" data-testid="buyer-bars">
        <BarVisualizer
          state={agentState(call, sound.voice)}
          barCount={7}
          track={buyer}
          options={{ minHeight: 10 }}
        />
      </div>
      <div className="flex h-5 items-center justify-center gap-2 text-xs text-muted" data-testid="rep-bars">
        You
        <span className="block h-full w-16 [--lk-fg:var(--line-strong)] [&_.lk-audio-bar]:min-h-1 [&_.lk-audio-bar]:w-1 [&_.lk-audio-bar-visualizer]:gap-1">
          <BarVisualizer state="speaking" barCount={7} track={rep} options={{ minHeight: 15 }} />
        </span>
      </div>
    </div>
  );
}
