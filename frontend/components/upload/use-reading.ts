"use client";
// What the server makes of a text, asked once the typing rests: an answer to an older text is dropped.

import { useEffect, useState } from "react";
import { readUpload, sentenceOf } from "@/lib/api/client";
import type { UploadReading } from "@/lib/api/contract";

const REST_MS = 400;

export function useReading(text: string): { reading: UploadReading | null; sentence: string } {
  const [known, setKnown] = useState<{
    text: string;
    reading: UploadReading | null;
    sentence: string;
  } | null>(null);
  const written = text.trim() !== "";

  useEffect(() => {
    if (!written) return;
    let wanted = true;
    const timer = setTimeout(() => {
      readUpload(text).then(
        (reading) => wanted && setKnown({ text, reading, sentence: "" }),
        (error: unknown) => wanted && setKnown({ text, reading: null, sentence: sentenceOf(error) }),
      );
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, written]);

  if (!written || known?.text !== text) return { reading: null, sentence: "" };
  return known;
}
