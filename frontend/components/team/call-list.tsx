"use client";
import { Link } from "@/components/ui/link";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RepCall, TeamCall } from "@/lib/api/team";
import { day, score } from "@/lib/text/time";

interface CallListProps {
  title?: string;
  calls: TeamCall[];
  nameOf: (repId: string) => string; // empty: not worth naming
  aside?: ReactNode;
}

const SHOWN = 8;

/** Calls, newest first, each leading to its report. */
export function CallList({ title = "Newest calls", calls, nameOf, aside }: CallListProps) {
  const [all, setAll] = useState(false);
  if (calls.length === 0) return null;
  return (
    <Card title={title} aside={aside}>
      <ul className="divide-y divide-line">
        {(all ? calls : calls.slice(0, SHOWN)).map((call) => (
          <Row
            key={call.call_id}
            call={call}
            name={nameOf(call.rep_id)}
            value={call.score === null ? "–" : score(call.score)}
            about={call.score === null ? "no score" : call.passed ? "passed" : "not passed"}
            ink={call.passed ? "text-good" : "text-muted"}
          />
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

/** The calls behind one skill's figure, each leading to that skill in its report. */
export function SkillCalls({ skill, title, calls }: { skill: string; title: string; calls: RepCall[] }) {
  return (
    <Card title={title}>
      {calls.length === 0 && <p className="text-muted">No call of these weeks gave occasion for it.</p>}
      <ul className="divide-y divide-line">
        {calls.map((call) => {
          const earned = call.skills[skill];
          if (earned === undefined) return null;
          return (
            <Row
              key={call.call_id}
              call={call}
              name=""
              value={`${earned.points} of ${earned.max_points}`}
              about="points"
              skill={skill}
            />
          );
        })}
      </ul>
    </Card>
  );
}

interface RowProps {
  call: TeamCall;
  name: string;
  value: string;
  about: string;
  ink?: string;
  skill?: string; // opened in the report
}

function Row({ call, name, value, about, ink = "text-muted", skill = "" }: RowProps) {
  const to = new URLSearchParams({ id: call.call_id, for: "manager", ...(skill && { skill }) });
  return (
    <li>
      <Link
        href={`/report/?${to.toString()}`}
        className="-mx-2 flex items-center justify-between gap-3 rounded-lg px-2 py-2.5 hover:bg-sunken"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{name || call.persona_name}</span>
          <span className="block text-sm text-muted">
            {name && `${call.persona_name}, `}
            <time dateTime={call.started_at}>{day(call.started_at)}</time>
            {call.attempt === "exam" && ", exam"}
          </span>
        </span>
        <span className="shrink-0 text-right whitespace-nowrap">
          <span className="block leading-none font-semibold tabular-nums">{value}</span>
          <span className={`text-xs ${ink}`}>{about}</span>
        </span>
      </Link>
    </li>
  );
}
