import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Report, Totals } from "@/lib/api/report";
import { duration, moment, score } from "@/lib/text/time";
import { ATTEMPT, DIFFICULTY } from "@/lib/text/words";
import { ScoreDial } from "./score-dial";

const NO_SCORE = {
  graded: "",
  not_gradable: "This call could not be graded",
  unscored: "There is no score for this call",
  void: "This attempt does not count",
} as const;

function Origin({ totals }: { totals: Totals }) {
  const earned = totals.scored_points + totals.granted_points;
  const left = totals.excluded_points + totals.unscored_points;
  return (
    <div className="text-sm">
      <h2 className="font-medium">How this number came about</h2>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 tabular-nums [&_dd]:text-right [&_dt]:text-muted">
        <dt>Points from your call</dt>
        <dd>{totals.scored_points}</dd>
        <dt>Points granted for what could not be observed</dt>
        <dd>+ {totals.granted_points}</dd>
        <dt>Points that could be earned</dt>
        <dd>of {totals.applicable_points}</dd>
        <dt>Left out: no occasion or not observable</dt>
        <dd>{totals.excluded_points}</dd>
        {totals.unscored_points > 0 && (
          <>
            <dt>Left out: withheld or not heard clearly</dt>
            <dd>{totals.unscored_points}</dd>
          </>
        )}
      </dl>
      <p className="mt-2 border-t border-line pt-2 text-muted">
        100 × {earned} ÷ {totals.applicable_points} = {score(totals.score)}
        {left > 0 && `, over ${totals.applicable_points} of the rubric’s ${totals.rubric_points} points`}.
      </p>
    </div>
  );
}

/** What the number's reader must know of its error, and what a coach would have made of it. */
function Trust({ report }: { report: Report }) {
  const bar = report.error_bar;
  return (
    <div className="max-w-56 text-center text-xs leading-relaxed text-muted">
      {bar ? (
        <p>
          Read it as {score(bar.low)} to {score(bar.high)}. Compared on {bar.calls} calls with {bar.scored_by}
          , this grader is within ±{score(bar.plus_minus)} points 19 times in 20.
        </p>
      ) : (
        <p>This grader has not been compared with people on this rubric, so its error is not known.</p>
      )}
      {report.coach_score !== null && (
        <p className="mt-1 text-sm">With the coach’s changes it would be {score(report.coach_score)}.</p>
      )}
    </div>
  );
}

function Heading({ report, own }: { report: Report; own: boolean }) {
  const { persona, upload } = report;
  const facts = upload
    ? [
        moment(report.started_at),
        upload.by === "manager" ? "Handed in by a manager" : "Handed in by the rep",
        "Counts in no figure",
      ]
    : [
        moment(report.started_at),
        duration(report.duration_ms),
        DIFFICULTY[report.difficulty],
        ATTEMPT[report.attempt],
      ];
  return (
    <div className="flex min-w-0 flex-1 basis-full items-start gap-4">
      <Avatar id={persona.id} name={persona.name} />
      <div className="min-w-0 flex-1">
        <h1 className="text-xl font-semibold sm:text-2xl">
          {upload ? "Uploaded call" : own ? `Your call with ${persona.name}` : `A call with ${persona.name}`}
        </h1>
        <p className="text-sm text-muted">{persona.role}</p>
        <p className="text-sm text-muted">{facts.join(" · ")}</p>
      </div>
    </div>
  );
}

interface ScoreCardProps {
  report: Report;
  own: boolean; // read by the rep whose call it is
  actions: ReactNode;
}

export function ScoreCard({ report, own, actions }: ScoreCardProps) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Heading report={report} own={own} />
        {actions}
      </div>
      <div className="mt-6 grid items-center gap-6 sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-10">
        {report.score !== null && report.totals ? (
          <>
            <div className="flex flex-col items-center gap-2">
              <ScoreDial value={report.score} passScore={report.pass_score} passed={report.passed === true} />
              <Badge tone={report.passed ? "good" : "warn"}>
                {report.passed
                  ? "Passed"
                  : report.red_lines.length > 0
                    ? "Not passed: red line"
                    : "Not passed"}
              </Badge>
              <Trust report={report} />
            </div>
            <Origin totals={report.totals} />
          </>
        ) : (
          <div className="sm:col-span-2">
            <p className="text-lg font-semibold">{NO_SCORE[report.status]}</p>
            <p className="mt-1 leading-relaxed text-muted">{report.reason}</p>
          </div>
        )}
      </div>
    </Card>
  );
}
