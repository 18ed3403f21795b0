import { Lightbulb } from "lucide-react";

/** The latest hint the rep asked for. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const latest = hints[hints.length - 1];
  if (latest === undefined) return null;
  return (
    <p
      role="status"
      className="flex items-start gap-3 rounded-2xl bg-warn-soft px-4 py-3 text-[0.95rem] leading-relaxed"
    >
      <Lightbulb aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warn" />
      {latest}
    </p>
  );
}
