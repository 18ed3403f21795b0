// Where one passes, on figures that may be of several rubrics. Pure.

import type { Rubric } from "../api/contract.ts";

/** The pass mark, 0..100, of the rubrics that graded (all of them while nothing is graded); null: theirs differ. */
export function passLine(
  graded: readonly { rubric_id: string }[],
  rubrics: readonly Pick<Rubric, "id" | "pass_score">[],
): number | null {
  const used = rubrics.filter(({ id }) => graded.some((one) => one.rubric_id === id));
  const marks = new Set((used.length > 0 ? used : rubrics).map((one) => one.pass_score));
  const [only] = marks;
  return marks.size === 1 && only !== undefined ? only : null;
}
