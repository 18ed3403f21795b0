"use client";
// Which engines hear and speak, asked each second until both are up or have failed.

import { useEffect } from "react";
import { getEngines } from "../api/client.ts";
import type { EnginePart, Engines } from "../api/contract.ts";
import { useResource, type Resource } from "./use-resource.ts";

const POLL_MS = 1_000;

const isLoading = (part: EnginePart) => part.state === "loading";

export const speechReady = (engines: Engines | null): boolean =>
  engines?.hearing.state === "ready" && engines.voice.state === "ready";

/** Nothing is waited for any more: what is missing stays missing until somebody mends it. */
export const speechFailed = (engines: Engines | null): boolean =>
  engines?.hearing.state === "failed" || engines?.voice.state === "failed";

export function useEngines(): Resource<Engines> {
  const resource = useResource(getEngines);
  const { data, sentence, answers, reload } = resource;
  useEffect(() => {
    const settled = data !== null && !isLoading(data.hearing) && !isLoading(data.voice);
    if (answers === 0 || (settled && sentence === "")) return;
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [data, sentence, answers, reload]);
  return resource;
}
