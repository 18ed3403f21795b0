// What is heard, written down and kept, in plain words, before any microphone is asked for.

import { ShieldCheck } from "lucide-react";
import type { Engines } from "@/lib/api/contract";

interface ConsentProps {
  given: boolean;
  onChange: (given: boolean) => void;
  engines: Engines | null;
}

const NOTHING_LEAVES = "no sound is recorded, and nothing leaves this machine.";
const WORDS_LEAVE =
  "no sound is recorded here. What is said goes to the services that this installation uses for the call.";

export function Consent({ given, onChange, engines }: ConsentProps) {
  const outside = engines?.outside ?? [];
  const where = outside.includes("hearing")
    ? "by a service that your voice is sent to"
    : "on the computer that runs Sparring";
  return (
    <div className="rounded-xl bg-sunken p-4">
      <h3 className="flex items-center gap-2 font-semibold">
        <ShieldCheck aria-hidden className="size-4.5 text-accent" />
        Before you start
      </h3>
      <ul className="mt-2 list-disc space-y-1.5 pl-5 text-sm leading-relaxed">
        <li>
          <strong className="font-semibold">Heard:</strong> while the call is on, your microphone is listened
          to and turned into text{engines?.hearing.name ? ` by ${engines.hearing.name}` : ""}, {where}.
        </li>
        <li>
          <strong className="font-semibold">Written down and kept:</strong> what both sides said, when, and
          your score, until you delete the call.
        </li>
        <li>
          <strong className="font-semibold">Not kept:</strong>{" "}
          {outside.length === 0 ? NOTHING_LEAVES : WORDS_LEAVE}
        </li>
      </ul>
      <label className="mt-3 flex items-start gap-3 text-sm font-medium">
        <input
          type="checkbox"
          checked={given}
          onChange={(event) => onChange(event.target.checked)}
          className="mt-0.5 size-4.5 shrink-0 accent-accent"
        />
        I agree to be heard and written down for this practice call.
      </label>
    </div>
  );
}
