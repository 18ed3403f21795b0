import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { TeamCallProgress } from "@/lib/api/team";
import type { CategoryResult, Report, Totals } from "@/lib/api/report";
import { repName } from "@/lib/text/figures";
import { duration, moment, score } from "@/lib/text/time";
import { noScore, verdict } from "@/lib/report/verdict";
import { ATTEMPT, DIFFICULTY } from "@/lib/text/words";
import { CategoryEarned } from "./categories";
import { categoryAnchor } from "./evidence-anchor";
import { Jump } from "./jump";
import { ScoreDial } from "./score-dial";

/** Where the points came from, in one look; each leads to its criteria. */
function Shares({ categories }: { categories: CategoryResult[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:gap-x-12">
      {categories.map((category) => (
        <li key={category.id}>
          <Jump
            to={categoryAnchor(category.id)}
            className="-mx-2 block rounded-lg px-2 py-1.5 hover:bg-sunken"
          >
            <CategoryEarned category={category} small />
          </Jump>
        </li>
      ))}
    </ul>
  );
}

function Sum({ totals }: { totals: Totals }) {
  const earned = totals.scored_points + totals.granted_points;
  const left = totals.excluded_points + totals.unscored_points;
  return (
    <dl className="grid max-w-md grid-cols-[1fr_auto] gap-x-4 gap-y-1 tabular-nums [&_dd]:text-right [&_dt]:text-muted">
      <dt>Points from the call</dt>
      <dd>{totals.scored_points}</dd>
      {totals.granted_points > 0 && (
        <>
          <dt>Points granted for what could not be observed</dt>
          <dd>+ {totals.granted_points}</dd>
        </>
      )}
      <dt>Points that could be earned</dt>
      <dd>of {totals.applicable_points}</dd>
      {totals.excluded_points > 0 && (
        <>
          <dt>Left out: no occasion or not observable</dt>
          <dd>{totals.excluded_points}</dd>
        </>
      )}
      {totals.unscored_points > 0 && (
        <>
          <dt>Left out: withheld or not heard clearly</dt>
          <dd>{totals.unscored_points}</dd>
        </>
      )}
      <dt className="col-span-2 border-t border-line pt-2">
        100 × {earned} ÷ {totals.applicable_points} = {score(totals.score)}
        {left > 0 && `, over ${totals.applicable_points} of the rubric’s ${totals.rubric_points} points`}
      </dt>
    </dl>
  );
}

/** The sum behind the number, and what its reader must know of its error. */
function Origin({ report, totals }: { report: Report; totals: Totals }) {
  const bar = report.error_bar;
  return (
    <Disclosure
      summary={
        <span className="text-sm">
          <span className="font-medium">How this number came about</span>
          {bar && (
            <span className="text-muted">
              {" "}
              · a person would most likely give {score(bar.low)} to {score(bar.high)}
            </span>
          )}
        </span>
      }
    >
      <div className="space-y-3 text-sm">
        <Sum totals={totals} />
        <p className="max-w-prose leading-relaxed text-muted">
          {bar
            ? `Compared on ${bar.calls} calls with ${bar.scored_by}, this grader is within ±${score(bar.plus_minus)} points 19 times in 20.`
            : "This grader has not been compared with people on this rubric, so its error is not known."}
        </p>
      </div>
    </Disclosure>
  );
}

function Heading({ report, own, rep }: Omit<ScoreCardProps, "actions">) {
  const { persona, upload } = report;
  const facts = upload
    ? [
        moment(report.started_at),
        upload.by === "manager" ? "Handed in by a manager" : "Handed in by the rep",
        "Does not count",
      ]
    : [
        moment(report.started_at),
        duration(report.duration_ms),
        DIFFICULTY[report.difficulty],
        report.fork_of === null ? ATTEMPT[report.attempt] : "A moment taken again",
      ];
  return (
    <div className="flex min-w-0 flex-1 basis-full items-start gap-4">
      <Avatar id={persona.id} name={upload ? "Uploaded call" : persona.name} />
      <div className="min-w-0 flex-1">
        <h1 className="text-xl font-semibold sm:text-2xl">
          {rep && `${repName({ ...rep, name: rep.rep_name })}: `}
          {upload ? "Uploaded call" : own ? `Your call with ${persona.name}` : `call with ${persona.name}`}
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
  rep: TeamCallProgress | null; // whose call it is, for a manager
  actions: ReactNode;
}

export function ScoreCard({ report, own, rep, actions }: ScoreCardProps) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Heading report={report} own={own} rep={rep} />
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
                  : report.red_lines.length > 0 && report.score >= report.pass_score
                    ? "Not passed: red line"
                    : "Not passed"}
              </Badge>
              {report.coach_score !== null && (
                <p className="max-w-56 text-center text-sm text-muted">
                  With the coach’s changes it would be {score(report.coach_score)}.
                </p>
              )}
            </div>
            <div className="min-w-0">
              <p className="mb-3 text-lg leading-snug font-semibold">{verdict(report)}</p>
              <Shares categories={report.categories} />
              <div className="mt-3 border-t border-line">
                <Origin report={report} totals={report.totals} />
              </div>
            </div>
          </>
        ) : (
          <div className="sm:col-span-2">
            <p className="text-lg font-semibold">{noScore(report).title}</p>
            <p className="mt-1 leading-relaxed">{report.reason}</p>
            {own && report.upload === null && (
              <p className="mt-1 leading-relaxed text-muted">{noScore(report).next}</p>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
