"use client";
// The call on screen: who is on the line, who speaks, what is said, and everything the rep can do.

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { CallTicket } from "@/lib/call/ticket";
import type { LiveCall } from "@/lib/call/use-call";
import type { Sound } from "@/lib/call/sound";
import { CallControls } from "./call-controls";
import { Captions } from "./captions";
import { ConnectionLine } from "./connection-line";
import { Hints } from "./hints";
import { OnTheLine } from "./on-the-line";
import { TypeBox } from "./type-box";
import { usePersona } from "./use-persona";
import { ATTEMPT } from "@/lib/text/words";

interface CallViewProps {
  live: LiveCall;
  ticket: CallTicket;
  sound: Sound | null; // null: a typed call
}

const beside = (sound: Sound | null): string =>
  `grid-rows-[auto_minmax(0,1fr)] lg:grid-rows-1 short:grid-cols-[14rem_minmax(0,1fr)] short:grid-rows-1 ${sound ? "lg:grid-cols-2" : "lg:grid-cols-[20rem_minmax(0,1fr)]"}`;

/** Whoever takes a moment again in writing is in the middle of the call: there is no phone to pick up. */
function useWithoutRing({ call, pickUp }: LiveCall, typed: boolean): void {
  const goesOn = typed && call.phase === "ringing" && call.ring === "incoming" && call.forkTurn > 0;
  useEffect(() => {
    if (goesOn) pickUp();
  }, [goesOn, pickUp]);
}

export function CallView({ live, ticket, sound }: CallViewProps) {
  const { call, send } = live;
  const card = usePersona(ticket.order.persona_id);
  const [captions, setCaptions] = useState(sound === null);
  const talking = call.phase === "live";
  useWithoutRing(live, sound === null);

  return (
    <main className="mx-auto flex h-dvh max-w-5xl flex-col gap-4 px-4 py-4 sm:px-6 sm:py-6 short:gap-2 short:py-2">
      <div className={`grid min-h-0 flex-1 gap-4 ${captions ? beside(sound) : ""}`}>
        <OnTheLine call={call} card={card} sound={sound} beside={captions} onPickUp={live.pickUp} />
        {captions && <Captions call={call} buyerName={card?.name ?? "Buyer"} />}
      </div>
      {call.phase === "lost" && (
        <Notice tone="warn">Sparring stopped answering. Reconnecting by itself; stay on this page.</Notice>
      )}
      {call.problem && (
        <Notice
          tone="bad"
          actions={
            <button className="underline" onClick={live.readProblem}>
              Close
            </button>
          }
        >
          {call.problem}
        </Notice>
      )}
      <Hints hints={call.hints} />
      {ticket.attempt !== "private" && (
        <p className="text-center text-sm text-muted">{ATTEMPT[ticket.attempt]}: hints are off.</p>
      )}
      <TypeBox disabled={!talking} onSay={(text) => send({ type: "say", text })} spoken={sound !== null} />
      <CallControls
        callId={ticket.callId}
        call={call}
        sound={sound}
        captions={captions}
        onCaptions={setCaptions}
        onHint={ticket.attempt === "private" && talking ? () => send({ type: "hint" }) : null}
        onHangUp={() => send({ type: "hang_up" })}
      />
      {sound && <ConnectionLine sound={sound} />}
    </main>
  );
}
