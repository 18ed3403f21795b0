"use client";
// What every spoken call shows, whichever way its sound travels: ring, latency, the call's view, the buyer's sound.

import type { CallTicket } from "@/lib/call/ticket";
import type { LiveCall } from "@/lib/call/use-call";
import { useLatency, useLinkQuality } from "@/lib/call/use-latency";
import type { useMicrophone } from "@/lib/react/use-microphone";
import type { Voice } from "@/lib/voice/voice";
import { BuyerAudio } from "./buyer-audio";
import { CallView } from "./call-view";
import { NoSound } from "./no-sound";
import { useRing } from "./use-ring";

interface SpokenViewProps {
  live: LiveCall;
  ticket: CallTicket;
  microphone: ReturnType<typeof useMicrophone>;
  voice: Voice;
}

export function SpokenView({ live, ticket, microphone, voice }: SpokenViewProps) {
  const quality = useLinkQuality(voice);
  useLatency(live, microphone.stream, voice.track, quality);
  const rings = live.call.phase === "ringing" && live.call.forkTurn === 0 && voice.state === "connected";
  useRing(rings, live.call.ring);

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
