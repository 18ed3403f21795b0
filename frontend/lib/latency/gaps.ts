// From both sides' levels to one figure per buyer turn: last rep sample to first buyer sample. Pure.

import { SpeechDetector } from "./onset.ts";

const MIN_UTTERANCE_S = 0.15; // shorter is a click, not a turn
const MAX_GAP_S = 15;

export interface LevelBlock {
  startS: number;
  quantumS: number;
  rep: Float32Array;
  buyer: Float32Array;
}

export class TurnGaps {
  private readonly rep = new SpeechDetector();
  private readonly buyer = new SpeechDetector();
  private repSpoke = false; // since the buyer last began
  private firstGapMs: number | null = null;

  push(block: LevelBlock): void {
    for (let i = 0; i < block.rep.length; i += 1) {
      const timeS = block.startS + i * block.quantumS;
      this.hearRep(timeS, block.quantumS, block.rep[i] ?? 0);
      const edge = this.buyer.push(timeS, block.quantumS, block.buyer[i] ?? 0);
      if (edge === "began") this.buyerBegan();
    }
  }

  /** Milliseconds before the buyer's latest turn, or null when it did not follow speech. Each figure is given once. */
  take(): number | null {
    const gapMs = this.firstGapMs;
    this.firstGapMs = null;
    return gapMs;
  }

  private hearRep(timeS: number, quantumS: number, level: number): void {
    this.rep.push(timeS, quantumS, level);
    if (this.rep.speaking && this.rep.lastLoudS - this.rep.beganS >= MIN_UTTERANCE_S) this.repSpoke = true;
  }

  private buyerBegan(): void {
    const gapS = this.buyer.beganS - this.rep.lastLoudS;
    const answered = this.repSpoke && gapS > 0 && gapS <= MAX_GAP_S; // not above 0: they talk at the same time
    if (answered) this.firstGapMs ??= Math.round(gapS * 1000);
    this.repSpoke = false;
  }
}
