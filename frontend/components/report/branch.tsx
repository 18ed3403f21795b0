// A moment taken again beside the first time: what was said, and the criteria that it touched.

import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Branch, Report, ReportTurn } from "@/lib/api/report";
import { cameTo } from "@/lib/report/gains";
import { clock, score } from "@/lib/text/time";
import { Compared } from "./compared";

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

function Sides({ branch, report }: { branch: Branch; report: Report }) {
  const { name } = report.persona;
  const { came, left } = cameTo(branch);
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Side title="The first time" turns={branch.before_turns} value={branch.before_score} buyer={name} />
        <Side title="Taken again" turns={branch.after_turns} value={branch.after_score} buyer={name} />
      </div>
      <p className="mt-3 text-sm text-muted">{scoresMean(branch)}</p>
      {scored(branch) && came.length === 0 && (
        <p className="mt-4 text-sm text-muted">The retake touched none of the criteria.</p>
      )}
      <Criteria criteria={came} />
      {left.length > 0 && (
        <div className="mt-2">
          <Disclosure summary={`Not come to this time (${left.length})`}>
            <Criteria criteria={left} />
          </Disclosure>
        </div>
      )}
      <Link
        className="screen-only text-sm text-accent underline underline-offset-4"
        href={`/report/?id=${encodeURIComponent(branch.call_id)}`}
      >
        Open the report of the first time
      </Link>
    </>
  );
}

function Criteria({ criteria }: Pick<Branch, "criteria">) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {criteria.map((criterion) => (
        <Compared key={criterion.id} criterion={criterion} />
      ))}
    </ul>
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
