// A team's criteria joined into the skills they belong to, so that a weak spot is seen before its details. Pure.

import type { Rubric } from "../api/contract.ts";
import type { CriterionFigure } from "../api/team.ts";

/** One category of a rubric over many calls. */
export interface Skill {
  rubricId: string;
  id: string;
  title: string;
  share: number; // 0..1 of its points
  calls: number; // graded by its rubric
  lostPoints: number; // an average one's
  criteria: CriterionFigure[]; // the costliest first; `lost_points` over all calls, so that they add up to the skill's
}

type Titled = Pick<Rubric, "id" | "categories">;

/** The costliest skill first. Criteria that no rubric here has any more are left out. */
export function skillsOf(criteria: readonly CriterionFigure[], rubrics: readonly Titled[]): Skill[] {
  const skills = rubrics.flatMap((rubric) => {
    const graded = criteria.filter((one) => one.rubric_id === rubric.id);
    const calls = Math.max(0, ...graded.map((one) => one.calls)); // not every call gives occasion for every criterion
    return rubric.categories.flatMap((category) => {
      const points = new Map(category.criteria.map((one) => [one.id, one.points]));
      const own = graded.filter((one) => points.has(one.criterion));
      if (own.length === 0) return [];
      const of = (one: CriterionFigure) => one.calls * (points.get(one.criterion) ?? 0);
      const lost = own.map((one) => ({ ...one, lost_points: (one.lost_points * one.calls) / calls }));
      return {
        rubricId: rubric.id,
        id: category.id,
        title: category.title,
        share: sum(own, (one) => one.share * of(one)) / sum(own, of),
        calls,
        lostPoints: sum(lost, (one) => one.lost_points),
        criteria: lost.toSorted((a, b) => b.lost_points - a.lost_points),
      };
    });
  });
  return skills.toSorted((a, b) => b.lostPoints - a.lostPoints);
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

/** How a share of points reads: which colour it has. */
export const gradeOfShare = (share: number): "bad" | "warn" | "good" =>
  share < 0.4 ? "bad" : share < 0.7 ? "warn" : "good";
