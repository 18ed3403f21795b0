import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Earned } from "@/components/ui/earned";
import type { CategoryResult } from "@/lib/api/report";
import { Criterion, type CriterionSetting } from "./criterion";
import { categoryAnchor } from "./evidence-anchor";

interface CategoryProps extends CriterionSetting {
  category: CategoryResult;
}

/** A category's points of those that could be observed, in the score's card and above its criteria. */
export function CategoryEarned({ category, small }: { category: CategoryResult; small?: boolean }) {
  const { title, points, max_points } = category;
  return (
    <Earned title={title} share={max_points > 0 ? points / max_points : 0} small={small ?? false}>
      {points} of {max_points}
    </Earned>
  );
}

/** Open where the one thing to fix first stands: all of them at once are ten screens on a phone. */
function Category({ category, ...setting }: CategoryProps) {
  const first = setting.report.fix_first?.criterion;
  return (
    <Disclosure
      id={categoryAnchor(category.id)}
      open={category.criteria.some((criterion) => criterion.id === first)}
      summary={<CategoryEarned category={category} />}
    >
      <ul className="space-y-5 pt-1">
        {category.criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} {...setting} />
        ))}
      </ul>
    </Disclosure>
  );
}

export function Categories(setting: CriterionSetting) {
  const { categories } = setting.report;
  if (categories.length === 0) return null;
  return (
    <Card title="Where the points came from">
      {categories.map((category) => (
        <Category key={category.id} category={category} {...setting} />
      ))}
    </Card>
  );
}
