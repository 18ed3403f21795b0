import { useId } from "react";
import { Card } from "@/components/ui/card";
import type { UploadReading } from "@/lib/api/contract";
import { sidesSettled } from "@/lib/upload/sides";
import { plural } from "@/lib/text/time";

interface SpeakerChoiceProps {
  reading: UploadReading;
  value: string;
  onChange: (name: string) => void;
}

/** Which of the names is the rep; everybody else is on the customer's side. Where labels say so, it is chosen and said why. */
export function SpeakerChoice({ reading, value, onChange }: SpeakerChoiceProps) {
  const group = useId();
  return (
    <Card title="Which of them is the rep?">
      {reading.rep_by_label && (
        <p className="mb-3 text-sm text-muted">{sidesSettled(reading.rep_by_label)}</p>
      )}
      <fieldset className="min-w-0">
        <legend className="sr-only">The rep</legend>
        <ul className="space-y-2">
          {reading.speakers.map(({ name, turns, first }) => (
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
                  <span className="text-sm text-muted">
                    · {plural(turns, "turn", "turns")}
                    {value && (value === name ? " · the rep" : " · the customer’s side")}
                  </span>
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
