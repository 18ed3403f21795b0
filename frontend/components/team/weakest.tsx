import { Bar } from "@/components/ui/bar";
import { Card } from "@/components/ui/card";
import type { CriterionFigure } from "@/lib/api/team";
import { percent, plural, score } from "@/lib/text/time";

const SHOWN = 6;

/** Where points are lost: the criteria that were met least, over the calls that gave occasion for them. */
export function Weakest({ criteria }: { criteria: CriterionFigure[] }) {
  if (criteria.length === 0) return null;
  return (
    <Card title="Weakest criteria">
      <ol className="space-y-4">
        {criteria.slice(0, SHOWN).map((one) => (
          <li key={`${one.rubric_id} ${one.criterion}`}>
            <div className="mb-1 flex items-baseline justify-between gap-3">
              <span className="min-w-0 leading-snug">{one.title}</span>
              <span className="font-semibold tabular-nums">{percent(one.share)}</span>
            </div>
            <Bar
              label={`${one.title}: share of its points`}
              value={one.share}
              tone={one.share < 0.4 ? "bad" : "accent"}
            />
            <p className="mt-1 text-xs text-muted">
              {one.rubric_id === "outside_sales" ? "Referral calls" : "Inquiry calls"} ·{" "}
              {plural(one.calls, "call", "calls")} · {score(one.lost_points)} points lost on average
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
