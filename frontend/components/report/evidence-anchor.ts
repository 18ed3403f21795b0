// Where a piece of evidence stands in the transcript: names for its spans, and the way to them.

import type { CriterionResult, Evidence, Report } from "@/lib/api/report";
import type { Span } from "@/lib/report/spans";

export const criterionAnchor = (criterionId: string, i: number) => `said-${criterionId}-${i}`;
export const redLineAnchor = (redLineId: string) => `said-red-${redLineId}`;
export const crossedAnchor = (redLineId: string) => `red-line-${redLineId}`;
export const adviceAnchor = (i: number) => `said-advice-${i}`;
export const resultAnchor = (criterionId: string) => `result-${criterionId}`;
export const categoryAnchor = (categoryId: string) => `category-${categoryId}`;
export const turnAnchor = (index: number) => `turn-${index}`;

interface Placed {
  anchor: string;
  evidence: Evidence;
}

function placed(report: Report): Placed[] {
  const criteria = report.categories.flatMap((category) => category.criteria);
  const advice = [report.fix_first, ...report.next_up].map((one) => one?.instead_of ?? null);
  return [
    ...criteria.flatMap((criterion) =>
      criterion.evidence.map((evidence, i) => ({ anchor: criterionAnchor(criterion.id, i), evidence })),
    ),
    ...report.red_lines.map((line) => ({ anchor: redLineAnchor(line.id), evidence: line.evidence })),
    ...advice.flatMap((evidence, i) => (evidence ? [{ anchor: adviceAnchor(i), evidence }] : [])),
  ];
}

/** The spans to mark in each turn, by turn index. */
export function spansByTurn(report: Report): Map<number, Span[]> {
  const byTurn = new Map<number, Span[]>();
  for (const { anchor, evidence } of placed(report)) {
    const spans = byTurn.get(evidence.turn) ?? [];
    spans.push({ id: anchor, start: evidence.start, end: evidence.end });
    byTurn.set(evidence.turn, spans);
  }
  return byTurn;
}

/** A criterion of which something was said in a turn. */
export type Counted = Pick<CriterionResult, "id" | "title" | "points" | "max_points">;

/** Which criteria rest on each turn, by turn index, in the rubric's order. */
export function criteriaByTurn(report: Pick<Report, "categories">): Map<number, Counted[]> {
  const byTurn = new Map<number, Counted[]>();
  for (const criterion of report.categories.flatMap((category) => category.criteria))
    for (const turn of new Set(criterion.evidence.map((one) => one.turn)))
      byTurn.set(turn, [...(byTurn.get(turn) ?? []), criterion]);
  return byTurn;
}

/** Back to a criterion after something was said beside it: the form that had the focus is gone. */
export function focusResult(criterionId: string): void {
  document.getElementById(resultAnchor(criterionId))?.focus({ preventScroll: true });
}

/**
 * Scrolls to a span, turn, criterion or category, opens what hides it, and marks it until the next one is shown. At once:
 * what arrives above it while a page still scrolls, such as a card that is fetched, would leave it out of sight.
 */
export function showEvidence(anchor: string): void {
  document.querySelectorAll(".found").forEach((element) => element.classList.remove("found"));
  const pieces = document.querySelectorAll<HTMLElement>(`[data-said~="${CSS.escape(anchor)}"]`);
  const target = pieces[0] ?? document.getElementById(anchor);
  if (target === null) return;
  pieces.forEach((piece) => piece.classList.add("found"));
  const hiding = target.closest("details");
  if (hiding) hiding.open = true;
  // The middle of what is taller than the window would hide where it begins.
  target.scrollIntoView({ block: target.offsetHeight > window.innerHeight ? "start" : "center" });
  // A part that opens is never focusable itself: with a tabindex of -1 the keyboard would pass over all that is in it.
  const reached = target instanceof HTMLDetailsElement ? target.querySelector("summary") : target;
  reached?.focus({ preventScroll: true });
}
