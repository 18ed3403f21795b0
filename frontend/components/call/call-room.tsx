"use client";
// One call from the first ring to the coach: chooses the view for the phase the call is in.

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { CoachProgress } from "@/components/review/coach-progress";
import { Review } from "@/components/review/review";
import { HomeLink } from "@/components/ui/home-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import type { CallTicket } from "@/lib/call/ticket";
import { useCall } from "@/lib/call/use-call";
import { TypedCall } from "./typed-call";
import { VoiceCall } from "./voice-call";

// The LiveKit client is most of the page's script: it is fetched when a call is spoken (the bars) or held in a room.
const RoomCall = dynamic(() => import("./room-call").then((module) => module.RoomCall), { ssr: false });

const over = { replaced: true, gone: true, refused: true } as const;

export function CallRoom({ ticket }: { ticket: CallTicket }) {
  const router = useRouter();
  const live = useCall(ticket);
  const { call } = live;

  if (call.phase === "coaching") {
    const onReport = () => router.replace(`/report/?id=${encodeURIComponent(ticket.callId)}`);
    return <CoachProgress callId={ticket.callId} onReport={onReport} />;
  }
  if (call.phase === "review") return <Review call={call} send={live.send} />;
  if (call.phase in over) {
    return (
      <Page>
        <div className="mx-auto max-w-lg py-16">
          <Notice tone="warn" actions={<HomeLink />}>
            {call.sentence}
          </Notice>
        </div>
      </Page>
    );
  }
  if (ticket.channel === "typed") return <TypedCall live={live} ticket={ticket} />;
  const Spoken = ticket.transport === "room" ? RoomCall : VoiceCall;
  return <Spoken live={live} ticket={ticket} />;
}
