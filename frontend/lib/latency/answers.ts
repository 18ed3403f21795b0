// Which buyer turns answer something the rep said aloud: only for those is there a wait to measure. Pure.

import type { Channel, SpeakerName } from "../api/contract.ts";

interface Committed {
  index: number;
  speaker: SpeakerName;
  channel: Channel;
}

export class Answers {
  private readonly known = new Map<number, Committed>();

  /** Takes each turn as it is committed; true once, for a buyer turn right after a spoken rep turn. */
  isAnswer(turn: Committed): boolean {
    const isNews = !this.known.has(turn.index);
    this.known.set(turn.index, turn);
    const before = this.known.get(turn.index - 1);
    return isNews && turn.speaker === "buyer" && before?.speaker === "rep" && before.channel === "voice";
  }
}
