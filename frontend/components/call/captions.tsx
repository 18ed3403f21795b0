"use client";
// What was said and is being said, newest at the bottom and kept in view.

import { useEffect, useRef } from "react";
import type { SpeakerName } from "@/lib/api/contract";
import type { CallState } from "@/lib/call/machine";

interface LineProps {
  speaker: SpeakerName;
  name: string;
  text: string;
  live?: boolean;
}

function Line({ speaker, name, text, live = false }: LineProps) {
  const own = speaker === "rep";
  return (
    <li className={`flex flex-col ${own ? "items-end" : "items-start"}`}>
      <span className="px-1 text-xs text-muted">{own ? "You" : name}</span>
      <p
        className={`max-w-[85%] rounded-2xl px-4 py-2 leading-relaxed ${own ? "rounded-br-md bg-accent-soft" : "rounded-bl-md bg-sunken"} ${live ? "opacity-70" : ""}`}
      >
        {text}
      </p>
    </li>
  );
}

function showNewest(box: HTMLElement | null): void {
  if (box) box.scrollTop = box.scrollHeight;
}

export function Captions({ call, buyerName }: { call: CallState; buyerName: string }) {
  const box = useRef<HTMLElement>(null);
  const { turns, captions } = call;
  useEffect(() => showNewest(box.current), [turns, captions]);
  useEffect(() => {
    // A hint below, a keyboard on a phone: the box shrinks, and the newest line would be cut off.
    const resized = new ResizeObserver(() => showNewest(box.current));
    if (box.current) resized.observe(box.current);
    return () => resized.disconnect();
  }, []);
  return (
    <section
      ref={box}
      aria-label="Captions"
      tabIndex={0} // so that a keyboard can scroll back
      className="min-h-0 overflow-y-auto rounded-3xl border border-line bg-surface p-4 shadow-card"
    >
      {turns.length === 0 && !captions.rep && !captions.buyer && (
        <p className="py-6 text-center text-sm text-muted">What is said appears here.</p>
      )}
      <ol className="space-y-3" aria-live="polite" aria-relevant="additions">
        {turns.map((turn) => (
          <Line key={turn.index} speaker={turn.speaker} name={buyerName} text={turn.text} />
        ))}
        {captions.rep && <Line speaker="rep" name={buyerName} text={captions.rep} live />}
        {captions.buyer && <Line speaker="buyer" name={buyerName} text={captions.buyer} live />}
      </ol>
    </section>
  );
}
