"use client";
// After the call: the rep's own turns as they were heard, to be put right before the coach reads them.

import { Send } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { StepHeading } from "@/components/ui/step-heading";
import type { CallState } from "@/lib/call/machine";
import type { ClientMessage } from "@/lib/call/messages";
import { doubtPieces, isDoubtful } from "@/lib/review/doubt";
import { plural } from "@/lib/text/time";
import { Countdown } from "./countdown";
import { HeardTurn } from "./heard-turn";

interface ReviewProps {
  call: CallState;
  send: (message: ClientMessage) => boolean;
}

export function Review({ call, send }: ReviewProps) {
  const own = call.turns.filter((turn) => turn.speaker === "rep" && turn.index >= call.forkTurn);
  const doubtful = own.filter((turn) => isDoubtful(turn) && !turn.corrected).length;
  const underlined = own.some((turn) => !turn.corrected && doubtPieces(turn).some((piece) => piece.doubtful));
  return (
    <Page>
      <div className="mx-auto max-w-2xl pt-4">
        <StepHeading>Call over</StepHeading>
        <p className="mt-2 text-muted">{call.sentence}</p>
        <Card title="This is what we heard" className="mt-6">
          <p className="mb-3 leading-relaxed text-muted">
            Your coach grades these words. Correct what we misheard; a corrected turn is marked as such.
            {doubtful > 0 && ` We are not sure of ${plural(doubtful, "turn", "turns")}.`}
            {underlined && " Dotted words are those we are least sure of."}
          </p>
          {own.length === 0 && <p>You said nothing on this call.</p>}
          <ol className="divide-y divide-line">
            {own.map((turn) => (
              <HeardTurn
                key={turn.index}
                turn={turn}
                onCorrect={(text) => send({ type: "correct", index: turn.index, text })}
              />
            ))}
          </ol>
        </Card>
        {call.problem && (
          <div className="mt-6">
            <Notice tone="bad">{call.problem}</Notice>
          </div>
        )}
        <div className="sticky bottom-0 mt-6 flex flex-wrap items-center justify-between gap-3 bg-bg/95 py-4">
          <Countdown seconds={call.reviewS} />
          <Button size="large" className="w-full sm:w-auto" onClick={() => send({ type: "finish_review" })}>
            <Send aria-hidden className="size-5" />
            Send to my coach
          </Button>
        </div>
      </div>
    </Page>
  );
}
