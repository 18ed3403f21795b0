// The North American ring: 440 and 480 Hz together, two seconds on, four off.

const ON_S = 2;
const CYCLE_S = 6;
const FADE_S = 0.02; // no click at the edges
const LEVEL = { incoming: 0.12, outgoing: 0.06 } as const; // a phone on the desk; a tone in the ear

/** One cycle. Returns: float samples of CYCLE_S seconds. */
export function ringCycle(rateHz: number, level: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(CYCLE_S * rateHz);
  for (let i = 0; i < ON_S * rateHz; i += 1) {
    const t = i / rateHz;
    const edge = Math.min(1, t / FADE_S, (ON_S - t) / FADE_S);
    samples[i] = level * edge * (Math.sin(2 * Math.PI * 440 * t) + Math.sin(2 * Math.PI * 480 * t));
  }
  return samples;
}

/** Rings until the returned function is called. */
export function startRing(context: AudioContext, kind: keyof typeof LEVEL): () => void {
  const cycle = ringCycle(context.sampleRate, LEVEL[kind]);
  const buffer = context.createBuffer(1, cycle.length, context.sampleRate);
  buffer.copyToChannel(cycle, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.connect(context.destination);
  source.start();
  return () => {
    source.stop();
    source.disconnect();
  };
}
