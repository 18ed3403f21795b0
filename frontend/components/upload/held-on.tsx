// The day of the call, which the report sets beside practice; it may stay empty and never lies ahead.

import { useId } from "react";
import { Card } from "@/components/ui/card";
import { today } from "@/lib/text/time";

export function HeldOn({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <Card>
      <label className="block text-sm font-medium" htmlFor={id}>
        When was the call? <span className="font-normal text-muted">(if you know)</span>
      </label>
      <input
        id={id}
        type="date"
        max={today()}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1.5 min-h-10 rounded-lg border border-line-strong bg-surface px-3"
      />
    </Card>
  );
}
