import { Bar } from "@/components/ui/bar";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { CategoryResult, Report } from "@/lib/api/report";
import { gradeOfShare } from "@/lib/text/skills";
import { Criterion } from "./criterion";
import { categoryAnchor } from "./evidence-anchor";

interface CategoriesProps {
  report: Report;
  onOverride: (() => void) | null; // a coach gave a level of their own; null: the reader is no coach
}

interface CategoryProps extends CategoriesProps {
  category: CategoryResult;
}

export const shareOf = ({ points, max_points }: CategoryResult): number =>
  max_points > 0 ? points / max_points : 0;

/** Open where the one thing to fix first stands: all of them at once are ten screens on a phone. */
function Category({ category, report, onOverride }: CategoryProps) {
  const first = report.fix_first?.criterion;
  return (
    <Disclosure
      id={categoryAnchor(category.id)}
      open={category.criteria.some((criterion) => criterion.id === first)}
      summary={
        <span className="block">
          <span className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{category.title}</span>
            <span className="text-sm whitespace-nowrap text-muted tabular-nums">
              {category.points} of {category.max_points}
            </span>
          </span>
          <span className="mt-1.5 block">
            <Bar label={category.title} value={shareOf(category)} tone={gradeOfShare(shareOf(category))} />
          </span>
        </span>
      }
    >
      <ul className="space-y-5 pt-1">
        {category.criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} report={report} onOverride={onOverride} />
        ))}
      </ul>
    </Disclosure>
  );
}

export function Categories({ report, onOverride }: CategoriesProps) {
  const { categories } = report;
  if (categories.length === 0) return null;
  return (
    <Card title="Where the points came from">
      {categories.map((category) => (
        <Category key={category.id} category={category} report={report} onOverride={onOverride} />
      ))}
    </Card>
  );
}
