// What a rep has reached with a buyer, in a few words. Pure.

import type { CallSummary } from "../api/contract.ts";
import { plural, score } from "../text/time.ts";

/** "Best 72 in 3 calls", or that there is none. A moment taken again is part of a call, and not one. */
export function record(calls: readonly Pick<CallSummary, "score" | "fork_of">[]): string {
  const whole = calls.filter((call) => call.fork_of === null);
  const scores = whole.flatMap((call) => (call.score === null ? [] : [call.score]));
  if (scores.length === 0) return "Not tried yet";
  return `Best ${score(Math.max(...scores))} in ${plural(scores.length, "call", "calls")}`;
}
