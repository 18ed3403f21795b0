"use client";
// Finds the report of a call; while there is none, shows the coach at work or why there will be none.

import { useCallback } from "react";
import { CoachProgress } from "@/components/review/coach-progress";
import { HomeLink } from "@/components/ui/home-link";
import { Loading } from "@/components/ui/loading";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { ApiError, getCall, getReport, getTeamCall, getTeamReport } from "@/lib/api/client";
import type { Report } from "@/lib/api/report";
import type { TeamCallProgress } from "@/lib/api/team";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { ReportView } from "./report-view";

const NOT_YOURS =
  "This call is not among yours: it was deleted, it is somebody else’s, or it was held in another browser. " +
  "Your own calls are on the home page.";
const NOT_FOR_MANAGERS =
  "There is no such call for you to read: it was deleted, or it is private practice that the rep has not shared.";

type Found = { report: Report; rep: TeamCallProgress | null } | { report: null; known: boolean };

/** Null for what is not there, or is not this reader's. */
async function orNull<T>(wanted: Promise<T>): Promise<T | null> {
  try {
    return await wanted;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

async function findReport(callId: string, forManager: boolean): Promise<Found> {
  if (callId === "") return { report: null, known: false };
  const [report, call] = forManager
    ? await Promise.all([orNull(getTeamReport(callId)), orNull(getTeamCall(callId))])
    : [await orNull(getReport(callId)), null];
  if (report !== null) return { report, rep: call };
  const known = forManager ? call : await orNull(getCall(callId));
  return { report: null, known: known !== null };
}

export function ReportDoor() {
  const callId = useQuery("id");
  const forManager = useQuery("for") === "manager";
  const load = useCallback(() => findReport(callId, forManager), [callId, forManager]);
  const { data, sentence, reload } = useResource(load);
  if (data !== null && data.report === null && data.known)
    return <CoachProgress callId={callId} onReport={reload} forManager={forManager} />;
  return (
    <Page>
      {data !== null && data.report === null ? (
        <div className="mx-auto max-w-lg py-16">
          <Notice tone="warn" actions={<HomeLink />}>
            {forManager ? NOT_FOR_MANAGERS : NOT_YOURS}
          </Notice>
        </div>
      ) : data?.report ? (
        <ReportView report={data.report} own={!forManager} rep={data.rep} onChange={reload} />
      ) : (
        <Loading what="the report" sentence={sentence} reload={reload} />
      )}
    </Page>
  );
}
