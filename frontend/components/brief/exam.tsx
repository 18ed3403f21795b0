"use client";
// An exam that somebody is asked to take: an address with the buyer and how hard; the seed is the same for everybody.

import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import type { Difficulty, PersonaCard } from "@/lib/api/contract";
import { useQuery } from "@/lib/react/use-query";
import { DIFFICULTY } from "@/lib/text/words";

/** How hard the exam is that this address asks for; null: it asks for none. */
export function useExam(card: PersonaCard): Difficulty | null {
  const asked = useQuery("exam");
  return card.difficulties.find((one) => one === asked) ?? null;
}

/** In the place of the choices: they were made by whoever sent the link. */
export function AskedFor({ exam }: { exam: Difficulty }) {
  return (
    <Notice>
      <strong className="font-semibold">You are asked to take an exam: {DIFFICULTY[exam].toLowerCase()}.</strong> It is
      the same call for everybody who has this link. Hints are off, and your manager sees the score and can read the
      report.
    </Notice>
  );
}

/** For whoever wants others to take it. */
export function SendExam({ card, difficulty }: { card: PersonaCard; difficulty: Difficulty }) {
  const query = new URLSearchParams({ persona: card.id, exam: difficulty });
  return <CopyLink label="Copy a link to this exam" href={`/brief/?${query.toString()}`} />;
}
