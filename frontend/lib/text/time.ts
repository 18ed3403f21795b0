// Times and amounts as people read them.

/** 65_000 -> "1:05". */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** Where words were said: "1:05", or "turn 3", counted from one, of a call whose words alone were handed in. */
export const placed = (turn: number, ms: number, timed: boolean): string =>
  timed ? clock(ms) : `turn ${turn + 1}`;

/** 65_000 -> "1 min 5 s". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

/** 740 -> "0.7 s", which never breaks before its unit. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)}\u00a0s`;

/** An ISO date as "25 Nov 2025, 15:46", in the reader's own way of writing dates. */
export function moment(iso: string, locale?: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  return date.toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
}

/** An ISO date or time as "25 Nov", in the reader's own way of writing dates. */
export function day(iso: string, locale?: string): string {
  const date = new Date(iso.length === 10 ? `${iso}T00:00` : iso); // a bare date is meant as one, in any time zone
  return Number.isNaN(date.getTime())
    ? ""
    : date.toLocaleDateString(locale, { day: "numeric", month: "short" });
}

/** Today where the page is read, as "2026-11-25". */
export const today = (now = new Date()): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** 83.333 -> "83.3", 83 -> "83". */
export const score = (value: number): string => String(Math.round(value * 10) / 10);

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
