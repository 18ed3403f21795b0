"use client";
// The moment to be taken again: what the buyer had just said, what the rep said to it the first time, what that cost, and
// the coach’s advice.

import { Card } from "@/components/ui/card";
import type { Report, ReportTurn } from "@/lib/api/report";
import { useQuery } from "@/lib/react/use-query";
import { ToSay } from "@/components/ui/to-say";
import { lostAt } from "@/lib/brief/lost";
import { clock } from "@/lib/text/time";
import type { Retake } from "./start-call";

const FROM_THE_RING = "The call begins anew, with the same buyer. A retake is practice and never counts.";
const FROM_HERE =
  "The buyer is exactly as they were at that second. When the call begins, you hear their last words once more " +
  "and answer anew. A retake is practice and never counts.";

/** The retake that the page's address asks for, or null. */
export function useRetake(): Retake | null {
  const callId = useQuery("again");
  const turn = useQuery("turn");
  return callId !== "" && /^\d{1,4}$/.test(turn) ? { callId, turn: Number(turn) } : null;
}

/** `report`: of the first time; null: it cannot be had. */
export function Moment({ turn, report }: { turn: number; report: Report | null }) {
  const at = report?.turns[turn];
  const cue = at?.speaker === "rep" ? report?.turns[turn - 1] : at;
  return (
    <Card
      title="That moment again"
      aside={at && <span className="text-sm text-muted tabular-nums">from {clock(at.start_ms)}</span>}
    >
      {report && cue && (
        <p className="leading-relaxed">
          <span className="font-semibold">{report.persona.name}:</span> {cue.text}
        </p>
      )}
      {report && at?.speaker === "rep" && <FirstTime report={report} at={at} />}
      <p className="mt-3 text-sm leading-relaxed text-muted">{cue ? FROM_HERE : FROM_THE_RING}</p>
    </Card>
  );
}

/** What the rep said then, what it lost, what they came for first, and what the coach would have them try. */
function FirstTime({ report, at }: { report: Report; at: ReportTurn }) {
  const wanted = useQuery("criterion");
  const advice = [report.fix_first, ...report.next_up].find(
    (one) => one?.turn === at.index && (wanted === "" || one.criterion === wanted),
  );
  const lost = lostAt(report, at.index, wanted).filter((one) => one.id !== advice?.criterion);
  return (
    <>
      <p className="mt-2 leading-relaxed text-muted">
        <span className="font-semibold">You said:</span> {at.text}
      </p>
      {(advice || lost.length > 0) && (
        <div className="mt-4 space-y-3 rounded-xl bg-accent-soft p-4 leading-relaxed">
          <p className="text-sm text-accent">To try this time</p>
          {advice && (
            <div>
              <p>{advice.what}</p>
              <p className="mt-1 font-medium">
                <ToSay sentence={advice.better} />
              </p>
            </div>
          )}
          {lost.map((one) => (
            <p key={one.id}>
              <span className="font-medium">
                {one.title}, {one.points} of {one.max_points}:
              </span>{" "}
              {one.next_level_check}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
