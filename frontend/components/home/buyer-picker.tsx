"use client";
// The buyers to choose from, by who calls whom, each with the best score so far.

import { PhoneIncoming, PhoneOutgoing, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { LinkButton } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Loading } from "@/components/ui/loading";
import { getCalls, getPersonas } from "@/lib/api/client";
import type { CallSummary, Difficulty, PersonaCard } from "@/lib/api/contract";
import { useResource } from "@/lib/react/use-resource";
import { DIFFICULTY } from "@/lib/text/words";
import { BuyerCard } from "./buyer-card";

interface GroupProps {
  title: string;
  about: string;
  icon: LucideIcon;
  cards: PersonaCard[];
  calls: CallSummary[];
}

function Group({ title, about, icon: Icon, cards, calls }: GroupProps) {
  if (cards.length === 0) return null;
  return (
    <section aria-label={title}>
      <div className="mb-4 flex items-center gap-3">
        <span className="rounded-full bg-accent-soft p-2 text-accent">
          <Icon aria-hidden className="size-4.5" />
        </span>
        <div>
          <h2 className="text-lg leading-tight font-semibold">{title}</h2>
          <p className="text-sm text-muted">{about}</p>
        </div>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2">
        {cards.map((card) => (
          <li key={card.id}>
            <BuyerCard card={card} calls={calls.filter((call) => call.persona_id === card.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where to begin, for whoever has not called anybody yet. */
function FirstCall({ cards }: { cards: PersonaCard[] }) {
  const card = cards.find((one) => one.difficulty === "easy" && one.call_direction === "buyer_calls");
  if (!card) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 rounded-2xl bg-accent-soft p-5">
      <p className="min-w-0 flex-1 basis-64 leading-relaxed">
        <strong className="font-semibold">Your first call?</strong> {card.name} is an easy one to begin with.
        It takes about five minutes, and only you see how it went.
      </p>
      <LinkButton size="small" href={`/brief/?persona=${encodeURIComponent(card.id)}`}>
        Begin here
      </LinkButton>
    </div>
  );
}

type Wanted = Difficulty | "all";

const WANTED: readonly { value: Wanted; label: string }[] = [
  { value: "all", label: "All" },
  { value: "easy", label: DIFFICULTY.easy },
  { value: "normal", label: DIFFICULTY.normal },
  { value: "hard", label: DIFFICULTY.hard },
];

export function BuyerPicker() {
  const { data, sentence, reload } = useResource(getPersonas);
  const known = useResource(getCalls).data;
  const calls = known ?? [];
  const [wanted, setWanted] = useState<Wanted>("all");
  if (data === null) return <Loading what="buyers" sentence={sentence} reload={reload} />;
  const shown = data.filter((card) => wanted === "all" || card.difficulty === wanted);
  return (
    <div className="space-y-8">
      {known?.length === 0 && <FirstCall cards={data} />}
      <div className="max-w-sm">
        <Choice legend="How hard they are" value={wanted} options={WANTED} onChange={setWanted} />
      </div>
      <Group
        title="They call you"
        about="A family looks for care. You pick up."
        icon={PhoneIncoming}
        cards={shown.filter((card) => card.call_direction === "buyer_calls")}
        calls={calls}
      />
      <Group
        title="You call them"
        about="A professional could refer families to you."
        icon={PhoneOutgoing}
        cards={shown.filter((card) => card.call_direction === "rep_calls")}
        calls={calls}
      />
    </div>
  );
}
