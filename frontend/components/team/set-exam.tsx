"use client";
// Sets an exam: which buyer, how hard, and until when. Its own page, with the link to send, comes next.

import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Loading } from "@/components/ui/loading";
import { Notice } from "@/components/ui/notice";
import { getPersonas, postExam, sentenceOf } from "@/lib/api/client";
import type { Difficulty, PersonaCard } from "@/lib/api/contract";
import { useResource } from "@/lib/react/use-resource";
import { endOf } from "@/lib/text/last-day";
import { CALL_TYPE, DIFFICULTY } from "@/lib/text/words";
import { LastDay } from "./last-day";

const KINDS = ["inside", "outside"] as const;

interface SetExamProps {
  location: string;
  onCancel: () => void;
}

export function SetExam({ location, onCancel }: SetExamProps) {
  const router = useRouter();
  const { data: cards, sentence, reload } = useResource(getPersonas);
  const [chosen, setChosen] = useState("");
  const [difficulty, setDifficulty] = useState<Difficulty>("normal");
  const [day, setDay] = useState("");
  const [refusal, setRefusal] = useState("");
  if (cards === null) return <Loading what="the buyers" sentence={sentence} reload={reload} />;
  const card = cards.find((one) => one.id === chosen) ?? cards[0];
  if (card === undefined) return null;
  const set = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const exam = await postExam({ persona_id: card.id, difficulty, closes_at: endOf(day) }, location);
      router.push(`/team/?${new URLSearchParams({ location, exam: exam.exam_id }).toString()}`);
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  return (
    <form onSubmit={(event) => void set(event)} className="space-y-4 rounded-xl bg-sunken p-4">
      <Buyer cards={cards} value={card.id} onChange={setChosen} />
      <Choice
        legend="How hard"
        value={difficulty}
        options={card.difficulties.map((value) => ({ value, label: DIFFICULTY[value] }))}
        onChange={setDifficulty}
      />
      <LastDay value={day} onChange={setDay} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <div className="flex gap-2">
        <Button type="submit" size="small">
          Set it and get the link
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface BuyerProps {
  cards: PersonaCard[];
  value: string;
  onChange: (id: string) => void;
}

function Buyer({ cards, value, onChange }: BuyerProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        Buyer
      </label>
      <select
        id={id}
        autoFocus // what was pressed to get here is gone
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 block min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3"
      >
        {KINDS.map((kind) => (
          <optgroup key={kind} label={`${CALL_TYPE[kind]}s`}>
            {cards
              .filter((card) => card.call_type === kind)
              .map((card) => (
                <option key={card.id} value={card.id}>
                  {card.name}, {card.role}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
