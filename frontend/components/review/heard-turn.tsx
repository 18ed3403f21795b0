"use client";
// One turn of the rep: the words with the doubtful ones marked, and a way to put them right in place.

import { Pencil } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LiveTurn } from "@/lib/call/messages";
import { doubtPieces } from "@/lib/review/doubt";
import { tooLong } from "@/lib/text/length";
import { clock } from "@/lib/text/time";

const MAX_CHARS = 8_000;

interface HeardTurnProps {
  turn: LiveTurn;
  onCorrect: (text: string) => boolean;
}

export function HeardTurn({ turn, onCorrect }: HeardTurnProps) {
  const [editing, setEditing] = useState(false);
  return (
    <li className="flex gap-4 py-3.5">
      <span className="w-10 shrink-0 pt-0.5 text-sm text-muted tabular-nums">{clock(turn.start_ms)}</span>
      <div className="min-w-0 flex-1">
        {editing ? (
          <Editor
            text={turn.text}
            onClose={() => setEditing(false)}
            onSave={(text) => (text === turn.text || onCorrect(text)) && setEditing(false)}
          />
        ) : (
          <Words turn={turn} />
        )}
      </div>
      {!editing && (
        <Button
          look="quiet"
          size="small"
          className="-my-1.5"
          aria-label={`Correct: ${turn.text}`}
          onClick={() => setEditing(true)}
        >
          <Pencil aria-hidden className="size-4" />
          <span className="hidden sm:inline">Correct</span>
        </Button>
      )}
    </li>
  );
}

function Words({ turn }: { turn: LiveTurn }) {
  const pieces = turn.corrected ? [{ text: turn.text, doubtful: false }] : doubtPieces(turn);
  return (
    <p className="leading-relaxed">
      {pieces.map((piece, i) =>
        piece.doubtful ? (
          <mark
            key={i}
            title="We are not sure of this"
            className="rounded bg-warn-soft px-0.5 text-inherit underline decoration-warn decoration-dotted decoration-2 underline-offset-4"
          >
            {piece.text}
          </mark>
        ) : (
          <span key={i}>{piece.text}</span>
        ),
      )}{" "}
      {turn.corrected && <Badge tone="accent">Corrected by you</Badge>}
      {turn.interrupted && <Badge>Interrupted</Badge>}
    </p>
  );
}

function Editor({
  text,
  onSave,
  onClose,
}: {
  text: string;
  onSave: (text: string) => void;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(text);
  const said = draft.trim();
  const sentence = tooLong(said, MAX_CHARS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said && !sentence) onSave(said);
  };
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <textarea
        autoFocus
        aria-label="What you said"
        rows={Math.max(2, Math.ceil(text.length / 60))}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        className="field-sizing-content block w-full rounded-lg border border-line-strong bg-surface px-3 py-2 leading-relaxed"
      />
      {sentence && <Notice tone="warn">{sentence}</Notice>}
      <div className="mt-2 flex gap-2">
        <Button type="submit" size="small" disabled={said === "" || sentence !== ""}>
          Save
        </Button>
        <Button look="quiet" size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
