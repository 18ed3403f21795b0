"use client";
// One exam for whoever set it: the link to send, until when it can be sat, who sat it with what came of it, and who has not.

import { ChevronLeft } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyLink } from "@/components/ui/copy-link";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { endExamNow, putExamEnd, sentenceOf } from "@/lib/api/client";
import type { ExamPage, ExamRep } from "@/lib/api/team";
import { repName } from "@/lib/text/figures";
import { eastNow, endOf, whenOpen } from "@/lib/text/last-day";
import { plural } from "@/lib/text/time";
import { DIFFICULTY } from "@/lib/text/words";
import { LastDay } from "./last-day";
import { SittingRow } from "./sitting";

interface ExamViewProps {
  page: ExamPage;
  onChange: () => void;
}

export function ExamView({ page, onChange }: ExamViewProps) {
  const begun = page.reps.filter((rep) => rep.sittings.length > 0);
  const changed = begun.some((rep) => rep.sittings.some((one) => one.other_version !== null));
  const idle = page.reps.filter((rep) => rep.sittings.length === 0);
  return (
    <div className="space-y-6">
      <div className="pt-4">
        <Link
          href={`/team/?location=${encodeURIComponent(page.location_id)}`}
          className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4" />
          The team
        </Link>
        <h1 className="text-3xl font-semibold tracking-tight">Exam: {page.persona_name}</h1>
        <p role="status" className="mt-1 text-muted">
          {DIFFICULTY[page.difficulty]}, {whenOpen(page)}
        </p>
      </div>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="space-y-6">
          <Card
            title="Who sat it"
            aside={
              page.members > 0 && (
                <span className="text-sm text-muted tabular-nums">
                  {page.sat} of {plural(page.members, "rep", "reps")}, {page.passed} passed
                </span>
              )
            }
          >
            {changed && (
              <p className="mb-2 text-sm leading-relaxed text-muted">
                The buyer was changed since the first sitting. Scores with another version of the buyer,
                marked below, do not compare with the others.
              </p>
            )}
            {begun.length === 0 && <p className="text-muted">Nobody yet. Send your reps the link.</p>}
            <ul className="divide-y divide-line">
              {begun.map((rep) => (
                <Sat key={rep.rep_id} rep={rep} />
              ))}
            </ul>
          </Card>
          {idle.length > 0 && (
            <Card title={`Not yet (${idle.length})`}>
              <p className="leading-relaxed">{idle.map(repName).join(", ")}</p>
            </Card>
          )}
        </div>
        <SendIt page={page} onChange={onChange} />
      </div>
    </div>
  );
}

/** A rep's sittings. The first with a score, or deleted, is the result: afterwards the rep knows the buyer. */
function Sat({ rep }: { rep: ExamRep }) {
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      {rep.sittings.map((sitting) => (
        <SittingRow key={sitting.call_id} name={repName(rep)} sitting={sitting} />
      ))}
    </li>
  );
}

function SendIt({ page, onChange }: ExamViewProps) {
  const href = `/brief/?exam=${page.exam_id}`;
  return (
    <Card title="The link for your reps">
      <p className="mb-3 text-sm leading-relaxed text-muted">
        It stands on the start page of your reps until they have sat it. Whoever opens it takes this exam and
        no other call; they choose only whether to speak or to type.
      </p>
      <input
        readOnly
        aria-label="Address of the exam"
        value={new URL(href, window.location.href).href}
        onFocus={(event) => event.target.select()}
        className="mb-3 block min-h-11 w-full truncate rounded-lg border border-line bg-sunken px-3 text-sm"
      />
      <CopyLink label="Copy the link" href={href} />
      <div className="mt-5 border-t border-line pt-4">
        <MoveEnd key={page.last_day} page={page} onChange={onChange} />
      </div>
    </Card>
  );
}

function MoveEnd({ page, onChange }: ExamViewProps) {
  const [day, setDay] = useState(page.last_day);
  const [refusal, setRefusal] = useState("");
  const move = async (moved: Promise<unknown>) => {
    try {
      await moved;
      setRefusal("");
      onChange();
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void move(putExamEnd(page.exam_id, endOf(day)));
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <LastDay value={day} onChange={setDay} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          look="outline"
          size="small"
          disabled={day === "" || (day === page.last_day && !page.over)}
        >
          {page.last_day ? "Move the last day" : "Set a last day"}
        </Button>
        {page.last_day && (
          <Button look="quiet" size="small" onClick={() => void move(putExamEnd(page.exam_id, null))}>
            No last day
          </Button>
        )}
        {!page.over && (
          <Button look="quiet" size="small" onClick={() => void move(endExamNow(page.exam_id, eastNow()))}>
            End it now
          </Button>
        )}
      </div>
    </form>
  );
}
