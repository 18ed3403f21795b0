"use client";
import { useEffect, useRef, useState } from "react";
import { clock } from "@/lib/text/time";

/** Counts from pick-up; after a refresh it goes on from the last that is known of the call's own clock. */
export function CallTimer({ running, knownMs }: { running: boolean; knownMs: number }) {
  const [seconds, setSeconds] = useState(0);
  const known = useRef(0);
  useEffect(() => {
    known.current = Math.floor(knownMs / 1000);
  }, [knownMs]);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((n) => Math.max(n + 1, known.current)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  if (!running && seconds === 0) return null;
  return <p className="text-sm text-muted tabular-nums">{clock(seconds * 1000)}</p>;
}
