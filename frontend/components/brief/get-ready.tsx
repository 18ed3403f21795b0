"use client";
// The way into the call: consent, speaking or typing, the microphone, how hard, private or counted, start.

import { Phone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Choice } from "@/components/ui/choice";
import { Notice } from "@/components/ui/notice";
import type { Channel, Exam, PersonaCard } from "@/lib/api/contract";
import { nextToDo } from "@/lib/call/ready";
import { speechFailed, speechReady, useEngines } from "@/lib/react/use-engines";
import { DIFFICULTY } from "@/lib/text/words";
import { Consent } from "./consent";
import { MicrophoneCheck } from "./microphone-check";
import { useName, YourName } from "./your-name";
import { startCall, type Plan, type Retake } from "./start-call";

const CHANNELS = [
  { value: "voice", label: "Speak" },
  { value: "typed", label: "Type instead", about: "The same call and the same grade, without a microphone." },
] as const;

const ATTEMPTS = [
  { value: "private", label: "Private", about: "Only you see it. You can ask for hints during the call." },
  {
    value: "counted",
    label: "Counted",
    about: "Your manager sees the score and can read the report. Hints are off.",
  },
  {
    value: "exam",
    label: "Exam",
    about: "The same call for everybody. Hints are off, and the criteria stay as they are now.",
  },
] as const;

/** What a spoken call is made of, while the rep still reads: on a thin line it would come beside the first words. */
function fetchAhead(router: ReturnType<typeof useRouter>): void {
  router.prefetch("/call/");
  void import("@/components/call/speaker-bars");
}

interface GetReadyProps {
  card: PersonaCard;
  retake: Retake | null;
  exam: Exam | null; // the one that the rep was sent the link to
  channel: Channel | undefined; // as the moment was taken the first time; else by voice, if there is any
}

export function GetReady({ card, retake, exam, channel }: GetReadyProps) {
  const router = useRouter();
  const engines = useEngines().data;
  const name = useName();
  const [consent, setConsent] = useState(false);
  const [microphoneOpen, setMicrophoneOpen] = useState(false);
  const [starting, setStarting] = useState(false);
  const [sentence, setSentence] = useState("");
  const [chosen, setChosen] = useState<Omit<Plan, "channel"> & { channel: Channel | undefined }>({
    difficulty: exam?.difficulty ?? card.difficulty,
    channel,
    attempt: exam ? "exam" : "private",
    exam: exam?.exam_id,
  });
  const change = (part: Partial<Plan>) => setChosen((known) => ({ ...known, ...part }));
  const plan: Plan = { ...chosen, channel: chosen.channel ?? (speechFailed(engines) ? "typed" : "voice") };

  const open = retake === null && exam === null; // how hard it is and what counts, for the rep to choose
  const spoken = plan.channel === "voice";
  useEffect(() => {
    if (spoken && microphoneOpen) fetchAhead(router);
  }, [spoken, microphoneOpen, router]);
  const seen = retake === null && plan.attempt !== "private"; // by a manager
  const toDo = nextToDo({
    consent,
    named: exam === null || name.given,
    spoken,
    microphoneOpen,
    speechReady: speechReady(engines),
  });
  const start = async () => {
    setStarting(true);
    if (seen) await name.keep();
    const outcome = await startCall(card, plan, "", retake);
    if (outcome.callId) return router.push(`/call/?id=${encodeURIComponent(outcome.callId)}`);
    setSentence(outcome.sentence);
    setStarting(false);
  };

  return (
    <Card title="Get ready">
      <div className="space-y-5">
        <Consent given={consent} onChange={setConsent} engines={engines} />
        <Choice
          legend="How you take the call"
          value={plan.channel}
          options={CHANNELS}
          onChange={(channel) => change({ channel })}
        />
        {spoken && <MicrophoneCheck allowed={consent} engines={engines} onOpen={setMicrophoneOpen} />}
        {open && card.difficulties.length > 1 && (
          <Choice
            legend="Difficulty"
            value={plan.difficulty}
            options={card.difficulties.map((value) => ({ value, label: DIFFICULTY[value] }))}
            onChange={(difficulty) => change({ difficulty })}
          />
        )}
        {open && (
          <Choice
            legend="This attempt is"
            value={plan.attempt}
            options={ATTEMPTS}
            onChange={(attempt) => change({ attempt })}
          />
        )}
        {seen && <YourName name={name} />}
        {sentence && <Notice tone="bad">{sentence}</Notice>}
        <Button
          size="large"
          className="w-full"
          disabled={toDo !== "" || starting}
          onClick={() => void start()}
        >
          <Phone aria-hidden className="size-5" />
          {starting
            ? "Starting…"
            : retake
              ? "Take it again"
              : card.call_direction === "buyer_calls"
                ? "Wait for the call"
                : `Call ${card.name}`}
        </Button>
        {toDo && <p className="text-center text-sm text-muted">{toDo}</p>}
      </div>
    </Card>
  );
}
