"use client";
// Back to a moment of this call, with the buyer as they were: the way into a retake.

import { Undo2 } from "lucide-react";
import { useQuery } from "@/lib/react/use-query";
import { LinkButton } from "@/components/ui/button";
import type { Report } from "@/lib/api/report";

interface TakeAgainProps {
  report: Report;
  turn: number;
  look?: "outline" | "quiet";
  className?: string;
}

/** "Try that moment again", spoken or typed; the briefing asks for consent as before any call. */
export function TakeAgain({ report, turn, look = "outline", className = "" }: TakeAgainProps) {
  const at = report.turns[turn];
  const forManager = useQuery("for") === "manager"; // it was somebody else's call
  if (at === undefined || forManager || report.upload !== null) return null;
  const query = new URLSearchParams({
    persona: report.persona.id,
    again: report.call_id,
    turn: String(turn),
  });
  return (
    <span className={`screen-only block ${className}`}>
      <LinkButton look={look} size="small" href={`/brief/?${query.toString()}`}>
        <Undo2 aria-hidden className="size-4" />
        Try that moment again
      </LinkButton>
    </span>
  );
}
