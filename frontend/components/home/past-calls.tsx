"use client";
// The rep's own calls, newest first, with score or why there is none, and where a coach has answered.

import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Loading } from "@/components/ui/loading";
import { getCalls } from "@/lib/api/client";
import type { CallSummary } from "@/lib/api/contract";
import { useResource } from "@/lib/react/use-resource";
import { isUnread } from "@/lib/report/read-answers";
import { moment, score } from "@/lib/text/time";
import { callHref } from "@/lib/call/under-way";
import { ATTEMPT, STAGE } from "@/lib/text/words";

const SHOWN = 12;
const SHOWN_ON_A_PHONE = 3; // there they stand above the buyers, who are not to be pushed out of sight

function Outcome({ call }: { call: CallSummary }) {
  if (call.score === null)
    return <Badge tone={call.state === "failed" ? "bad" : "plain"}>{STAGE[call.state]}</Badge>;
  return (
    <span className="text-right">
      <span className="block text-lg leading-none font-semibold tabular-nums">{score(call.score)}</span>
      {call.fork_of === null && (
        <span className={`text-xs ${call.passed ? "text-good" : "text-muted"}`}>
          {call.passed ? "passed" : "not passed"}
        </span>
      )}
    </span>
  );
}

/** A call as the list shows it. `unread`: a coach has said something of it, and the rep has not read it. */
interface Listed {
  call: CallSummary;
  unread: boolean;
}

function Row({ call, unread, wide }: Listed & { wide: boolean }) {
  return (
    <li className={wide ? "hidden lg:block" : ""}>
      <Link
        href={callHref(call, unread ? call.answered?.criterion : "")}
        className="-mx-2 flex items-center justify-between gap-3 rounded-lg px-2 py-2.5 hover:bg-sunken"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{call.persona_name}</span>
          <span className="text-sm text-muted">
            <time dateTime={call.started_at}>{moment(call.started_at)}</time>
            {call.fork_of !== null && ", a moment again"}
            {call.attempt !== "private" && `, ${ATTEMPT[call.attempt].toLowerCase()}`}
          </span>
          {unread && (
            <span className="mt-1 block">
              <Badge tone="accent">
                {call.answered?.to === "level" ? "Your coach has looked at it" : "Your coach has answered"}
              </Badge>
            </span>
          )}
        </span>
        <Outcome call={call} />
      </Link>
    </li>
  );
}

export function PastCalls() {
  const { data, sentence, reload } = useResource(getCalls);
  const [all, setAll] = useState(false);
  const some = data !== null && data.length > 0;
  const listed = data?.map((call) => ({ call, unread: isUnread(localStorage, call) })) ?? [];
  const shown = listed.filter(({ unread }, place) => all || unread || place < SHOWN);
  return (
    <aside aria-label="Your calls" className={some ? "max-lg:order-first" : ""}>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">Your calls</h2>
        <Link href="/upload/" className="inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-4">
          Upload a real call
        </Link>
      </div>
      {data === null && <Loading what="your calls" sentence={sentence} reload={reload} />}
      {data?.length === 0 && (
        <p className="text-[0.95rem] leading-relaxed text-muted">
          No calls yet. Pick a buyer; a first call takes about five minutes, and only you see it.
        </p>
      )}
      <ul className="divide-y divide-line">
        {shown.map(({ call, unread }, place) => (
          <Row
            key={call.call_id}
            call={call}
            unread={unread}
            wide={!all && !unread && place >= SHOWN_ON_A_PHONE}
          />
        ))}
      </ul>
      {some && !all && data.length > SHOWN_ON_A_PHONE && (
        <Button
          look="quiet"
          size="small"
          className={data.length > SHOWN ? "" : "lg:hidden"}
          onClick={() => setAll(true)}
        >
          Show all {data.length}
        </Button>
      )}
    </aside>
  );
}
