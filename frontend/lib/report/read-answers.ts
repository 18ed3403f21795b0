// What a coach said of a call, and whether the rep has read it: kept in the browser, which is all that a rep is known by.

import type { Answered, CallSummary } from "../api/contract.ts";
import type { Report } from "../api/report.ts";

type Store = Pick<Storage, "getItem" | "setItem">;

const key = (callId: string) => `sparring.answered.${callId}`;

/** Whether the newest word on this call has not been on the rep's page yet. */
export const isUnread = (
  store: Store,
  { call_id, answered }: Pick<CallSummary, "call_id"> & { answered: Pick<Answered, "at"> | null },
): boolean =>
  answered !== null && Date.parse(answered.at) > Date.parse(store.getItem(key(call_id)) ?? "1970-01-01");

/** The rep has the report with these answers before them. */
export function keepRead(
  store: Store,
  { call_id, categories }: Pick<Report, "call_id" | "categories">,
): void {
  const criteria = categories.flatMap((category) => category.criteria);
  const at = criteria.flatMap(({ appeal, override }) =>
    [appeal?.answer?.at ?? [], override?.at ?? []].flat(),
  );
  const newest = at.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1);
  if (newest !== undefined) store.setItem(key(call_id), newest);
}
