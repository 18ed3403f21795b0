// What a call by voice has beside its words: the rep's microphone, the buyer's voice, and how good the line is.

import type { LinkQuality } from "@/lib/latency/stats";
import type { Voice } from "@/lib/voice/voice";

export interface Sound {
  microphone: MediaStream | null;
  voice: Voice;
  quality: LinkQuality | null;
}
