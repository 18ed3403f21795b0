// What happens to an uploaded call, in plain words, before it is handed in.

import { ShieldCheck } from "lucide-react";

interface UploadConsentProps {
  given: boolean;
  onChange: (given: boolean) => void;
  forManager: boolean;
}

export function UploadConsent({ given, onChange, forManager }: UploadConsentProps) {
  return (
    <>
      <h2 className="flex items-center gap-2 font-semibold">
        <ShieldCheck aria-hidden className="size-4.5 text-accent" />
        Before you hand it in
      </h2>
      <ul className="mt-2 list-disc space-y-1.5 pl-5 text-sm leading-relaxed">
        <li>What was said is kept with its score until {forManager ? "the rep deletes" : "you delete"} the call.</li>
        <li>
          {forManager
            ? "The rep it is about and managers can read the report; nobody else."
            : "Only you see it, unless you let your manager read the report."}
        </li>
      </ul>
      <label className="mt-3 flex items-start gap-3 text-sm font-medium">
        <input
          type="checkbox"
          checked={given}
          onChange={(event) => onChange(event.target.checked)}
          className="mt-0.5 size-4.5 shrink-0 accent-accent"
        />
        I may use this call for coaching: those who speak in it know that it was written down, or the law does not ask it.
      </label>
    </>
  );
}
