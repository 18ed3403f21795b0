import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { TeamCall } from "@/lib/api/team";
import { moment, score } from "@/lib/text/time";

interface CallListProps {
  title?: string;
  calls: TeamCall[];
  nameOf: (repId: string) => string; // empty: not worth naming
}

/** Calls, newest first, each leading to its report. */
export function CallList({ title = "Newest calls", calls, nameOf }: CallListProps) {
  if (calls.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {calls.map((call) => (
          <li key={call.call_id}>
            <Link
              href={`/report/?id=${encodeURIComponent(call.call_id)}&for=manager`}
              className="-mx-2 flex items-center justify-between gap-3 rounded-lg px-2 py-2.5 hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block truncate font-medium">{nameOf(call.rep_id) || call.persona_name}</span>
                <span className="block text-sm text-muted">
                  {nameOf(call.rep_id) && `${call.persona_name}, `}
                  <time dateTime={call.started_at}>{moment(call.started_at)}</time>
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
    </Card>
  );
}
