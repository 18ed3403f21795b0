// What a score means, in a sentence: how far from passing, or from the first time; or why there is none. Pure.

import type { Branch, Report } from "../api/report.ts";
import { cameTo, change } from "./gains.ts";
import { plural, score } from "../text/time.ts";

type Judged = Pick<Report, "score" | "passed" | "pass_score" | "red_lines"> & {
  branch: Pick<Branch, "before_score" | "turn" | "criteria"> | null;
};

/** Empty without a score. */
export function verdict({ score: value, passed, pass_score, red_lines, branch }: Judged): string {
  if (value === null) return "";
  const missing = `${points(pass_score - value)} below the pass mark of ${pass_score}`;
  if (red_lines.length > 0 && value < pass_score) return `${missing}, and a red line was crossed.`;
  if (red_lines.length > 0) return "A red line fails a call, whatever its score.";
  if (branch && branch.before_score !== null) return against(branch);
  if (passed)
    return value === pass_score
      ? "Just passed."
      : `${points(value - pass_score)} above the pass mark of ${pass_score}.`;
  return `${missing}.`;
}

/** The two totals do not compare: a retake that ends early says nothing of what came later. */
export function against(branch: Pick<Branch, "turn" | "criteria">): string {
  const gained = cameTo(branch).came.reduce((sum, one) => sum + change(one), 0);
  const than = "than the first time, on what you came to.";
  if (gained === 0) return "As many points as the first time, on what you came to.";
  return `${plural(Math.abs(gained), "point", "points")} ${gained > 0 ? "more" : "fewer"} ${than}`;
}

const points = (count: number): string => `${score(count)} ${score(count) === "1" ? "point" : "points"}`;

type Unscored = Pick<Report, "status" | "fork_of" | "turns">;

/** Why there is no number, and what the rep can do: the reason of this very call stands between them. */
export function noScore({ status, fork_of, turns }: Unscored): { title: string; next: string } {
  if (status === "unscored")
    return {
      title: "There is no score for this call",
      next: "No number stands in for a missing grade. What was said is kept and can be read below.",
    };
  if (status === "void")
    return {
      title: "This attempt does not count",
      next: "It was not your doing. What you did not find out stays theirs, as you meet them again.",
    };
  const goOn = turns.some((turn) => turn.speaker === "rep") ? ", or go on from any turn of yours below" : "";
  return {
    title: fork_of === null ? "This call could not be graded" : "The retake was too short for a score",
    next: `It counts for nothing, neither for you nor against you. Practise again${goOn}.`,
  };
}
