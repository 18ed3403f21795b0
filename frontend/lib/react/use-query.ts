"use client";
// A parameter of the page's address. The pages are static files, so it is known only in the browser: the component
// that asks stands within a Suspense.

import { useSearchParams } from "next/navigation";

/** The parameter, "" when it is absent. */
export const useQuery = (name: string): string => useSearchParams().get(name) ?? "";
