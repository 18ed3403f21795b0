"use client";
// What a rep knows before the call: who, why, what counts; and the way into it.

import { Target } from "lucide-react";
import { useCallback } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Loading } from "@/components/ui/loading";
import { Notice } from "@/components/ui/notice";
import { ApiError, getExam, getPersonas, getReport } from "@/lib/api/client";
import type { Exam, PersonaCard } from "@/lib/api/contract";
import type { Report } from "@/lib/api/report";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { CALL_TYPE } from "@/lib/text/words";
import { Criteria } from "./criteria";
import { AskedFor, ExamOver } from "./exam";
import { GetReady } from "./get-ready";
import { Moment, useRetake } from "./moment";

const DIRECTION = {
  buyer_calls: "They call you. Your phone will ring; pick up and greet them.",
  rep_calls: "You call them. You will hear it ring until they pick up.",
} as const;

function Who({ card }: { card: PersonaCard }) {
  return (
    <div className="flex items-center gap-4 pt-4 pb-6 sm:pt-6">
      <Avatar id={card.id} name={card.name} size="large" />
      <div className="min-w-0">
        <Badge tone="accent">{CALL_TYPE[card.call_type]}</Badge>
        <h1 className="mt-1.5 text-2xl font-semibold tracking-tight sm:text-3xl">{card.name}</h1>
        <p className="text-muted">{card.role}</p>
      </div>
    </div>
  );
}

/** `begins`: from the ring; a moment taken again is in the middle of the call. */
function Situation({ card, begins }: { card: PersonaCard; begins: boolean }) {
  return (
    <Card title="The situation">
      <p className="leading-relaxed">{card.situation}</p>
      <p className="mt-3 leading-relaxed">
        You work for <strong className="font-semibold">{card.agency}</strong>.
        {begins && ` ${DIRECTION[card.call_direction]}`}
      </p>
      <div className="mt-5 flex gap-3 rounded-xl bg-accent-soft p-4">
        <Target aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <div>
          <h3 className="font-semibold">Your goal</h3>
          <p className="mt-0.5 leading-relaxed">{card.goal}</p>
        </div>
      </div>
    </Card>
  );
}

/** Of the first time; without it the moment can be taken again all the same. */
const reportOf = (callId: string): Promise<Report | null> => getReport(callId).catch(() => null);

/** What the link asks for, or why nobody can take it: a link that lost its end stays as it is when asked again. */
async function askedFor(examId: string): Promise<{ exam: Exam | null; lost: string }> {
  if (examId === "") return { exam: null, lost: "" };
  try {
    return { exam: await getExam(examId), lost: "" };
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { exam: null, lost: error.message };
    throw error;
  }
}

export function Briefing() {
  const id = useQuery("persona");
  const examId = useQuery("exam");
  const retake = useRetake();
  const again = retake?.callId ?? "";
  const find = useCallback(async () => {
    const [cards, before, { exam, lost }] = await Promise.all([
      getPersonas(),
      again ? reportOf(again) : null,
      askedFor(examId),
    ]);
    const wanted = exam?.persona_id ?? id;
    return { card: cards.find((card) => card.id === wanted) ?? null, before, exam, lost };
  }, [id, again, examId]);
  const { data, sentence, reload } = useResource(find);

  if (data === null) return <Loading what="the briefing" sentence={sentence} reload={reload} />;
  if (data.card === null || data.lost !== "") {
    return (
      <Notice
        tone="warn"
        actions={
          <LinkButton href="/" size="small" look="outline">
            Choose a buyer
          </LinkButton>
        }
      >
        {data.lost || "There is no such buyer. Choose one on the home page."}
      </Notice>
    );
  }
  return (
    <>
      <Who card={data.card} />
      {data.exam && (
        <div className="mb-6">
          {data.exam.over ? <ExamOver exam={data.exam} /> : <AskedFor exam={data.exam} />}
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="space-y-6">
          {retake && <Moment turn={retake.turn} report={data.before} />}
          <Situation card={data.card} begins={retake === null} />
          <Criteria rubricId={data.card.rubric_id} />
        </div>
        {!data.exam?.over && (
          <div className="lg:sticky lg:top-6">
            <GetReady
              card={data.card}
              retake={retake}
              exam={data.exam}
              channel={retake ? data.before?.turns[retake.turn]?.channel : undefined}
            />
          </div>
        )}
      </div>
    </>
  );
}
