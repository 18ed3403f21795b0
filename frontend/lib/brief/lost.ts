// What a moment of a call cost. Pure.

import type { CriterionResult, Report } from "../api/report.ts";

/** The criteria whose first words stand in this turn and that could have earned more, the largest loss first; before
 * them the one that the rep came for, which may not have been said at all. */
export function lostAt(report: Pick<Report, "categories">, turn: number, wanted = ""): CriterionResult[] {
  const here = report.categories
    .flatMap((category) => category.criteria)
    .filter((one) => one.evidence[0]?.turn === turn || (one.id === wanted && one.turn === turn))
    .filter((one) => one.next_level_check !== null && lossOf(one) > 0);
  return here.toSorted((a, b) => Number(b.id === wanted) - Number(a.id === wanted) || lossOf(b) - lossOf(a));
}

const lossOf = ({ points, max_points }: CriterionResult): number =>
  points === null ? 0 : max_points - points;
