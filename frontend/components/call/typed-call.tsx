"use client";
// A call taken by typing: the same view without microphone and sound.

import type { CallTicket } from "@/lib/call/ticket";
import type { LiveCall } from "@/lib/call/use-call";
import { CallView } from "./call-view";

export function TypedCall({ live, ticket }: { live: LiveCall; ticket: CallTicket }) {
  return <CallView live={live} ticket={ticket} sound={null} />;
}
