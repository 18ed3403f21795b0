"use client";
// Typing is an equal way to speak, in every call. Enter sends.

import { SendHorizontal } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";

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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said && onSay(said)) setText("");
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <input
        ref={input}
        aria-label="Type what you say"
        placeholder={spoken ? "Or type what you want to say" : "Type what you say"}
        value={text}
        maxLength={MAX_CHARS}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
        className="min-h-12 min-w-0 flex-1 rounded-full border border-line-strong bg-surface px-5"
      />
      <Button type="submit" aria-label="Say it" disabled={disabled || text.trim() === ""} size="icon">
        <SendHorizontal aria-hidden className="size-5" />
      </Button>
    </form>
  );
}
