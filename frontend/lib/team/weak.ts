// Who of several is weaker than the rest, as far as their error bars can tell. Pure.

import type { Figure, SkillGrid } from "../api/team.ts";

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
 * The weakest and whoever overlaps with them, of rows in order: the weakest first, those without a figure last. Whoever
 * overlaps with the others as well, as one does after a single call, may be as good as they are and is not named.
 * Empty where that would be everybody, or more than three.
 */
export function weakestOf(rows: readonly (Omit<Place, "figure"> & { figure: Figure | null })[]): Place[] {
  const known = rows.flatMap(({ name, href, figure }) => (figure ? [{ name, href, figure }] : []));
  const [first] = known;
  if (first === undefined) return [];
  const alike = known.filter((one) => low(one.figure) <= high(first.figure));
  const begin = Math.min(...known.filter((one) => !alike.includes(one)).map((one) => low(one.figure)));
  const weakest = alike.filter((one) => high(one.figure) < begin);
  return alike.length < known.length && weakest.length <= NAMED ? weakest : [];
}

/** A rep who is clearly below the others in `below` of the skills that their calls gave occasion for. */
export interface Below {
  group: string;
  below: number;
  of: number;
}

const LEAST_BELOW = 2; // of four hundred reps, chance alone puts more than one below the others in a single skill

/** Those clearly below the others in the most skills, over all kinds of calls; at most three, and none by chance. */
export function clearlyBelow(grids: readonly SkillGrid[]): Below[] {
  const known = new Map<string, Below>();
  for (const row of grids.flatMap((grid) => grid.rows)) {
    const one = known.get(row.group) ?? { group: row.group, below: 0, of: 0 };
    const cells = row.cells.filter((cell) => cell !== null);
    one.below += cells.filter((cell) => cell.standing === "below").length;
    one.of += cells.length;
    known.set(row.group, one);
  }
  const found = [...known.values()].filter((one) => one.below >= LEAST_BELOW);
  return found.toSorted((a, b) => b.below - a.below || a.of - b.of).slice(0, NAMED);
}
