// What is heard, written down and kept, in plain words, before any microphone is asked for.

import { Agreement } from "@/components/ui/agreement";
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
      <Agreement
        heading="h3"
        title="Before you start"
        agreed="I agree to be heard and written down for this practice call."
        given={given}
        onChange={onChange}
      >
        <li>
          <strong className="font-semibold">Heard:</strong> if you speak, your microphone is listened to while
          the call is on, and turned into text{engines?.hearing.name ? ` by ${engines.hearing.name}` : ""},{" "}
          {where}.
        </li>
        <li>
          <strong className="font-semibold">Written down and kept:</strong> what both sides said, when, and
          your score, until you delete the call.
        </li>
        <li>
          <strong className="font-semibold">Not kept:</strong>{" "}
          {outside.length === 0 ? NOTHING_LEAVES : WORDS_LEAVE}
        </li>
      </Agreement>
    </div>
  );
}
