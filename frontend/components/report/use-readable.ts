"use client";
// Whether a manager may read this report now: always where the call counts, else while its rep shares it.

import { useCallback } from "react";
import { getShared } from "@/lib/api/client";
import type { Report } from "@/lib/api/report";
import { useResource, type Resource } from "@/lib/react/use-resource";

/** Only its rep sees it unless they share it. */
export const isPrivate = (report: Report): boolean =>
  report.attempt === "private" && report.upload?.by !== "manager";

export function useReadable(report: Report, own: boolean): Resource<boolean> {
  const ask = own && isPrivate(report);
  const id = report.call_id;
  const load = useCallback(() => (ask ? getShared(id) : Promise.resolve(true)), [ask, id]);
  return useResource(load);
}
