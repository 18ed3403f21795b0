"use client";
// The moment to be taken again: what the buyer had just said, what the rep said to it the first time, and the coach’s advice.

import { useCallback } from "react";
import { Card } from "@/components/ui/card";
import { getReport } from "@/lib/api/client";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { clock } from "@/lib/text/time";
import type { Retake } from "./start-call";

/** The retake that the page's address asks for, or null. */
export function useRetake(): Retake | null {
  const callId = useQuery("again");
  const turn = useQuery("turn");
  return callId !== "" && /^\d{1,4}$/.test(turn) ? { callId, turn: Number(turn) } : null;
}

export function Moment({ retake }: { retake: Retake }) {
  const { callId, turn } = retake;
  const find = useCallback(() => getReport(callId), [callId]);
  const report = useResource(find).data;
  const at = report?.turns[turn];
  const advice = report && [report.fix_first, ...report.next_up].find((one) => one?.turn === turn);
  const cue = at?.speaker === "rep" ? report?.turns[turn - 1] : at;
  return (
    <Card
      title="That moment again"
      aside={at && <span className="text-sm text-muted tabular-nums">from {clock(at.start_ms)}</span>}
    >
      {cue && (
        <p className="leading-relaxed">
          <span className="font-semibold">{report?.persona.name}:</span> {cue.text}
        </p>
      )}
      {at?.speaker === "rep" && (
        <p className="mt-2 leading-relaxed text-muted">
          <span className="font-semibold">You said:</span> {at.text}
        </p>
      )}
      {advice && (
        <div className="mt-4 rounded-xl bg-accent-soft p-4">
          <p className="text-sm text-accent">To try this time</p>
          <p className="mt-1 leading-relaxed">{advice.what}</p>
          <p className="mt-1 leading-relaxed font-medium">“{advice.better}”</p>
        </div>
      )}
      <p className="mt-3 text-sm leading-relaxed text-muted">
        The buyer is exactly as they were at that second. When you speak, you hear their last words once more
        and answer anew. A retake is practice and never counts.
      </p>
    </Card>
  );
}
