"use client";
// The buyer's half of the screen: name, what is going on in a word, the bars, the timer, the button to pick up.

import { Phone } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { PersonaCard } from "@/lib/api/contract";
import type { CallState } from "@/lib/call/machine";
import { CallTimer } from "./call-timer";
import type { Sound } from "@/lib/call/sound";
import { stateWords } from "./state-words";

// The LiveKit client is most of the page's script: it is fetched when a spoken call begins.
const SpeakerBars = dynamic(() => import("./speaker-bars").then((module) => module.SpeakerBars), {
  ssr: false,
});

interface OnTheLineProps {
  call: CallState;
  card: PersonaCard | null;
  sound: Sound | null;
  beside: boolean; // captions stand beside it: on a phone it shrinks to a strip
  onPickUp: () => void;
}

const STRIP =
  "flex-row flex-wrap gap-x-4 gap-y-2 p-4 text-left lg:flex-col lg:flex-nowrap lg:p-6 lg:text-center short:p-3";
// beside what is said (64rem: Tailwind's lg), and high enough for both the goal and the button to pick up
const ROOMY = "(min-width: 64rem) and (min-height: 40rem)";
const WHOLE = "flex-col p-6 text-center";

export function OnTheLine({ call, card, sound, beside, onPickUp }: OnTheLineProps) {
  const rings = call.phase === "ringing" && (sound === null || sound.voice.state === "connected");
  return (
    <section
      aria-label="On the line"
      className={`flex min-h-0 items-center justify-center-safe overflow-y-auto rounded-3xl border border-line bg-surface shadow-card ${beside ? STRIP : WHOLE}`}
    >
      <span
        className={`${rings ? "animate-pulse rounded-full ring-8 ring-accent-soft" : ""} ${beside ? "" : "short:hidden"}`}
      >
        <Avatar id={card?.id ?? ""} name={card?.name ?? ""} size={beside ? "normal" : "large"} />
      </span>
      <div className={beside ? "min-w-0 flex-1 lg:mt-3 lg:flex-none" : "mt-3"}>
        <h1 className="text-xl font-semibold">{card?.name}</h1>
        <p className={`text-sm text-muted ${beside ? (sound ? "max-lg:hidden" : "short:hidden") : ""}`}>
          {card?.role}
        </p>
      </div>
      {sound && (
        <div
          className={
            beside ? "h-16 w-28 lg:my-6 lg:h-32 lg:w-full" : "my-6 h-36 w-full max-w-sm short:my-2 short:h-20"
          }
        >
          <SpeakerBars call={call} sound={sound} />
        </div>
      )}
      <div
        className={
          beside ? "flex basis-full items-baseline justify-between lg:mt-2 lg:block lg:basis-auto" : "mt-2"
        }
      >
        <p role="status" className="font-medium" data-testid="call-state">
          {stateWords(call, sound)}
        </p>
        <CallTimer running={call.phase === "live"} knownMs={call.turns.at(-1)?.end_ms ?? 0} />
      </div>
      {rings && call.ring === "incoming" && (
        <Button size="large" className="mt-4" onClick={onPickUp} autoFocus>
          <Phone aria-hidden className="size-5" />
          {call.forkTurn > 0 ? "Go on from here" : "Pick up"}
        </Button>
      )}
      {card && (
        <div
          className={`w-fit max-w-md text-left text-sm has-[details[open]]:w-full lg:mt-6 ${beside ? "max-lg:max-h-[40dvh] max-lg:max-w-none max-lg:basis-full max-lg:overflow-y-auto short:max-lg:hidden" : "mt-6"}`}
        >
          <Goal card={card} inView={sound === null} />
        </div>
      )}
    </section>
  );
}

/** Where it would hide what is said it is a press away; `inView`: it stands open wherever there is room for it. */
function Goal({ card, inView }: { card: PersonaCard; inView: boolean }) {
  const [open] = useState(() => inView && window.matchMedia(ROOMY).matches);
  return (
    <Disclosure open={open} summary={<span className="text-muted">Situation and goal</span>}>
      <p className="leading-relaxed">{card.situation}</p>
      <p className="mt-2 leading-relaxed font-medium">{card.goal}</p>
    </Disclosure>
  );
}
