// What happens to somebody's words, in plain words, and the box that is ticked before it does.

import { ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";

interface AgreementProps {
  heading: "h2" | "h3";
  title: string;
  agreed: string;
  given: boolean;
  onChange: (given: boolean) => void;
  children: ReactNode;
}

/** `children`: list items; `agreed`: the sentence that is agreed to. */
export function Agreement({ heading: Heading, title, agreed, given, onChange, children }: AgreementProps) {
  return (
    <>
      <Heading className="flex items-center gap-2 font-semibold">
        <ShieldCheck aria-hidden className="size-4.5 text-accent" />
        {title}
      </Heading>
      <ul className="mt-2 list-disc space-y-1.5 pl-5 text-sm leading-relaxed">{children}</ul>
      <label className="mt-3 flex items-start gap-3 text-sm font-medium">
        <input
          type="checkbox"
          checked={given}
          onChange={(event) => onChange(event.target.checked)}
          className="mt-0.5 size-4.5 shrink-0 accent-accent"
        />
        {agreed}
      </label>
    </>
  );
}
