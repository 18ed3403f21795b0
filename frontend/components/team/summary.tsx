import { Card } from "@/components/ui/card";
import type { Figure, Overview } from "@/lib/api/team";
import { trendWords, withError } from "@/lib/text/figures";
import { percent, plural } from "@/lib/text/time";
import { WeeksChart } from "./weeks-chart";

interface Weak {
  name: string;
  figure: Figure;
}

interface SummaryProps {
  overview: Overview;
  weakest: Weak | null; // of the reps or locations below; null: there is nobody to compare
  idle: string[]; // names of who has no call that counts in the period
}

/** Of several, in order: the first, if it has a figure and somebody stands after it. */
export function weakestOf(rows: { name: string; figure: Figure | null }[]): Weak | null {
  const [first, second] = rows;
  return first?.figure && second?.figure ? { name: first.name, figure: first.figure } : null;
}

/** The figure of the whole group: mean with its error, how many pass, where it is going, who is missing. */
export function Summary({ overview, weakest, idle }: SummaryProps) {
  const { figure, trend } = overview;
  return (
    <Card>
      <div className="flex flex-wrap items-end justify-between gap-6">
        {figure ? (
          <dl className="grid grid-cols-[auto_auto_auto] gap-x-4 sm:gap-x-10 [&_dd]:font-semibold [&_dd]:tabular-nums [&_dt]:text-sm [&_dt]:text-muted">
            <dt>Score of 100</dt>
            <dt>Pass</dt>
            <dt>Trend</dt>
            <dd className="text-xl whitespace-nowrap sm:text-3xl">{withError(figure)}</dd>
            <dd className="text-xl whitespace-nowrap sm:text-3xl">{percent(figure.pass_share)}</dd>
            <dd className="pt-1 text-base sm:pt-2">{trendWords(trend)}</dd>
          </dl>
        ) : (
          <p className="text-muted">No call that counts in these weeks. Private practice is the rep’s own.</p>
        )}
        {figure && <WeeksChart overview={overview} />}
      </div>
      {overview.criteria[0] && (
        <p className="mt-4 text-[0.95rem] leading-relaxed">
          <strong className="font-semibold">Look here first:</strong> {overview.criteria[0].title} (
          {percent(overview.criteria[0].share)} of its points)
          {weakest && `; ${weakest.name} (${withError(weakest.figure)})`}
        </p>
      )}
      {figure && (
        <p className="mt-2 text-sm text-muted">
          {plural(figure.calls, "graded call", "graded calls")} that count.{" "}
          {figure.plus_minus === null
            ? "The error of this grader is not known here."
            : "± is the grader’s own error against people’s scores of the same calls; on few calls it is wide."}
        </p>
      )}
      {idle.length > 0 && (
        <p className="mt-2 text-sm">
          <strong className="font-semibold">No call that counts:</strong> {idle.join(", ")}
        </p>
      )}
    </Card>
  );
}
