// What happens to an uploaded call, in plain words, before it is handed in.

import { Agreement } from "@/components/ui/agreement";

interface UploadConsentProps {
  given: boolean;
  onChange: (given: boolean) => void;
  forManager: boolean;
}

export function UploadConsent({ given, onChange, forManager }: UploadConsentProps) {
  return (
    <Agreement
      heading="h2"
      title="Before you hand it in"
      agreed="I may use this call for coaching: those who speak in it know that it was written down, or the law does not require that they do."
      given={given}
      onChange={onChange}
    >
      <li>
        What was said is kept with its score until {forManager ? "the rep deletes" : "you delete"} the call.
      </li>
      <li>
        {forManager
          ? "The rep it is about and managers can read the report; nobody else."
          : "Only you see it, unless you let your manager read the report."}
      </li>
    </Agreement>
  );
}
