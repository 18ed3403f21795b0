// A team's criteria joined into the skills they belong to, so that a weak spot is seen before its details. Pure.

import type { Rubric } from "../api/contract.ts";
import type { CriterionFigure } from "../api/team.ts";

/** One category of a rubric over many calls. */
export interface Skill {
  rubricId: string;
  id: string;
  title: string;
  share: number; // 0..1 of its points
  lostPoints: number; // an average call's, of 100
  criteria: CriterionFigure[]; // the costliest first
}

type Titled = Pick<Rubric, "id" | "categories">;

/** The costliest skill first. Criteria that no rubric here has any more are left out. */
export function skillsOf(criteria: readonly CriterionFigure[], rubrics: readonly Titled[]): Skill[] {
  const skills = rubrics.flatMap((rubric) =>
    rubric.categories.flatMap((category) => {
      const points = new Map(category.criteria.map((one) => [one.id, one.points]));
      const own = criteria.filter((one) => one.rubric_id === rubric.id && points.has(one.criterion));
      if (own.length === 0) return [];
      const most = sum(own, (one) => points.get(one.criterion) ?? 0);
      return {
        rubricId: rubric.id,
        id: category.id,
        title: category.title,
        share: sum(own, (one) => one.share * (points.get(one.criterion) ?? 0)) / most,
        lostPoints: sum(own, (one) => one.lost_points),
        criteria: own.toSorted((a, b) => b.lost_points - a.lost_points),
      };
    }),
  );
  return skills.toSorted((a, b) => b.lostPoints - a.lostPoints);
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

/** How a share of points reads: which colour it has. */
export const gradeOfShare = (share: number): "bad" | "warn" | "good" =>
  share < 0.4 ? "bad" : share < 0.7 ? "warn" : "good";
