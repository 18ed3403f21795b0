"use client";
// Typing is an equal way to speak, in every call. Enter sends.

import { SendHorizontal } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { tooLong } from "@/lib/text/length";

const MAX_CHARS = 2_000;

interface TypeBoxProps {
  disabled: boolean;
  spoken: boolean;
  onSay: (text: string) => boolean;
}

export function TypeBox({ disabled, spoken, onSay }: TypeBoxProps) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!disabled && !spoken) input.current?.focus();
  }, [disabled, spoken]);
  const said = text.trim();
  const sentence = tooLong(said, MAX_CHARS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said && !sentence && onSay(said)) setText("");
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap gap-2">
      {sentence && (
        <div className="basis-full">
          <Notice tone="warn">{sentence}</Notice>
        </div>
      )}
      <input
        ref={input}
        aria-label="Type what you say"
        placeholder={spoken ? "Or type what you want to say" : "Type what you say"}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
        className="min-h-12 min-w-0 flex-1 rounded-full border border-line-strong bg-surface px-5"
      />
      <Button
        type="submit"
        aria-label="Say it"
        disabled={disabled || said === "" || sentence !== ""}
        size="icon"
      >
        <SendHorizontal aria-hidden className="size-5" />
      </Button>
    </form>
  );
}
