"use client";
// The buyer's half of the screen: name, what is going on in a word, the bars, the timer, the button to pick up.

import { Phone } from "lucide-react";
import dynamic from "next/dynamic";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { PersonaCard } from "@/lib/api/contract";
import type { CallState } from "@/lib/call/machine";
import { CallTimer } from "./call-timer";
import type { Sound } from "./call-view";
import { stateWords } from "./state-words";

// The LiveKit client is most of the page's script: it is fetched when a spoken call begins.
const SpeakerBars = dynamic(() => import("./speaker-bars").then((module) => module.SpeakerBars), {
  ssr: false,
});

interface OnTheLineProps {
  call: CallState;
  card: PersonaCard | null;
  sound: Sound | null;
  compact: boolean;
  onPickUp: () => void;
}

export function OnTheLine({ call, card, sound, compact, onPickUp }: OnTheLineProps) {
  const name = card?.name ?? "";
  const rings = call.phase === "ringing" && (sound === null || sound.voice.state === "connected");
  return (
    <section
      aria-label="On the line"
      className="flex min-h-0 flex-col items-center justify-center gap-1 overflow-y-auto rounded-3xl border border-line bg-surface p-5 text-center shadow-card"
    >
      <span className={rings ? "animate-pulse rounded-full ring-8 ring-accent-soft" : ""}>
        <Avatar id={card?.id ?? ""} name={name} size={compact ? "normal" : "large"} />
      </span>
      <h1 className="mt-3 text-xl font-semibold">{name}</h1>
      <p className="text-sm text-muted">{card?.role}</p>
      <div className={`w-full max-w-sm ${compact ? "my-2 h-16 lg:my-6 lg:h-32" : "my-6 h-36"}`}>
        {sound && <SpeakerBars call={call} sound={sound} />}
      </div>
      <p role="status" className="font-medium" data-testid="call-state">
        {stateWords(call, sound)}
      </p>
      <CallTimer running={call.phase === "live"} />
      {rings && call.ring === "incoming" && (
        <Button size="large" className="mt-4" onClick={onPickUp} autoFocus>
          <Phone aria-hidden className="size-5" />
          Pick up
        </Button>
      )}
      {card && !compact && <Goal card={card} />}
    </section>
  );
}

function Goal({ card }: { card: PersonaCard }) {
  return (
    <div className="mt-6 w-full max-w-md text-left text-sm">
      <Disclosure summary={<span className="text-muted">Situation and goal</span>}>
        <p className="leading-relaxed">{card.situation}</p>
        <p className="mt-2 leading-relaxed font-medium">{card.goal}</p>
      </Disclosure>
    </div>
  );
}
