import { Card } from "@/components/ui/card";
import type { Overview } from "@/lib/api/team";
import { trendWords, withError } from "@/lib/text/figures";
import { percent, plural } from "@/lib/text/time";
import { WeeksChart } from "./weeks-chart";

interface SummaryProps {
  overview: Overview;
  idle: string[]; // names of who has no call that counts in the period
}

/** The figure of the whole group: mean with its error, how many pass, where it is going, who is missing. */
export function Summary({ overview, idle }: SummaryProps) {
  const { figure, trend } = overview;
  return (
    <Card>
      <div className="flex flex-wrap items-end justify-between gap-6">
        {figure ? (
          <dl className="grid grid-cols-3 gap-x-6 sm:gap-x-8 [&_dd]:font-semibold [&_dd]:tabular-nums [&_dt]:text-sm [&_dt]:text-muted">
            <dt>Score of 100</dt>
            <dt>Pass</dt>
            <dt>Trend</dt>
            <dd className="text-2xl whitespace-nowrap sm:text-3xl">{withError(figure)}</dd>
            <dd className="text-2xl whitespace-nowrap sm:text-3xl">{percent(figure.pass_share)}</dd>
            <dd className="pt-2 text-base">{trendWords(trend)}</dd>
          </dl>
        ) : (
          <p className="text-muted">No call that counts in these weeks. Private practice is the rep’s own.</p>
        )}
        {figure && <WeeksChart overview={overview} />}
      </div>
      {figure && (
        <p className="mt-4 text-sm text-muted">
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
