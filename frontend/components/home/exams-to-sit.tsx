"use client";
// What the rep's manager asks them to sit and they have not: each with its last day and the way into it.

import { GraduationCap } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { getExamsToSit } from "@/lib/api/client";
import { useResource } from "@/lib/react/use-resource";
import { whenOpen } from "@/lib/text/last-day";
import { DIFFICULTY } from "@/lib/text/words";

export function ExamsToSit() {
  const exams = useResource(getExamsToSit).data ?? [];
  if (exams.length === 0) return null;
  return (
    <section aria-label="Exams for you" className="mt-8 rounded-2xl bg-warn-soft p-5">
      <h2 className="flex items-center gap-2 font-semibold">
        <GraduationCap aria-hidden className="size-5 text-warn" />
        {exams.length === 1 ? "Your manager asks you to take an exam" : "Your manager asks you to take exams"}
      </h2>
      <ul className="mt-2 space-y-3">
        {exams.map((exam) => (
          <li key={exam.exam_id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p id={exam.exam_id} className="min-w-0">
              {exam.persona_name}
              <span className="block text-sm text-muted">
                {DIFFICULTY[exam.difficulty]}, {whenOpen(exam)}
              </span>
            </p>
            <LinkButton size="small" href={`/brief/?exam=${exam.exam_id}`} aria-describedby={exam.exam_id}>
              Take the exam
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
