// Places the call and keeps its ticket for this tab; refuses while another tab has a call open.

import { placeCall, placeRetake, sentenceOf } from "@/lib/api/client";
import type { CallOrder, PersonaCard } from "@/lib/api/contract";
import { callsInOtherTabs } from "@/lib/call/tabs";
import { keepTicket, ticketFor } from "@/lib/call/ticket";

export type Plan = Pick<CallOrder, "difficulty" | "channel" | "attempt" | "exam">;

/** The moment to take again: a turn of one of the rep's own calls. */
export interface Retake {
  callId: string;
  turn: number;
}

const OTHER_TAB = "You have a call open in another tab. Hang up there first, then start this one.";

export async function startCall(
  card: Pick<PersonaCard, "id">,
  plan: Plan,
  leaving = "", // the call this very tab gives up for the new one
  retake: Retake | null = null,
): Promise<{ callId: string; sentence: string }> {
  const others = (await callsInOtherTabs()).filter((callId) => callId !== leaving);
  if (others.length > 0) return { callId: "", sentence: OTHER_TAB };
  try {
    const order: CallOrder = { ...plan, persona_id: card.id, consent: true };
    const placed = retake
      ? await placeRetake(retake.callId, { turn: retake.turn, channel: plan.channel, consent: true })
      : await placeCall(order);
    keepTicket(sessionStorage, ticketFor(order, placed));
    return { callId: placed.call_id, sentence: "" };
  } catch (error) {
    return { callId: "", sentence: sentenceOf(error) };
  }
}
