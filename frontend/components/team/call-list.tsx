"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { TeamCall } from "@/lib/api/team";
import { day, score } from "@/lib/text/time";

interface CallListProps {
  title?: string;
  calls: TeamCall[];
  nameOf: (repId: string) => string; // empty: not worth naming
}

const SHOWN = 8;

/** Calls, newest first, each leading to its report. */
export function CallList({ title = "Newest calls", calls, nameOf }: CallListProps) {
  const [all, setAll] = useState(false);
  if (calls.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {(all ? calls : calls.slice(0, SHOWN)).map((call) => (
          <li key={call.call_id}>
            <Link
              href={`/report/?id=${encodeURIComponent(call.call_id)}&for=manager`}
              className="-mx-2 flex items-center justify-between gap-3 rounded-lg px-2 py-2.5 hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block truncate font-medium">{nameOf(call.rep_id) || call.persona_name}</span>
                <span className="block text-sm text-muted">
                  {nameOf(call.rep_id) && `${call.persona_name}, `}
                  <time dateTime={call.started_at}>{day(call.started_at)}</time>
                  {call.attempt === "exam" && ", exam"}
                </span>
              </span>
              <span className="shrink-0 text-right whitespace-nowrap">
                <span className="block leading-none font-semibold tabular-nums">
                  {call.score === null ? "–" : score(call.score)}
                </span>
                <span className={`text-xs ${call.passed ? "text-good" : "text-muted"}`}>
                  {call.score === null ? "no score" : call.passed ? "passed" : "not passed"}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {!all && calls.length > SHOWN && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          Show all {calls.length}
        </Button>
      )}
    </Card>
  );
}
