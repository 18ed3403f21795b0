// How the sides of a real call were told apart by the names in it.

import type { RepByLabel } from "@/lib/api/contract";

/** Which label said it, and that it may be said otherwise. */
export function sidesSettled({ name, label }: RepByLabel): string {
  const told =
    name === label
      ? `“${label}” is taken for the rep`
      : `“${label}” is the customer, so ${name} is taken for the rep`;
  return `${told}. If that is wrong, choose another.`;
}
