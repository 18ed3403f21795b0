// Connects microphone and buyer to the worklet on one AudioContext and feeds what it measures to TurnGaps.

import { TurnGaps, type LevelBlock } from "./gaps.ts";

const WORKLET = "/worklets/latency.js";

export interface LatencyMeter {
  gaps: TurnGaps;
  stop(): void;
}

/** Milliseconds the sound card adds after the measured moment; not part of the measured gap. */
export function outputMs(context: AudioContext): number {
  return Math.round(1000 * ((context.outputLatency || 0) + (context.baseLatency || 0)));
}

export async function startMeter(
  context: AudioContext,
  microphone: MediaStream,
  buyer: MediaStreamTrack,
): Promise<LatencyMeter> {
  await context.audioWorklet.addModule(WORKLET);
  const tap = new AudioWorkletNode(context, "latency-tap", { numberOfInputs: 2, numberOfOutputs: 1 });
  const rep = context.createMediaStreamSource(microphone);
  const other = context.createMediaStreamSource(new MediaStream([buyer]));
  const gaps = new TurnGaps();
  tap.port.onmessage = (event: MessageEvent<LevelBlock>) => gaps.push(event.data);
  rep.connect(tap, 0, 0);
  other.connect(tap, 0, 1);
  tap.connect(context.destination);
  const stop = () => {
    tap.port.close();
    for (const node of [rep, other, tap]) node.disconnect();
  };
  return { gaps, stop };
}
