// A moment taken again beside the first time: what was said, and the criteria that it touched.

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Branch, CriterionCompared, Outcome, Report, ReportTurn } from "@/lib/api/report";
import { clock, score } from "@/lib/text/time";
import { STATUS } from "@/lib/text/words";

interface SideProps {
  title: string;
  turns: ReportTurn[];
  value: number | null;
  buyer: string;
}

function Side({ title, turns, value, buyer }: SideProps) {
  return (
    <div className="min-w-0 rounded-xl bg-sunken p-4">
      <h3 className="flex items-baseline justify-between gap-3 text-sm text-muted">
        {title}
        <span className="text-lg font-semibold text-ink tabular-nums">
          {value === null ? "–" : score(value)}
        </span>
      </h3>
      {turns.length === 0 && <p className="mt-1 text-sm text-muted">The call ended here.</p>}
      {turns.map((turn) => (
        <p key={turn.index} className="mt-1.5 leading-relaxed">
          <span className="text-sm font-semibold text-muted">{turn.speaker === "rep" ? "You" : buyer}: </span>
          {turn.text}
        </p>
      ))}
    </div>
  );
}

const points = (outcome: Outcome, max: number): string =>
  outcome.points === null ? STATUS[outcome.status] : `${outcome.points} / ${max}`;

function look({ before, after }: CriterionCompared): string {
  const gained = (after.points ?? 0) - (before.points ?? 0);
  return gained > 0 ? "text-good" : gained < 0 ? "text-bad" : "text-muted";
}

function Compared({ criterion }: { criterion: CriterionCompared }) {
  const { title, before, after, max_points } = criterion;
  return (
    <li className="keep-together py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-[0.95rem] font-medium">{title}</h3>
        <span
          className={`flex items-center gap-1.5 text-sm font-semibold whitespace-nowrap tabular-nums ${look(criterion)}`}
        >
          {points(before, max_points)}
          <ArrowRight aria-label="then, taken again," className="size-3.5" />
          {points(after, max_points)}
        </span>
      </div>
      <Quotes title="Then" outcome={before} />
      <Quotes title="Now" outcome={after} />
    </li>
  );
}

function Quotes({ title, outcome }: { title: string; outcome: Outcome }) {
  const first = outcome.evidence[0];
  if (first === undefined) return null;
  return (
    <p className="mt-0.5 text-sm leading-relaxed text-muted">
      {title}: <q className="text-ink">{first.quote}</q>
    </p>
  );
}

function Sides({ branch, report }: { branch: Branch; report: Report }) {
  const { name } = report.persona;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Side title="The first time" turns={branch.before_turns} value={branch.before_score} buyer={name} />
        <Side title="Taken again" turns={branch.after_turns} value={branch.after_score} buyer={name} />
      </div>
      <p className="mt-3 text-sm text-muted">{scoresMean(branch)}</p>
      {scored(branch) && branch.criteria.length === 0 && (
        <p className="mt-4 text-sm text-muted">The retake touched none of the criteria.</p>
      )}
      <ul className="mt-2 divide-y divide-line">
        {branch.criteria.map((criterion) => (
          <Compared key={criterion.id} criterion={criterion} />
        ))}
      </ul>
      <Link
        className="screen-only text-sm text-accent underline underline-offset-4"
        href={`/report/?id=${encodeURIComponent(branch.call_id)}`}
      >
        Open the report of the first time
      </Link>
    </>
  );
}

const scored = ({ before_score, after_score }: Branch): boolean =>
  before_score !== null && after_score !== null;

function scoresMean(branch: Branch): string {
  if (!scored(branch)) return "One of the two has no score, so only what was said stands side by side.";
  return "The scores are of the two whole calls: what the retake did not come to counts as not said.";
}

export function BranchCard({ report }: { report: Report }) {
  const { fork_of, branch } = report;
  if (fork_of === null) return null;
  return (
    <Card
      title="That moment again"
      aside={branch && <span className="text-sm text-muted tabular-nums">from {clock(branch.at_ms)}</span>}
    >
      {branch ? (
        <Sides branch={branch} report={report} />
      ) : (
        <p className="leading-relaxed text-muted">
          This is a moment of an earlier call taken again. That call is no longer here, or has no report yet.
        </p>
      )}
    </Card>
  );
}
