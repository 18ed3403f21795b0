// What a score means, in a sentence: how far from passing, or from the first time. Pure.

import type { Report } from "../api/report.ts";
import { score } from "./time.ts";

type Judged = Pick<Report, "score" | "passed" | "pass_score" | "red_lines"> & {
  branch: Pick<NonNullable<Report["branch"]>, "before_score"> | null;
};

/** Empty without a score. */
export function verdict({ score: value, passed, pass_score, red_lines, branch }: Judged): string {
  if (value === null) return "";
  const missing = `${points(pass_score - value)} below the pass mark of ${pass_score}`;
  if (red_lines.length > 0 && value < pass_score) return `${missing}, and a red line was crossed.`;
  if (red_lines.length > 0) return "A red line fails a call, whatever its score.";
  if (branch && branch.before_score !== null) return against(value - branch.before_score);
  if (passed) return "Passed.";
  return `${missing}.`;
}

function against(gained: number): string {
  if (score(Math.abs(gained)) === "0") return "As many points as the first time.";
  return `${points(Math.abs(gained))} ${gained > 0 ? "more" : "fewer"} than the first time.`;
}

const points = (count: number): string => `${score(count)} ${score(count) === "1" ? "point" : "points"}`;
