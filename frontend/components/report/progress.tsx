// The rep's calls with this buyer in a row, and what came out otherwise than the last time.

import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { CriterionCompared, Progress, Report } from "@/lib/api/report";
import { gainsAndLosses } from "@/lib/report/gains";
import { day, score } from "@/lib/text/time";
import { Compared } from "./compared";

const SHOWN = 3; // of what was gained, and of what was lost

interface PointProps {
  value: number;
  about: string;
  href?: string; // none: the call that the report is about
}

function Point({ value, about, href }: PointProps) {
  const figure = (
    <>
      <span className={`block text-lg font-semibold tabular-nums ${href ? "" : "text-accent"}`}>
        {score(value)}
      </span>
      <span className="block text-xs whitespace-nowrap text-muted">{about}</span>
    </>
  );
  return (
    <li className="text-center">
      {href ? (
        <Link href={href} className="block rounded-lg px-3 py-1.5 hover:bg-sunken">
          {figure}
        </Link>
      ) : (
        <span aria-current="true" className="block rounded-lg bg-accent-soft px-3 py-1.5">
          {figure}
        </span>
      )}
    </li>
  );
}

function Scores({ progress, now }: { progress: Progress; now: number }) {
  return (
    <ol className="-mx-3 flex flex-wrap items-end gap-x-1 gap-y-2 sm:mx-0">
      {progress.earlier.map((call) => (
        <Point
          key={call.call_id}
          value={call.score}
          about={day(call.graded_at)}
          href={`/report/?id=${encodeURIComponent(call.call_id)}`}
        />
      ))}
      <Point value={now} about="this call" />
    </ol>
  );
}

function Changes({ title, criteria }: { title: string; criteria: CriterionCompared[] }) {
  if (criteria.length === 0) return null;
  const list = (some: CriterionCompared[]) => (
    <ul className="divide-y divide-line">
      {some.map((one) => (
        <Compared key={one.id} criterion={one} />
      ))}
    </ul>
  );
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="text-sm font-semibold text-muted">{title}</h3>
      {list(criteria.slice(0, SHOWN))}
      {criteria.length > SHOWN && (
        <Disclosure summary={<span className="text-sm">{criteria.length - SHOWN} more</span>}>
          {list(criteria.slice(SHOWN))}
        </Disclosure>
      )}
    </section>
  );
}

export function ProgressCard({ report }: { report: Report }) {
  const { progress, persona } = report;
  if (progress === null || report.score === null) return null;
  const { gained, lost } = gainsAndLosses(progress.criteria);
  return (
    <Card title={`Your calls with ${persona.name}`} className="keep-together">
      <Scores progress={progress} now={report.score} />
      <p className="mt-3 text-sm text-muted">
        Two scores may differ by chance alone: what changed since the last call says more than the sum.
      </p>
      <div
        className={`mt-4 grid gap-x-8 gap-y-4 ${gained.length > 0 && lost.length > 0 ? "lg:grid-cols-2" : ""}`}
      >
        <Changes title="Better than the last time" criteria={gained} />
        <Changes title="Not as good as the last time" criteria={lost} />
      </div>
      {gained.length === 0 && lost.length === 0 && (
        <p className="text-muted">Every criterion came out as on the last call.</p>
      )}
    </Card>
  );
}
