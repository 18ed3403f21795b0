"use client";
// A rep who sees a criterion otherwise says why; a coach answers. The grade stays: only an override speaks of another.

import { MessageSquare } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { deleteAppeal, postAppeal, postStands, putShared, sentenceOf } from "@/lib/api/client";
import type { Appeal, CriterionResult } from "@/lib/api/report";
import { takeFocus } from "@/lib/react/take-focus";
import { tooLong } from "@/lib/text/length";
import { CoachName, keepCoachName } from "./coach-name";
import { focusResult } from "./evidence-anchor";

const MIN_CHARS = 3;
const MAX_CHARS = 300;

interface AppealProps {
  callId: string;
  criterion: CriterionResult;
  onSaved: () => void;
}

/** The rep's words, and what was answered. */
export function AppealSaid({
  appeal,
  reader,
  ...about
}: AppealProps & { appeal: Appeal; reader: "rep" | "coach" }) {
  const { why, answer } = appeal;
  return (
    <div className="mt-1 rounded-lg bg-sunken px-3 py-2 text-sm leading-relaxed">
      <p>
        <strong className="font-semibold">
          {reader === "rep" ? "You see it otherwise:" : "The rep sees it otherwise:"}
        </strong>{" "}
        {why}
      </p>
      {answer?.outcome === "stands" && (
        <p className="mt-1">
          <strong className="font-semibold">{answer.by}: it stands as graded.</strong> {answer.reason}
        </p>
      )}
      {answer?.outcome === "overridden" && (
        <p className="mt-1 text-muted">{answer.by} answered with a level of their own:</p>
      )}
      {answer === null && reader === "coach" && <p className="mt-1 text-muted">Nobody has answered yet.</p>}
      {answer === null && reader === "rep" && <Waiting {...about} />}
    </div>
  );
}

/** Until a coach has answered, a rep can take it back. */
function Waiting({ callId, criterion, onSaved }: AppealProps) {
  const [sentence, setSentence] = useState("");
  const withdraw = async () => {
    try {
      await deleteAppeal(callId, criterion.id);
      focusResult(criterion.id);
      onSaved();
    } catch (error) {
      setSentence(sentenceOf(error));
    }
  };
  return (
    <>
      <p className="mt-1 flex flex-wrap items-center justify-between gap-x-3 text-muted">
        Your coach has not answered yet.
        <span className="screen-only">
          <Button look="quiet" size="small" className="-mr-2" onClick={() => void withdraw()}>
            Take it back
          </Button>
        </span>
      </p>
      {sentence && <Notice tone="bad">{sentence}</Notice>}
    </>
  );
}

interface AppealFormProps extends AppealProps {
  readable: boolean; // by a manager; else nobody would answer, and sending opens the call to them
}

/** The rep's way to say so: a button until it is wanted. */
export function AppealForm(about: AppealFormProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button look="quiet" size="small" className="-mx-3.5" onClick={() => setOpen(true)}>
        <MessageSquare aria-hidden className="size-4" />I see it otherwise
      </Button>
    );
  const cancel = () => {
    setOpen(false);
    focusResult(about.criterion.id);
  };
  return <Why {...about} onCancel={cancel} />;
}

function Why({ callId, criterion, readable, onSaved, onCancel }: AppealFormProps & { onCancel: () => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState("");
  const why = text.replaceAll(/\s+/g, " ").trim();
  const sentence = tooLong(why, MAX_CHARS);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (!readable) await putShared(callId, true);
      await postAppeal(callId, criterion.id, why);
      focusResult(criterion.id);
      onSaved();
    } catch (error) {
      setRefused(sentenceOf(error));
    }
  };
  return (
    <form
      onSubmit={(event) => void send(event)}
      className="basis-full space-y-3 rounded-xl bg-sunken p-4"
      aria-label={`You see it otherwise: ${criterion.title}`}
    >
      <label htmlFor={id} className="block text-sm font-medium">
        Why do you see it otherwise?
      </label>
      <textarea
        id={id}
        ref={takeFocus}
        rows={3}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${id}-hint`}
        className="block w-full rounded-lg border border-line-strong bg-surface p-3 leading-relaxed"
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        {!readable && "So far only you can read this call: sending this lets your manager read all of it. "}
        Your coach reads it and answers here. The grade stays; if they give another level, the report shows
        both. {why.length} of {MAX_CHARS} letters.
      </p>
      {sentence && <Notice tone="warn">{sentence}</Notice>}
      {refused && <Notice tone="bad">{refused}</Notice>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" size="small" disabled={why.length < MIN_CHARS || sentence !== ""}>
          {readable ? "Send to my coach" : "Let them read it and send"}
        </Button>
      </div>
    </form>
  );
}

/** A coach's answer without a level of their own. */
export function Stands({ callId, criterion, onSaved }: AppealProps) {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState("");
  if (!open)
    return (
      <Button look="outline" size="small" onClick={() => setOpen(true)}>
        It stands as graded
      </Button>
    );
  const close = () => {
    setOpen(false);
    focusResult(criterion.id);
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const order = { reason: said("reason"), by: said("by") };
    try {
      await postStands(callId, criterion.id, order);
      keepCoachName(order.by);
      close();
      onSaved();
    } catch (error) {
      setRefused(sentenceOf(error));
    }
  };
  return (
    <form
      ref={takeFocus}
      tabIndex={-1}
      onSubmit={(event) => void send(event)}
      className="basis-full space-y-4 rounded-xl bg-sunken p-4"
      aria-label={`It stands as graded: ${criterion.title}`}
    >
      <Field
        name="reason"
        label="Why it stands"
        hint="The rep reads it."
        required
        minLength={3}
        maxLength={500}
      />
      <CoachName />
      {refused && <Notice tone="bad">{refused}</Notice>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" size="small" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" size="small">
          It stands
        </Button>
      </div>
    </form>
  );
}
