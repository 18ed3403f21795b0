"use client";
// One request's life in a component: loading, then data or a sentence; `reload` asks again.

import { useCallback, useEffect, useState } from "react";
import { sentenceOf } from "../api/client.ts";

export interface Resource<T> {
  data: T | null; // the latest that could be had
  sentence: string; // why the latest request failed; empty when it did not
  answers: number; // requests that ended, well or not: what polling waits for
  reload: () => void;
}

/** `load` must keep its identity between renders (a module function or a useCallback). */
export function useResource<T>(load: () => Promise<T>): Resource<T> {
  const [known, setKnown] = useState<Omit<Resource<T>, "reload">>({ data: null, sentence: "", answers: 0 });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((n) => n + 1), []);

  useEffect(() => {
    let wanted = true;
    const settle = (change: { data?: T; sentence: string }) => {
      if (wanted) setKnown((before) => ({ ...before, ...change, answers: before.answers + 1 }));
    };
    load().then(
      (data) => settle({ data, sentence: "" }),
      (error: unknown) => settle({ sentence: sentenceOf(error) }),
    );
    return () => void (wanted = false);
  }, [load, round]);

  return { ...known, reload };
}
