"use client";
// A call this tab has left without hanging up, and the way back while it waits.

import { useCallback } from "react";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getCalls } from "@/lib/api/client";
import type { CallSummary } from "@/lib/api/contract";
import { readTicket } from "@/lib/call/ticket";
import { useResource } from "@/lib/react/use-resource";
import { callHref, isUnderWay } from "@/lib/call/under-way";

const isLeftHere = (call: CallSummary): boolean =>
  isUnderWay(call.state) && readTicket(sessionStorage, call.call_id) !== null;

export function OpenCall() {
  const load = useCallback(async () => (await getCalls()).find(isLeftHere) ?? null, []);
  const call = useResource(load).data;
  if (call === null) return null;
  return (
    <div className="mt-4">
      <Notice
        tone="warn"
        actions={
          <LinkButton href={callHref(call)} size="small">
            Go back to it
          </LinkButton>
        }
      >
        Your call with {call.persona_name} is still open. It waits for you a little while; then it ends, and
        what was said goes to your coach.
      </Notice>
    </div>
  );
}
