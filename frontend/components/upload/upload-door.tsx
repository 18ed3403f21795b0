"use client";
// Hands a real call in: its text, who in it is the rep, the rubric, the consent; then the report takes over.

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Loading } from "@/components/ui/loading";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { getRubrics, sentenceOf, uploadCall } from "@/lib/api/client";
import { nextToHandIn } from "@/lib/upload/ready";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { CallText } from "./call-text";
import { HeldOn } from "./held-on";
import { UploadConsent } from "./upload-consent";
import { RubricChoice } from "./rubric-choice";
import { SpeakerChoice } from "./speaker-choice";
import { useReading } from "./use-reading";

export function UploadDoor() {
  const router = useRouter();
  const rep = useQuery("rep"); // a manager's page names the rep; empty: the rep's own call
  const location = useQuery("location");
  const { data: rubrics, sentence: noRubrics, reload } = useResource(getRubrics);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const [speaker, setSpeaker] = useState("");
  const [heldOn, setHeldOn] = useState("");
  const [agreed, setAgreed] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const { reading, sentence } = useReading(text);
  const rubric = chosen || rubrics?.[0]?.id || "";
  const mine = reading?.speakers.find(({ name }) => name === speaker)?.name; // the text may have changed since
  const rep_speaker = mine ?? reading?.rep_by_label?.name ?? "";

  const toDo = nextToHandIn({ read: reading !== null, speakerKnown: rep_speaker !== "", agreed });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setRefusal("");
    try {
      const order = {
        text,
        rubric_id: rubric,
        rep_speaker,
        held_on: heldOn || null,
        consent: true,
      } as const;
      const { call_id } = await uploadCall(order, rep, location);
      router.push(`/report/?id=${encodeURIComponent(call_id)}${rep ? "&for=manager" : ""}`);
    } catch (error) {
      setRefusal(sentenceOf(error));
      setSending(false);
    }
  };

  return (
    <Page>
      <form onSubmit={(event) => void send(event)} className="mx-auto max-w-2xl space-y-6 pt-4">
        <header>
          <h1 className="text-3xl font-semibold tracking-tight">Upload a real call</h1>
          <p className="mt-2 leading-relaxed text-muted">
            The same coach reads it by the same rubric, and sets it beside {rep ? "the rep’s" : "your"}{" "}
            practice. It does not count towards any average.
          </p>
        </header>
        <CallText text={text} onText={setText} reading={reading} sentence={sentence} />
        {reading && <SpeakerChoice reading={reading} value={rep_speaker} onChange={setSpeaker} />}
        {rubrics === null ? (
          <Loading what="the rubrics" sentence={noRubrics} reload={reload} />
        ) : (
          <RubricChoice rubrics={rubrics} value={rubric} onChange={setChosen} />
        )}
        <HeldOn value={heldOn} onChange={setHeldOn} />
        <Card>
          <UploadConsent given={agreed} onChange={setAgreed} forManager={rep !== ""} />
          {refusal && (
            <div className="mt-4">
              <Notice tone="bad">{refusal}</Notice>
            </div>
          )}
          <Button type="submit" size="large" className="mt-4" disabled={toDo !== "" || !rubric || sending}>
            {sending ? "Handing it in…" : "Hand it to the coach"}
          </Button>
          {toDo && <p className="mt-2 text-sm text-muted">{toDo}</p>}
        </Card>
      </form>
    </Page>
  );
}
