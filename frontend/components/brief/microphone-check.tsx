"use client";
// Asks for the microphone, shows that it hears, lets the rep choose another, warns when it hears the speakers.

import { Headphones, Mic } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Bar } from "@/components/ui/bar";
import { Notice } from "@/components/ui/notice";
import type { Engines } from "@/lib/api/contract";
import { audioContext } from "@/lib/audio/context";
import { watchLevel } from "@/lib/audio/level";
import { speechReady } from "@/lib/react/use-engines";
import { useMicrophone } from "@/lib/react/use-microphone";
import { hasWebRtc } from "@/lib/voice/peer";
import { DevicePicker } from "./device-picker";
import { EchoTest } from "./echo-test";

interface CheckProps {
  allowed: boolean; // consent was given
  engines: Engines | null;
  onOpen: (open: boolean) => void;
}

function LevelMeter({ stream }: { stream: MediaStream }) {
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(
    () =>
      watchLevel(audioContext(), stream, (next) => {
        setLevel(next);
        if (next > 0.45) setHeard(true);
      }),
    [stream],
  );
  return (
    <div>
      <Bar label="Microphone level" value={level} />
      <p role="status" className={`mt-1.5 text-sm ${heard ? "text-good" : "text-muted"}`}>
        {heard ? "Your microphone works." : "Say something: the bar should move."}
      </p>
    </div>
  );
}

export function MicrophoneCheck({ allowed, engines, onOpen }: CheckProps) {
  const { stream, sentence, devices, deviceId, open } = useMicrophone();
  useEffect(() => void onOpen(stream !== null), [stream, onOpen]);

  if (!hasWebRtcHere()) {
    return (
      <Notice tone="warn">
        This browser cannot make calls (it has no WebRTC). Use a current Chrome, Edge, Firefox or Safari, or
        choose “Type instead”.
      </Notice>
    );
  }
  return (
    <div className="space-y-3">
      {stream === null && (
        <Button look="outline" className="w-full" disabled={!allowed} onClick={() => void open()}>
          <Mic aria-hidden className="size-4.5" />
          Check my microphone
        </Button>
      )}
      {sentence && <Notice tone="bad">{sentence}</Notice>}
      {stream && (
        <>
          <LevelMeter stream={stream} />
          <DevicePicker devices={devices} deviceId={deviceId} onChoose={(id) => void open(id)} />
          <EchoTest deviceId={deviceId} />
        </>
      )}
      {stream === null && !sentence && (
        <p className="flex items-center gap-2 text-sm text-muted">
          <Headphones aria-hidden className="size-4 shrink-0" />A headset in a quiet room works best.
        </p>
      )}
      {engines && !speechReady(engines) && (
        <p role="status" className="text-sm text-muted">
          {unreadySentence(engines)}
        </p>
      )}
    </div>
  );
}

const hasWebRtcHere = (): boolean => typeof window === "undefined" || hasWebRtc();

function unreadySentence(engines: Engines): string {
  const part = engines.hearing.state === "ready" ? engines.voice : engines.hearing;
  return part.state === "failed"
    ? `${part.sentence} You can take the call by typing.`
    : `Speech is still loading (${Math.round(part.progress * 100)}%). You can already type.`;
}
