import { useId } from "react";
import { Card } from "@/components/ui/card";
import type { UploadSpeaker } from "@/lib/api/contract";
import { plural } from "@/lib/text/time";

interface SpeakerChoiceProps {
  speakers: UploadSpeaker[];
  value: string;
  onChange: (name: string) => void;
}

/** Which of the names is the rep; everybody else is on the buyer's side. */
export function SpeakerChoice({ speakers, value, onChange }: SpeakerChoiceProps) {
  const group = useId();
  return (
    <Card title="Which of them is the rep?">
      <fieldset className="min-w-0">
        <legend className="sr-only">The rep</legend>
        <ul className="space-y-2">
          {speakers.map(({ name, turns, first }) => (
            <li key={name}>
              <label className="flex items-start gap-3 rounded-xl border border-line p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
                <input
                  type="radio"
                  name={group}
                  checked={value === name}
                  onChange={() => onChange(name)}
                  className="mt-1 size-4.5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  <span className="font-medium">{name}</span>{" "}
                  <span className="text-sm text-muted">· {plural(turns, "turn", "turns")}</span>
                  <q className="line-clamp-2 text-sm text-muted">{first}</q>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </Card>
  );
}
