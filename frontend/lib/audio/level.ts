// How loud a stream is, for a meter: 0 is silence, 1 is as loud as it gets.

const QUIET_DB = -60;
const LOUD_DB = -10;

export function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** Meter position of an RMS level: linear in decibels between -60 and -10 dBFS. */
export function meterLevel(level: number): number {
  if (level <= 0) return 0;
  const db = 20 * Math.log10(level);
  return Math.min(1, Math.max(0, (db - QUIET_DB) / (LOUD_DB - QUIET_DB)));
}

/** Calls back about 20 times a second with the stream's meter level; returns how to stop. */
export function watchLevel(
  context: AudioContext,
  stream: MediaStream,
  onLevel: (level: number) => void,
): () => void {
  const source = context.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(meterLevel(rms(samples)));
  }, 50);
  return () => {
    clearInterval(timer);
    source.disconnect();
  };
}
