// Who of several is weaker than the rest, as far as their error bars can tell. Pure.

import type { Figure } from "../api/team.ts";

/** A rep or a location, with the page that shows it. */
export interface Place {
  name: string;
  href: string;
  figure: Figure;
}

const NAMED = 3; // of more than that one cannot say who is weaker

const low = ({ mean, plus_minus }: Figure): number => mean - (plus_minus ?? 0);
const high = ({ mean, plus_minus }: Figure): number => mean + (plus_minus ?? 0);

/**
 * The weakest and whoever overlaps with them, of rows in order: the weakest first, those without a figure last.
 * Empty where that would be everybody, or more than three.
 */
export function weakestOf(rows: readonly (Omit<Place, "figure"> & { figure: Figure | null })[]): Place[] {
  const known = rows.flatMap(({ name, href, figure }) => (figure ? [{ name, href, figure }] : []));
  const [first] = known;
  if (first === undefined) return [];
  const alike = known.filter((one) => low(one.figure) <= high(first.figure));
  return alike.length < known.length && alike.length <= NAMED ? alike : [];
}
