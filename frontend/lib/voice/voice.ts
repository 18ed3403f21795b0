// The seam between a call and the way its sound travels. The call view knows this interface and no transport.

export type VoiceState = "off" | "connecting" | "connected" | "failed";

/** Who has the word, as the transport knows it; null where only the call's own messages tell. */
export type BuyerState = "listening" | "thinking" | "speaking" | null;

export interface Voice {
  state: VoiceState;
  /** The buyer's sound, once it flows. */
  track: MediaStreamTrack | null;
  /** Makes the connection, or makes it again after the server lost it. */
  start(): Promise<void>;
  stop(): void;
  /** Switches the rep's microphone off, or on again. */
  mute(muted: boolean): void;
  buyerState: BuyerState;
  /** WebRTC statistics of the connection now; null when there is none. */
  stats(): Promise<RTCStatsReport | null>;
}
