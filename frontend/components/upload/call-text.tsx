"use client";
// The text of the call: a chosen file or what is pasted, and what the server found in it.

import { useId, useState, type ChangeEvent } from "react";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { UploadReading } from "@/lib/api/contract";
import { callFile } from "@/lib/upload/call-file";
import { plural } from "@/lib/text/time";

const FORM = { text: "text with speakers", webvtt: "WebVTT captions", json: "JSON" } as const;

interface CallTextProps {
  text: string;
  onText: (text: string) => void;
  reading: UploadReading | null;
  sentence: string; // why it cannot be read; empty when it can
}

export function CallText({ text, onText, reading, sentence }: CallTextProps) {
  const id = useId();
  const [refused, setRefused] = useState("");
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    const chosen = await callFile(file);
    setRefused(chosen.sentence);
    onText(chosen.text ?? "");
  };
  return (
    <Card title="What was said">
      <label className="block text-sm font-medium" htmlFor={`${id}-file`}>
        Choose a file
      </label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".txt,.vtt,.srt,.json,text/plain,text/vtt,application/x-subrip,application/json"
        onChange={(event) => void choose(event)}
        className="mt-1.5 block w-full text-sm file:mr-4 file:min-h-10 file:rounded-full file:border file:border-line-strong file:bg-surface file:px-4 file:font-medium"
      />
      <label className="mt-4 block text-sm font-medium" htmlFor={`${id}-text`}>
        or paste it
      </label>
      <textarea
        id={`${id}-text`}
        value={text}
        onChange={(event) => {
          setRefused("");
          onText(event.target.value);
        }}
        rows={10}
        spellCheck={false}
        placeholder={"Rep: Thank you for calling, this is Dana.\nBuyer: Hi, I am calling about my father."}
        className="mt-1.5 block w-full rounded-lg border border-line-strong bg-surface p-3 font-mono text-sm leading-relaxed"
      />
      <p className="mt-2 text-sm text-muted">
        A name and a colon before each turn, captions (.vtt, .srt), what Teams, Zoom or Otter save as text, or
        JSON. Any names will do; replace those of clients if you wish.
      </p>
      <div className="mt-3 space-y-3">
        {(refused || sentence) && <Notice tone="bad">{refused || sentence}</Notice>}
        {reading && (
          <Notice>
            {plural(reading.turns, "turn", "turns")} by{" "}
            {plural(reading.speakers.length, "speaker", "speakers")}, read as {FORM[reading.form]}.
          </Notice>
        )}
      </div>
    </Card>
  );
}
