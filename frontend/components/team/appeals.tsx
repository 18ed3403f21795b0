// What reps see otherwise and nobody has answered: whose, on what, why, and the way to the criterion and to the moment.

import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import type { OpenAppeal } from "@/lib/api/team";
import { day } from "@/lib/text/time";

interface AppealsProps {
  appeals: OpenAppeal[];
  nameOf: (repId: string) => string;
}

const LINK =
  "inline-flex min-h-6 items-center text-accent underline decoration-line-strong underline-offset-4";

const reportOf = (callId: string, what: Record<string, string>): string =>
  `/report/?${new URLSearchParams({ id: callId, for: "manager", ...what }).toString()}`;

export function Appeals({ appeals, nameOf }: AppealsProps) {
  if (appeals.length === 0) return null;
  return (
    <Card
      title="Reps see it otherwise"
      aside={<span className="text-sm text-muted tabular-nums">{appeals.length} to answer</span>}
    >
      <ul className="divide-y divide-line">
        {appeals.map((one) => (
          <li key={`${one.call_id} ${one.criterion}`} className="py-3 first:pt-0 last:pb-0">
            <p className="font-medium">
              {nameOf(one.rep_id)}: {one.title}
            </p>
            <p className="text-sm text-muted">
              {one.persona_name}, <time dateTime={one.started_at}>{day(one.started_at)}</time>
            </p>
            <p className="mt-1 leading-relaxed break-words">{one.why}</p>
            <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
              <Link href={reportOf(one.call_id, { criterion: one.criterion })} className={LINK}>
                Look and answer
              </Link>
              {one.turn !== null && (
                <Link href={reportOf(one.call_id, { turn: String(one.turn) })} className={LINK}>
                  The moment on the call
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
