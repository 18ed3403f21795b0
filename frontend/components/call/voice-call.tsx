"use client";
// A spoken call: microphone, audio connection, ring and latency, joined to the call's view.

import { useEffect } from "react";
import type { CallTicket } from "@/lib/call/ticket";
import type { LiveCall } from "@/lib/call/use-call";
import { useLatency, useLinkQuality } from "@/lib/call/use-latency";
import { useMicrophone } from "@/lib/react/use-microphone";
import { useDirectVoice } from "@/lib/voice/direct";
import { BuyerAudio } from "./buyer-audio";
import { CallView } from "./call-view";
import { NoSound } from "./no-sound";
import { useRing } from "./use-ring";

export function VoiceCall({ live, ticket }: { live: LiveCall; ticket: CallTicket }) {
  const microphone = useMicrophone();
  const voice = useDirectVoice(microphone.stream, live.exchange);
  const quality = useLinkQuality(voice);
  useLatency(live, microphone.stream, voice.track, quality);
  useRing(live.call.phase === "ringing" && voice.state === "connected", live.call.ring);

  const { open } = microphone;
  useEffect(() => void open(), [open]);

  const { start } = voice; // changes with the microphone: another microphone is another connection
  useEffect(() => {
    if (live.joins > 0) void start();
  }, [start, live.joins]);

  const hopeless = microphone.sentence || (voice.state === "failed" ? NO_CONNECTION : "");
  if (hopeless) {
    return <NoSound ticket={ticket} sentence={hopeless} />;
  }
  const sound = { microphone: microphone.stream, voice, quality };
  return (
    <>
      <CallView live={live} ticket={ticket} sound={sound} />
      <BuyerAudio track={voice.track} />
    </>
  );
}

const NO_CONNECTION =
  "The audio connection could not be made, though the page was reached. A firewall or a VPN may block it. Turn it off and try again, or take the call by typing.";
