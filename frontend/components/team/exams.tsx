"use client";
// What this team is examined in, a few at a time: each exam with how many sat and passed, leading to who; and the way to
// set another.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { getExams, sentenceOf } from "@/lib/api/client";
import type { ExamList, TeamExam } from "@/lib/api/team";
import { whenOpen } from "@/lib/text/last-day";
import { DIFFICULTY } from "@/lib/text/words";
import { SetExam } from "./set-exam";

interface ExamsProps {
  list: ExamList;
  location: string;
}

const SHOWN = 5;
const SHOWN_MORE = 20;

export function Exams({ list, location }: ExamsProps) {
  const [setting, setSetting] = useState(false);
  const { exams, rest, refusal, showMore } = useExams(list, location);
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
      {list.exams.length === 0 && !setting && (
        <p className="leading-relaxed text-muted">
          None yet. Set one, and it stands on the start page of your reps: everybody takes the same call,
          without hints, and here you see who sat it and who has not.
        </p>
      )}
      <ul className="divide-y divide-line">
        {exams.map((exam) => (
          <Row key={exam.exam_id} exam={exam} />
        ))}
      </ul>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {rest && (
        <Button look="quiet" size="small" onClick={() => void showMore()}>
          Show older exams
        </Button>
      )}
    </Card>
  );
}

/** The first few; each press shows more, and asks the server for the next page once those that are here are shown. */
function useExams(list: ExamList, location: string) {
  const [older, setOlder] = useState<TeamExam[]>([]);
  const [more, setMore] = useState(list.more);
  const [shown, setShown] = useState(SHOWN);
  const [refusal, setRefusal] = useState("");
  const known = [...list.exams, ...older];
  const showMore = async () => {
    try {
      const last = known.at(-1);
      if (more && last && shown + SHOWN_MORE > known.length) {
        const page = await getExams(location, last.exam_id);
        setOlder([...older, ...page.exams]);
        setMore(page.more);
      }
      setRefusal("");
      setShown(shown + SHOWN_MORE);
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  return { exams: known.slice(0, shown), rest: more || shown < known.length, refusal, showMore };
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
            {exam.members > 0 ? `${exam.sat} of ${exam.members}` : "Nobody"}
          </span>
          <span className="text-xs text-muted">
            {exam.members > 0 ? `sat it, ${exam.passed} passed` : "has begun it"}
          </span>
        </span>
      </Link>
    </li>
  );
}
