"use client";
// A spoken call straight to the server: microphone, audio connection, and the view that every spoken call has.

import { useEffect } from "react";
import type { CallTicket } from "@/lib/call/ticket";
import type { LiveCall } from "@/lib/call/use-call";
import { useMicrophone } from "@/lib/react/use-microphone";
import { useDirectVoice } from "@/lib/voice/direct";
import { SpokenView } from "./spoken-view";

export function VoiceCall({ live, ticket }: { live: LiveCall; ticket: CallTicket }) {
  const microphone = useMicrophone();
  const voice = useDirectVoice(microphone.stream, live.exchange);

  const { open } = microphone;
  useEffect(() => void open(), [open]);

  const { start } = voice; // changes with the microphone: another microphone is another connection
  useEffect(() => {
    if (live.joins > 0) void start();
  }, [start, live.joins]);

  return <SpokenView live={live} ticket={ticket} microphone={microphone} voice={voice} />;
}
