"use client";
// Lets a tab into a call: with the ticket it holds, after asking when another tab has the call, or on to where it is now.

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { HomeLink } from "@/components/ui/home-link";
import { Loading } from "@/components/ui/loading";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { getCall, sentenceOf } from "@/lib/api/client";
import { callsInOtherTabs } from "@/lib/call/tabs";
import { readTicket, type CallTicket } from "@/lib/call/ticket";
import { useQuery } from "@/lib/react/use-query";
import { isUnderWay } from "@/lib/call/under-way";
import { CallRoom } from "./call-room";

type Door =
  | { at: "looking" }
  | { at: "open"; ticket: CallTicket }
  | { at: "elsewhere"; ticket: CallTicket }
  | { at: "closed"; sentence: string };

const NOT_HERE =
  "This call was started in another tab or window. Go back to that one, or start a new call from the home page.";

const NO_CALL = "This address names no call. Choose a buyer on the home page to begin one.";

async function doorFor(callId: string, onward: (url: string) => void): Promise<Door> {
  if (callId === "") return { at: "closed", sentence: NO_CALL };
  const ticket = readTicket(sessionStorage, callId);
  if (ticket !== null) {
    const elsewhere = (await callsInOtherTabs()).includes(callId);
    return { at: elsewhere ? "elsewhere" : "open", ticket };
  }
  try {
    const { state } = await getCall(callId);
    if (isUnderWay(state)) return { at: "closed", sentence: NOT_HERE };
    onward(`/report/?id=${encodeURIComponent(callId)}`);
    return { at: "looking" };
  } catch (error) {
    return { at: "closed", sentence: sentenceOf(error) };
  }
}

export function CallDoor() {
  const router = useRouter();
  const callId = useQuery("id");
  const [door, setDoor] = useState<Door>({ at: "looking" });

  useEffect(() => {
    let wanted = true;
    void doorFor(callId, (url) => router.replace(url)).then((found) => wanted && setDoor(found));
    return () => void (wanted = false);
  }, [callId, router]);

  if (door.at === "open") return <CallRoom key={door.ticket.callId} ticket={door.ticket} />;
  return (
    <Page>
      <div className="mx-auto max-w-lg py-16">
        {door.at === "looking" && <Loading what="the call" sentence="" reload={() => undefined} />}
        {door.at === "closed" && (
          <Notice tone="warn" actions={<HomeLink />}>
            {door.sentence}
          </Notice>
        )}
        {door.at === "elsewhere" && (
          <Notice
            tone="warn"
            actions={
              <Button size="small" onClick={() => setDoor({ at: "open", ticket: door.ticket })}>
                Continue it here
              </Button>
            }
          >
            This call is open in another tab. A call can be in one tab at a time; if you continue it here, the
            other tab lets go.
          </Notice>
        )}
      </div>
    </Page>
  );
}
