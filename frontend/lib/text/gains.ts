// What was gained and what was lost between two calls. Pure.

import type { CriterionCompared } from "../api/report.ts";

const change = ({ before, after }: CriterionCompared): number =>
  before.points === null || after.points === null ? 0 : after.points - before.points;

/** `criteria`: the largest gain first. The largest loss comes first too. What one call had no occasion for is neither. */
export function gainsAndLosses(criteria: readonly CriterionCompared[]) {
  return {
    gained: criteria.filter((one) => change(one) > 0),
    lost: criteria.filter((one) => change(one) < 0).toReversed(),
  };
}
