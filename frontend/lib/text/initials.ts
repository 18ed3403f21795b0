// A buyer without a picture: initials on one of a few calm colours, the same each time and the same for everyone.

/** "Dana R. Whitfield" -> "DW". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const first = Array.from(words[0] ?? "?")[0] ?? "?";
  const last = words.length > 1 ? (Array.from(words[words.length - 1] ?? "")[0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** A number in [0, count) that depends on the id alone. */
export function tint(id: string, count: number): number {
  let sum = 0;
  for (const point of id) sum = (sum * 31 + (point.codePointAt(0) ?? 0)) % 9973;
  return sum % count;
}
