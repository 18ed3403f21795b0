"use client";
import { useEffect, useState } from "react";
import { clock } from "@/lib/text/time";

/** Counts from when the call came alive; keeps its time while the call is briefly lost. */
export function CallTimer({ running }: { running: boolean }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  if (!running && seconds === 0) return null;
  return <p className="text-sm text-muted tabular-nums">{clock(seconds * 1000)}</p>;
}
