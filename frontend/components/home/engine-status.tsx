"use client";
// One line on the parts that hear and speak: their names, their progress, and that typing works meanwhile.

import { Check, LoaderCircle, TriangleAlert } from "lucide-react";
import { Bar } from "@/components/ui/bar";
import { Notice } from "@/components/ui/notice";
import type { EnginePart, Engines } from "@/lib/api/contract";
import { useEngines } from "@/lib/react/use-engines";

const ICONS = { ready: Check, loading: LoaderCircle, failed: TriangleAlert } as const;
const UNNAMED = { ready: "ready", loading: "starting", failed: "off" } as const;
const INKS = { ready: "text-good", loading: "animate-spin text-muted", failed: "text-warn" } as const;

function Part({ label, part }: { label: string; part: EnginePart }) {
  const Icon = ICONS[part.state];
  return (
    <div className="min-w-0 flex-1 basis-56 sm:max-w-sm">
      <div className="flex items-center gap-2 text-sm" title={part.sentence}>
        <Icon aria-hidden className={`size-4 shrink-0 ${INKS[part.state]}`} />
        <span className="text-muted">{label}</span>
        <span className="truncate font-medium">{part.name || UNNAMED[part.state]}</span>
      </div>
      {part.state === "loading" && (
        <div className="mt-2">
          <Bar role="progressbar" label={`${label} is loading`} value={part.progress} />
        </div>
      )}
      {part.state !== "ready" && part.sentence && (
        <p className="mt-1.5 text-sm text-muted">{part.sentence}</p>
      )}
    </div>
  );
}

/** What is spoken or typed goes where `outside` says, and nowhere else. */
function where({ hearing, voice, outside }: Engines): string {
  if (hearing.state !== "ready" || voice.state !== "ready") return "You can already take a call by typing.";
  return outside.length === 0
    ? "Nothing leaves the computer that runs Sparring."
    : "What is said goes to services that this installation uses.";
}

export function EngineStatus() {
  const { data, sentence } = useEngines();
  if (sentence) return <Notice tone="bad">{sentence}</Notice>;
  if (data === null) return <div className="h-13 animate-pulse rounded-2xl bg-sunken" />;
  return (
    <section aria-label="Engines" className="rounded-2xl border border-line bg-surface px-5 py-3.5">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <Part label="Hearing" part={data.hearing} />
        <Part label="Voice" part={data.voice} />
        <p className="text-sm text-muted sm:ml-auto">{where(data)}</p>
      </div>
    </section>
  );
}
