import { Field } from "@/components/ui/field";

const COACH = "sparring.coach"; // whose name stands under the last word; offered again

export const keepCoachName = (name: string): void => localStorage.setItem(COACH, name);

/** The name under what a coach says. */
export function CoachName() {
  return (
    <Field
      name="by"
      label="Your name"
      required
      maxLength={80}
      autoComplete="name"
      defaultValue={localStorage.getItem(COACH) ?? ""}
    />
  );
}
