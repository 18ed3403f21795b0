"use client";
// Finds the report of a call; while there is none, shows the coach at work or why there will be none.

import { useCallback } from "react";
import { CoachProgress } from "@/components/review/coach-progress";
import { Loading } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";
import { ApiError, getReport, getTeamReport } from "@/lib/api/client";
import type { Report } from "@/lib/api/report";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { ReportView } from "./report-view";

async function findReport(callId: string, forManager: boolean): Promise<{ report: Report | null }> {
  try {
    return { report: await (forManager ? getTeamReport(callId) : getReport(callId)) };
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { report: null };
    throw error;
  }
}

export function ReportDoor() {
  const callId = useQuery("id");
  const forManager = useQuery("for") === "manager";
  const load = useCallback(() => findReport(callId, forManager), [callId, forManager]);
  const { data, sentence, reload } = useResource(load);
  if (data !== null && data.report === null) 
    return <CoachProgress callId={callId} onReport={reload} forManager={forManager} />;
  return (
    <Page>
      {data?.report ? (
        <ReportView report={data.report} own={!forManager} />
      ) : (
        <Loading what="the report" sentence={sentence} reload={reload} />
      )}
    </Page>
  );
}
