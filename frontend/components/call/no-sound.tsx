"use client";
// No microphone or no connection: why, and the two ways on. Typing starts the same call afresh.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { startCall } from "@/components/brief/start-call";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { dropTicket, type CallTicket } from "@/lib/call/ticket";

interface NoSoundProps {
  ticket: CallTicket;
  sentence: string;
}

export function NoSound({ ticket, sentence }: NoSoundProps) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const again = async (channel: "voice" | "typed") => {
    dropTicket(sessionStorage, ticket.callId);
    const card = { id: ticket.order.persona_id };
    const outcome = await startCall(card, { ...ticket.order, channel }, ticket.callId);
    if (outcome.callId) window.location.replace(`/call/?id=${encodeURIComponent(outcome.callId)}`);
    else setProblem(outcome.sentence);
  };
  return (
    <Page>
      <div className="mx-auto max-w-lg space-y-4 py-16">
        <Notice
          tone="bad"
          actions={
            <>
              <Button size="small" onClick={() => void again("typed")}>
                Type instead
              </Button>
              <Button size="small" look="outline" onClick={() => void again("voice")}>
                Try again
              </Button>
              <Button size="small" look="quiet" onClick={() => router.push("/")}>
                Leave
              </Button>
            </>
          }
        >
          {sentence}
        </Notice>
        {problem && <Notice tone="bad">{problem}</Notice>}
      </div>
    </Page>
  );
}
