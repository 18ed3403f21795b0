"use client";
// Back to a moment of this call, with the buyer as they were: the way into a retake.

import { Undo2 } from "lucide-react";
import { useQuery } from "@/lib/react/use-query";
import { LinkButton } from "@/components/ui/button";
import type { Report } from "@/lib/api/report";
import { clock } from "@/lib/text/time";

interface TakeAgainProps {
  report: Report;
  turn: number;
  criterion?: string; // what the rep wants to do better there
  among?: boolean; // one of many on the page: small, and named by the moment for who hears it read out
  className?: string;
}

/** "Try that moment again", spoken or typed; the briefing asks for consent as before any call. */
export function TakeAgain({ report, turn, criterion = "", among = false, className = "" }: TakeAgainProps) {
  const at = report.turns[turn];
  const forManager = useQuery("for") === "manager"; // it was somebody else's call
  if (at === undefined || forManager || report.upload !== null) return null;
  const query = new URLSearchParams({
    persona: report.persona.id,
    again: report.call_id,
    turn: String(turn),
    ...(criterion && { criterion }),
  });
  return (
    <span className={`screen-only block ${className}`}>
      <LinkButton
        look={among ? "quiet" : "outline"}
        size="small"
        href={`/brief/?${query.toString()}`}
        aria-label={among ? `Try again from ${clock(at.start_ms)}` : undefined}
        title={among ? "Try that moment again" : undefined}
      >
        <Undo2 aria-hidden className="size-4" />
        {among ? "Try again" : "Try that moment again"}
      </LinkButton>
    </span>
  );
}
