import { Sparkles } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/button";
import type { Advice, Report } from "@/lib/api/report";
import { adviceAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";
import { TakeAgain } from "./take-again";

function Better({ advice, i }: { advice: Advice; i: number }) {
  return (
    <div className="keep-together">
      <p className="leading-relaxed">{advice.what}</p>
      <dl className="mt-3 grid gap-3 sm:has-[>:nth-child(2)]:grid-cols-2">
        {advice.instead_of && (
          <div className="rounded-xl bg-sunken p-4">
            <dt className="text-sm text-muted">You said</dt>
            <dd>
              <EvidenceLink evidence={advice.instead_of} anchor={adviceAnchor(i)} />
            </dd>
          </div>
        )}
        <div className="rounded-xl bg-accent-soft p-4">
          <dt className="text-sm text-accent">Say this next time</dt>
          <dd className="mt-1 leading-relaxed font-medium">“{advice.better}”</dd>
        </div>
      </dl>
    </div>
  );
}

/** The one thing that helps most, with a sentence to say; the rest on demand. */
export function FixFirst({ report }: { report: Report }) {
  const { fix_first, next_up, try_persona } = report;
  if (fix_first === null) return null;
  return (
    <Card>
      <h2 className="mb-2 flex items-center gap-2 text-lg font-semibold">
        <Sparkles aria-hidden className="size-5 text-accent" />
        Fix this first
      </h2>
      <Better advice={fix_first} i={0} />
      {fix_first.turn !== null && <TakeAgain report={report} turn={fix_first.turn} className="mt-4" />}
      {next_up.length > 0 && (
        <div className="mt-4 border-t border-line">
          <Disclosure summary={<span className="text-sm font-medium">Then work on these</span>}>
            <ul className="space-y-5">
              {next_up.map((advice, i) => (
                <li key={advice.criterion}>
                  <Better advice={advice} i={i + 1} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      {try_persona && (
        <p className="screen-only mt-4 flex flex-wrap items-center gap-3 text-sm text-muted">
          A good place to practise this:
          <LinkButton
            look="outline"
            size="small"
            href={`/brief/?persona=${encodeURIComponent(try_persona.id)}`}
          >
            {try_persona.name}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}
