import { Field } from "@/components/ui/field";
import { today } from "@/lib/text/time";

/** The day after which nobody can begin an exam. */
export function LastDay({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  return (
    <Field
      type="date"
      label="Last day"
      hint="Until midnight where you are. Leave it empty and the exam stays open."
      min={today()}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
