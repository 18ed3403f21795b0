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
  let hash = 2_166_136_261; // FNV-1a, 32 bits
  for (const point of id) hash = Math.imul(hash ^ (point.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return (hash >>> 8) % count; // the lowest bits of FNV are its weakest
}
