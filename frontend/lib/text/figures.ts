// A team's figures as people read them. Pure.

import type { Figure, Trend } from "../api/team.ts";
import { score } from "./time.ts";

/** "62.4 ± 5", or the mean alone when the grader's error is not known. */
export const withError = (figure: Figure): string =>
  figure.plus_minus === null
    ? score(figure.mean)
    : `${score(figure.mean)} ± ${Math.round(figure.plus_minus)}`;

/** "+6 ± 3 better", "−4 ± 2 worse", "no clear change", "too few calls". */
export function trendWords(trend: Trend | null): string {
  if (trend === null) return "too few calls";
  if (trend.word === "unclear") return "no clear change";
  const points = `${trend.change > 0 ? "+" : "−"}${score(Math.abs(trend.change))}`;
  return `${points} ± ${Math.round(trend.plus_minus)} ${trend.word}`;
}

/** "home_care_omaha" -> "Home care omaha". */
export function placeName(id: string): string {
  const words = id.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A rep by name, or by the end of the id when they entered none. */
export const repName = (rep: { name: string; rep_id: string }): string =>
  rep.name || `Rep ${rep.rep_id.slice(-4)}`;
