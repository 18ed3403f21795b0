"use client";
// Measures each buyer turn by its sound and reports it when the turn is committed; watches the connection meanwhile.

import { useEffect, useRef, useState } from "react";
import { audioContext } from "../audio/context.ts";
import { Answers } from "../latency/answers.ts";
import { startMeter, type LatencyMeter } from "../latency/meter.ts";
import { NO_COUNTERS, countersOf, qualityBetween, type LinkQuality } from "../latency/stats.ts";
import type { Voice } from "../voice/voice.ts";
import type { ClientMessage, LatencyReport, LiveTurn } from "./messages.ts";
import type { LiveCall } from "./use-call.ts";

const LOOK_MS = 2_000;

function latencyReport(turn: number, gapMs: number, quality: LinkQuality | null): LatencyReport {
  return {
    type: "latency",
    turn,
    glass_to_glass_ms: gapMs,
    ...(quality?.jitterBufferMs != null ? { jitter_buffer_ms: quality.jitterBufferMs } : {}),
    ...(quality?.rttMs != null ? { rtt_ms: quality.rttMs } : {}),
    ...(quality?.loss != null ? { loss: quality.loss } : {}),
  };
}

export function useLinkQuality(voice: Voice): LinkQuality | null {
  const [quality, setQuality] = useState<LinkQuality | null>(null);
  const { state, stats } = voice;
  useEffect(() => {
    if (state !== "connected") return;
    let before = NO_COUNTERS;
    const look = async () => {
      const report = await stats();
      if (report === null) return;
      const after = countersOf(report);
      setQuality(qualityBetween(before, after));
      before = after;
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [state, stats]);
  return quality;
}

export function useLatency(
  live: LiveCall,
  microphone: MediaStream | null,
  buyer: MediaStreamTrack | null,
  quality: LinkQuality | null,
): void {
  const meter = useRef<LatencyMeter | null>(null);
  const latest = useRef(quality);
  useEffect(() => void (latest.current = quality), [quality]);

  useEffect(() => {
    if (microphone === null || buyer === null) return;
    let wanted = true;
    startMeter(audioContext(), microphone, buyer).then(
      (started) => {
        if (wanted) meter.current = started;
        else started.stop();
      },
      () => undefined, // a browser without worklets: the call goes on, its waits are not measured
    );
    return () => {
      wanted = false;
      meter.current?.stop();
      meter.current = null;
    };
  }, [microphone, buyer]);

  const { onTurn, send } = live;
  useEffect(() => {
    const answers = new Answers();
    onTurn((turn: LiveTurn) => {
      const answered = answers.isAnswer(turn);
      if (turn.speaker !== "buyer") return;
      const gapMs = meter.current?.gaps.take() ?? null; // taken even if unused: it belongs to no later turn
      if (answered && gapMs !== null)
        send(latencyReport(turn.index, gapMs, latest.current) satisfies ClientMessage);
    });
  }, [onTurn, send]);
}
