"use client";
import { useEffect, useState } from "react";
import { clock } from "@/lib/text/time";

/** When the transcript goes to the coach by itself. */
export function Countdown({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, (endsAt - performance.now()) / 1000)), 500);
    return () => clearInterval(timer);
  }, [seconds]);
  if (seconds <= 0) return <span />;
  return (
    <p className="text-sm text-muted">
      Goes to your coach by itself in <span className="tabular-nums">{clock(left * 1000)}</span>
    </p>
  );
}
