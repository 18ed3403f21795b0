"use client";
// Mute, captions, hint, hang up. Large enough for a thumb, each with its name.

import { Captions, Lightbulb, Mic, MicOff, PhoneOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { CallState } from "@/lib/call/machine";
import { keepMuted, wasMuted } from "@/lib/call/ticket";
import type { Voice } from "@/lib/voice/voice";
import type { Sound } from "@/lib/call/sound";

interface ControlsProps {
  callId: string;
  call: CallState;
  sound: Sound | null;
  captions: boolean;
  onCaptions: (shown: boolean) => void;
  onHint: (() => void) | null;
  onHangUp: () => void;
}

function MuteButton({ callId, voice }: { callId: string; voice: Voice }) {
  const [muted, setMuted] = useState(() => wasMuted(sessionStorage, callId));
  const { mute, state } = voice;
  useEffect(() => {
    if (state === "connected") mute(muted); // also a microphone that was opened anew
  }, [mute, state, muted]);
  const change = () => {
    keepMuted(sessionStorage, callId, !muted);
    setMuted(!muted);
  };
  const Icon = muted ? MicOff : Mic;
  return (
    <Button size="tool" look={muted ? "primary" : "outline"} aria-pressed={muted} onClick={change}>
      <Icon aria-hidden className="size-5" />
      {muted ? "Muted" : "Mute"}
    </Button>
  );
}

export function CallControls({ callId, call, sound, captions, onCaptions, onHint, onHangUp }: ControlsProps) {
  return (
    <div role="toolbar" aria-label="Call" className="flex items-stretch justify-center gap-2 sm:gap-3">
      {sound && <MuteButton callId={callId} voice={sound.voice} />}
      {sound && (
        <Button size="tool" look="outline" aria-pressed={captions} onClick={() => onCaptions(!captions)}>
          <Captions aria-hidden className="size-5" />
          Captions
        </Button>
      )}
      {onHint && (
        <Button size="tool" look="outline" onClick={onHint}>
          <Lightbulb aria-hidden className="size-5" />
          Hint
        </Button>
      )}
      <Button
        size="tool"
        look="danger"
        disabled={call.phase === "joining" || call.phase === "lost"}
        onClick={onHangUp}
      >
        <PhoneOff aria-hidden className="size-5" />
        Hang up
      </Button>
    </div>
  );
}
