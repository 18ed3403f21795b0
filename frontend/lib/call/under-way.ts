// Whether a call still goes on, and where it is shown. Pure.

import type { CallStage, CallSummary } from "../api/contract.ts";

const UNDER_WAY: ReadonlySet<CallStage> = new Set(["ringing", "live", "review"]);

export const isUnderWay = (state: CallStage): boolean => UNDER_WAY.has(state);

/** The call itself while it goes on, else its report, at a criterion if one is named. */
export const callHref = (
  { call_id, state }: Pick<CallSummary, "call_id" | "state">,
  criterion = "",
): string =>
  `/${isUnderWay(state) ? "call" : "report"}/?${new URLSearchParams({ id: call_id, ...(criterion && { criterion }) }).toString()}`;
