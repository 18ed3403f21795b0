// What a WebRTC statistics report says about the connection, in three figures and one sentence. Pure.

interface Counters {
  jitterDelayS: number;
  emitted: number;
  received: number;
  lost: number;
  rttS: number | null;
}

export interface LinkQuality {
  jitterBufferMs: number | null; // how long the browser held sound back, mean since the last look
  rttMs: number | null;
  loss: number | null; // 0..1, since the last look
}

export const NO_COUNTERS: Counters = { jitterDelayS: 0, emitted: 0, received: 0, lost: 0, rttS: null };

interface StatsEntry {
  type: string;
  kind?: string;
  nominated?: boolean;
  jitterBufferDelay?: number;
  jitterBufferEmittedCount?: number;
  packetsReceived?: number;
  packetsLost?: number;
  currentRoundTripTime?: number;
}

export function countersOf(report: { forEach(look: (entry: StatsEntry) => void): void }): Counters {
  const counters = { ...NO_COUNTERS };
  report.forEach((entry) => {
    if (entry.type === "inbound-rtp" && entry.kind === "audio") {
      counters.jitterDelayS = entry.jitterBufferDelay ?? 0;
      counters.emitted = entry.jitterBufferEmittedCount ?? 0;
      counters.received = entry.packetsReceived ?? 0;
      counters.lost = entry.packetsLost ?? 0;
    }
    if (entry.type === "candidate-pair" && entry.nominated === true) {
      counters.rttS = entry.currentRoundTripTime ?? null;
    }
  });
  return counters;
}

export function qualityBetween(before: Counters, after: Counters): LinkQuality {
  const emitted = after.emitted - before.emitted;
  const lost = Math.max(0, after.lost - before.lost);
  const packets = after.received - before.received + lost;
  return {
    jitterBufferMs:
      emitted > 0 ? Math.round(((after.jitterDelayS - before.jitterDelayS) / emitted) * 1000) : null,
    rttMs: after.rttS === null ? null : Math.round(after.rttS * 1000),
    loss: packets > 0 ? lost / packets : null,
  };
}

type Grade = "good" | "fair" | "poor";

export function gradeOf(quality: LinkQuality): Grade {
  const { loss, rttMs, jitterBufferMs } = quality;
  if ((loss ?? 0) > 0.08 || (rttMs ?? 0) > 400 || (jitterBufferMs ?? 0) > 300) return "poor";
  if ((loss ?? 0) > 0.02 || (rttMs ?? 0) > 150 || (jitterBufferMs ?? 0) > 120) return "fair";
  return "good";
}

export const GRADE_SENTENCE: Readonly<Record<Grade, string>> = {
  good: "Connection is good.",
  fair: "Connection is a little slow; the buyer may answer late.",
  poor: "Connection is poor. Move closer to the router, or type for a while.",
};
