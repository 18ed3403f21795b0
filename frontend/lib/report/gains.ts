// What was gained and what was lost between two calls. Pure.

import type { Branch, CriterionCompared } from "../api/report.ts";

export const change = ({ before, after }: CriterionCompared): number =>
  before.points === null || after.points === null ? 0 : after.points - before.points;

/** `criteria`: the largest gain first. The largest loss comes first too. What one call had no occasion for is neither. */
export function gainsAndLosses(criteria: readonly CriterionCompared[]) {
  return {
    gained: criteria.filter((one) => change(one) > 0),
    lost: criteria.filter((one) => change(one) < 0).toReversed(),
  };
}

/**
 * What a retake came to, and what it ended before: there nothing was said since the moment, so fewer points are no worse
 * words. In the order in which they came.
 */
export function cameTo({ criteria, turn }: Pick<Branch, "criteria" | "turn">) {
  const isLeft = (one: CriterionCompared): boolean =>
    change(one) < 0 && !one.after.evidence.some((evidence) => evidence.turn >= turn);
  return { came: criteria.filter((one) => !isLeft(one)), left: criteria.filter(isLeft) };
}
