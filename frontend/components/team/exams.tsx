"use client";
// What this team is examined in: each exam with how many sat and passed, leading to who; and the way to set another.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { TeamExam } from "@/lib/api/team";
import { whenOpen } from "@/lib/text/last-day";
import { DIFFICULTY } from "@/lib/text/words";
import { SetExam } from "./set-exam";

interface ExamsProps {
  exams: TeamExam[];
  location: string;
}

const SHOWN = 5;

export function Exams({ exams, location }: ExamsProps) {
  const [setting, setSetting] = useState(false);
  const [all, setAll] = useState(false);
  return (
    <Card
      title="Exams"
      aside={
        !setting && (
          <Button look="outline" size="small" className="-my-1.5" onClick={() => setSetting(true)}>
            Set an exam
          </Button>
        )
      }
    >
      {setting && <SetExam location={location} onCancel={() => setSetting(false)} />}
      {exams.length === 0 && !setting && (
        <p className="leading-relaxed text-muted">
          None yet. Set one, and it stands on the start page of your reps: everybody takes the same call,
          without hints, and here you see who sat it and who has not.
        </p>
      )}
      <ul className="divide-y divide-line">
        {(all ? exams : exams.slice(0, SHOWN)).map((exam) => (
          <Row key={exam.exam_id} exam={exam} />
        ))}
      </ul>
      {!all && exams.length > SHOWN && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          Show all {exams.length}
        </Button>
      )}
    </Card>
  );
}

function Row({ exam }: { exam: TeamExam }) {
  const query = new URLSearchParams({ location: exam.location_id, exam: exam.exam_id });
  return (
    <li>
      <Link
        href={`/team/?${query.toString()}`}
        className="-mx-2 flex items-center justify-between gap-3 rounded-lg px-2 py-2.5 hover:bg-sunken"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{exam.persona_name}</span>
          <span className="block text-sm text-muted">
            {DIFFICULTY[exam.difficulty]}, {whenOpen(exam)}
          </span>
        </span>
        <span className="shrink-0 text-right whitespace-nowrap">
          <span className="block leading-none font-semibold tabular-nums">
            {exam.sat} of {exam.members}
          </span>
          <span className="text-xs text-muted">sat it, {exam.passed} passed</span>
        </span>
      </Link>
    </li>
  );
}
