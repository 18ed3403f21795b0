// One criterion on two calls of the rep: what it was worth then and now, and on which words.

import { ArrowRight } from "lucide-react";
import type { CriterionCompared, Outcome } from "@/lib/api/report";
import { STATUS } from "@/lib/text/words";

const points = (outcome: Outcome, max: number): string =>
  outcome.points === null ? STATUS[outcome.status] : `${outcome.points} / ${max}`;

function look({ before, after }: CriterionCompared): string {
  const gained = (after.points ?? 0) - (before.points ?? 0);
  return gained > 0 ? "text-good" : gained < 0 ? "text-bad" : "text-muted";
}

export function Compared({ criterion }: { criterion: CriterionCompared }) {
  const { title, before, after, max_points } = criterion;
  return (
    <li className="keep-together py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-[0.95rem] font-medium">{title}</h3>
        <span
          className={`flex items-center gap-1.5 text-sm font-semibold whitespace-nowrap tabular-nums ${look(criterion)}`}
        >
          {points(before, max_points)}
          <ArrowRight aria-label="then, now" className="size-3.5" />
          {points(after, max_points)}
        </span>
      </div>
      <Quotes title="Then" outcome={before} />
      <Quotes title="Now" outcome={after} />
    </li>
  );
}

function Quotes({ title, outcome }: { title: string; outcome: Outcome }) {
  if (outcome.evidence.length === 0) return null;
  return (
    <p className="mt-0.5 text-sm leading-relaxed text-muted">
      {title}:{" "}
      {outcome.evidence.map(({ turn, start, quote }) => (
        <q key={`${turn}:${start}`} className="mr-1.5 text-ink">
          {quote}
        </q>
      ))}
    </p>
  );
}
