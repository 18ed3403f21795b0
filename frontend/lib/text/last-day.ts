// The last day of an exam: as the page asks for it, as the server takes it, and in words. Pure but for the reader's clock.

import type { Exam } from "../api/contract.ts";

const two = (value: number): string => String(value).padStart(2, "0");

/** With the offset that the reader's clock has just before it: where clocks go forward at midnight, there is no midnight. */
function stamp(at: Date): string {
  const east = -new Date(at.getTime() - 1).getTimezoneOffset();
  const offset = `${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
  const there = new Date(at.getTime() + east * 60_000).toISOString().slice(0, 19);
  return `${there}${east < 0 ? "-" : "+"}${offset}`;
}

/** "2026-12-05" -> "2026-12-06T00:00:00-06:00": the day ends where the reader is. Null for no day. */
export function endOf(day: string): string | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (day === "" || Number.isNaN(year + month + date)) return null;
  return stamp(new Date(year, month - 1, date + 1));
}

/** How far east of UTC the reader is, in minutes: the day on which an exam ends at once is theirs. */
export const eastNow = (now = new Date()): number => 0 - now.getTimezoneOffset();

/** "open until December 5, 2026", "ended on December 5, 2026", "no last day". */
export function whenOpen({ last_day, over }: Pick<Exam, "last_day" | "over">, locale?: string): string {
  if (last_day === "") return "no last day";
  return `${over ? "ended on" : "open until"} ${inWords(last_day, locale)}`;
}

/** "2026-12-05" -> "December 5, 2026", in the reader's own way of writing dates. */
export const inWords = (day: string, locale?: string): string =>
  new Date(`${day}T00:00`).toLocaleDateString(locale, { dateStyle: "long" });
