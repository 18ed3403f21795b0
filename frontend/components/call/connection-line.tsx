import { audioContext } from "@/lib/audio/context";
import { outputMs } from "@/lib/latency/meter";
import { GRADE_SENTENCE, gradeOf } from "@/lib/latency/stats";
import type { Sound } from "@/lib/call/sound";

const rounded = (value: number | null, unit: string) =>
  value === null ? "–" : `${Math.round(value)} ${unit}`;

/** How good the connection is, in a sentence; the figures on demand. */
export function ConnectionLine({ sound }: { sound: Sound }) {
  const { quality, voice } = sound;
  if (voice.state !== "connected" || quality === null) return null;
  return (
    <details className="text-center text-xs text-muted">
      <summary className="inline-block list-none">{GRADE_SENTENCE[gradeOf(quality)]}</summary>
      <p className="mt-1 tabular-nums">
        Round trip {rounded(quality.rttMs, "ms")} · held back {rounded(quality.jitterBufferMs, "ms")} · lost{" "}
        {rounded(quality.loss === null ? null : quality.loss * 100, "%")} · sound card{" "}
        {outputMs(audioContext())} ms
      </p>
    </details>
  );
}
