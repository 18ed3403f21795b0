"use client";
// A parameter of the page's address. The pages are static files, so it is known only in the browser.

import { useSyncExternalStore } from "react";

const subscribe = (changed: () => void) => {
  window.addEventListener("popstate", changed);
  return () => window.removeEventListener("popstate", changed);
};

/** The parameter, "" when it is absent, null while the page is not yet alive. */
export function useQuery(name: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).get(name) ?? "",
    () => null,
  );
}
