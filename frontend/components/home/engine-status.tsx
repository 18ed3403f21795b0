"use client";
// The parts that hear and speak: one line once they are ready, their progress and that typing works until then.

import { Check, LoaderCircle, TriangleAlert } from "lucide-react";
import { Bar } from "@/components/ui/bar";
import { Notice } from "@/components/ui/notice";
import type { EnginePart, Engines } from "@/lib/api/contract";
import { speechReady, useEngines } from "@/lib/react/use-engines";

const ICONS = { ready: Check, loading: LoaderCircle, failed: TriangleAlert } as const;
const UNNAMED = { ready: "ready", loading: "starting", failed: "off" } as const;
const INKS = { ready: "text-good", loading: "animate-spin text-muted", failed: "text-warn" } as const;

function Part({ label, part }: { label: string; part: EnginePart }) {
  const Icon = ICONS[part.state];
  return (
    <div className="min-w-0 flex-1 basis-56 sm:max-w-sm">
      <div className="flex items-center gap-2 text-sm">
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

/** Why these engines and not others is a click away: a rep seldom wants it, and whoever does finds it here. */
function Ready({ engines }: { engines: Engines }) {
  const { hearing, voice, outside } = engines;
  return (
    <details className="text-sm text-muted">
      <summary className="flex min-h-6 list-none flex-wrap items-center gap-x-2 gap-y-1">
        <Check aria-hidden className="size-4 shrink-0 text-good" />
        <span className="font-medium text-ink">Ready to talk.</span>
        <span>
          {outside.length === 0
            ? "Nothing you say leaves the computer that runs Sparring."
            : "What is said goes to services that this installation uses."}
        </span>
        <span className="underline decoration-line-strong underline-offset-4">What hears and speaks</span>
      </summary>
      <p className="mt-2 leading-relaxed">
        You are heard by {hearing.name}. {hearing.sentence} The buyer speaks with {voice.name}.{" "}
        {voice.sentence}
      </p>
    </details>
  );
}

export function EngineStatus() {
  const { data, sentence } = useEngines();
  if (sentence) return <Notice tone="bad">{sentence}</Notice>;
  if (data === null) return <div className="h-5 animate-pulse rounded-2xl bg-sunken" />;
  if (speechReady(data)) return <Ready engines={data} />;
  return (
    <section aria-label="Engines" className="rounded-2xl border border-line bg-surface px-5 py-3.5">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <Part label="Hearing" part={data.hearing} />
        <Part label="Voice" part={data.voice} />
        <p className="text-sm text-muted sm:ml-auto">You can already take a call by typing.</p>
      </div>
    </section>
  );
}
