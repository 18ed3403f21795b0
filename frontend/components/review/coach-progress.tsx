"use client";
// The coach at work: the steps as the server reports them, until there is a report or a reason why not.

import { Check, Circle, LoaderCircle, X } from "lucide-react";
import { useCallback, useEffect } from "react";
import { Card } from "@/components/ui/card";
import { HomeLink } from "@/components/ui/home-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { StepHeading } from "@/components/ui/step-heading";
import { getCall, getTeamCall } from "@/lib/api/client";
import type { CallProgress, CallStage, CoachStep } from "@/lib/api/contract";
import { useResource } from "@/lib/react/use-resource";

const POLL_MS = 700;
const ICONS = { waiting: Circle, running: LoaderCircle, done: Check, failed: X } as const;
const INKS = {
  waiting: "text-line-strong",
  running: "animate-spin text-accent",
  done: "text-good",
  failed: "text-bad",
} as const;
const REPORTED: ReadonlySet<CallStage> = new Set(["graded", "not_gradable", "unscored", "void"]);

function Step({ step }: { step: CoachStep }) {
  const Icon = ICONS[step.state];
  return (
    <li className="flex items-start gap-3">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${INKS[step.state]}`} />
      <span className={step.state === "waiting" ? "text-muted" : ""}>{step.sentence}</span>
    </li>
  );
}

interface CoachProgressProps {
  callId: string;
  onReport: () => void;
  forManager?: boolean;
}

export function CoachProgress({ callId, onReport, forManager = false }: CoachProgressProps) {
  const load = useCallback(
    (): Promise<CallProgress> => (forManager ? getTeamCall(callId) : getCall(callId)),
    [callId, forManager],
  );
  const { data, sentence, answers, reload } = useResource(load);
  const reported = data !== null && REPORTED.has(data.state);

  useEffect(() => {
    if (reported) return onReport();
    if (answers === 0) return;
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [answers, reported, reload, onReport]);

  return (
    <Page>
      <div className="mx-auto max-w-lg pt-8 sm:pt-16">
        <Card>
          <StepHeading>Your coach is reviewing</StepHeading>
          <p className="mt-1 mb-5 text-muted">
            This takes a few seconds. You can leave; the report waits for you.
          </p>
          <ol aria-live="polite" className="space-y-3">
            {data?.steps.map((step) => (
              <Step key={step.id} step={step} />
            ))}
          </ol>
          {data?.state === "failed" && (
            <div className="mt-5">
              <Notice tone="bad" actions={<HomeLink />}>
                The grade could not be made. The call is kept; whoever runs Sparring can see why in its log.
              </Notice>
            </div>
          )}
          {sentence && <Notice tone="warn">{sentence}</Notice>}
        </Card>
      </div>
    </Page>
  );
}
