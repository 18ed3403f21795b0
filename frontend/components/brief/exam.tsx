// An exam that a manager set and somebody was sent the link to: what it asks for, or that its last day is over.

import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Exam } from "@/lib/api/contract";
import { inWords } from "@/lib/text/last-day";
import { DIFFICULTY } from "@/lib/text/words";

/** Why there is nothing to choose: whoever sent the link did. */
export function AskedFor({ exam }: { exam: Exam }) {
  return (
    <Notice>
      <strong className="font-semibold">
        You are asked to take an exam, difficulty {DIFFICULTY[exam.difficulty].toLowerCase()}.
      </strong>{" "}
      {exam.last_day && `Its last day is ${inWords(exam.last_day)}. `}
      It is the same call for everybody who has this link. Hints are off, and your manager sees the score and
      can read the report. You can delete it afterwards, and have sat it all the same.
    </Notice>
  );
}

/** In the place of the way into the call. */
export function ExamOver({ exam }: { exam: Exam }) {
  return (
    <Notice
      tone="warn"
      actions={
        <LinkButton
          size="small"
          look="outline"
          href={`/brief/?persona=${encodeURIComponent(exam.persona_id)}`}
        >
          Practise with {exam.persona_name}
        </LinkButton>
      }
    >
      <strong className="font-semibold">This exam is over.</strong> Its last day was {inWords(exam.last_day)}.
      Ask your manager for a later day or for another exam.
    </Notice>
  );
}
