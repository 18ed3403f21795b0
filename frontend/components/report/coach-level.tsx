"use client";
// A coach who sees a criterion otherwise: a level of their own, and why. It stands beside the grade, which stays.

import { Scale } from "lucide-react";
import { useCallback, useId, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { getLevels, postOverride, sentenceOf } from "@/lib/api/client";
import type { CriterionResult } from "@/lib/api/report";
import type { RubricLevel } from "@/lib/api/team";
import { takeFocus } from "@/lib/react/take-focus";
import { useResource } from "@/lib/react/use-resource";
import { CoachName, keepCoachName } from "./coach-name";
import { focusResult } from "./evidence-anchor";

interface CoachLevelProps {
  callId: string;
  criterion: CriterionResult;
  onSaved: () => void;
}

export function CoachLevel({ callId, criterion, onSaved }: CoachLevelProps) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    focusResult(criterion.id);
  };
  const saved = () => {
    close();
    onSaved();
  };
  if (open) return <CoachForm callId={callId} criterion={criterion} onSaved={saved} onCancel={close} />;
  return (
    <Button look="outline" size="small" onClick={() => setOpen(true)}>
      <Scale aria-hidden className="size-4" />
      {criterion.override
        ? "Change the coach’s level"
        : criterion.appeal?.answer === null
          ? "Give another level"
          : "I see it otherwise"}
    </Button>
  );
}

function CoachForm({ callId, criterion, onSaved, onCancel }: CoachLevelProps & { onCancel: () => void }) {
  const load = useCallback(() => getLevels(callId), [callId]);
  const { data, sentence: notLoaded } = useResource(load);
  const [refused, setRefused] = useState("");
  const sentence = refused || notLoaded;

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const order = { level: said("level"), reason: said("reason"), by: said("by") };
    try {
      await postOverride(callId, { criterion: criterion.id, ...order });
      keepCoachName(order.by);
      onSaved();
    } catch (error) {
      setRefused(sentenceOf(error));
    }
  };

  return (
    <form
      onSubmit={(event) => void save(event)}
      ref={takeFocus}
      tabIndex={-1}
      className="basis-full space-y-4 rounded-xl bg-sunken p-4"
      aria-label={`Your level for: ${criterion.title}`}
    >
      <Levels levels={data?.[criterion.id] ?? []} chosen={criterion.override?.level ?? criterion.level} />
      <Field name="reason" label="Why" hint="The rep reads it." required minLength={3} maxLength={500} />
      <CoachName />
      {sentence && <Notice tone="bad">{sentence}</Notice>}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 flex-1 text-sm text-muted">The grade stays; the report shows both.</p>
        <Button look="quiet" size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" size="small" disabled={data === null}>
          Save
        </Button>
      </div>
    </form>
  );
}

function Levels({ levels, chosen }: { levels: RubricLevel[]; chosen: string | null }) {
  const name = useId();
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1.5 text-sm font-medium">What would you give?</legend>
      {levels.map((level) => (
        <label key={level.id} className="flex items-start gap-3 text-sm leading-relaxed">
          <input
            type="radio"
            name="level"
            value={level.id}
            required
            defaultChecked={level.id === chosen}
            aria-describedby={`${name}-${level.id}`}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span>
            <span className="font-medium">
              {level.title}, {level.points} {level.points === 1 ? "point" : "points"}
            </span>
            <span id={`${name}-${level.id}`} className="block text-muted">
              {level.check}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
