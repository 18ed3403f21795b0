import { Sparkles } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/button";
import { ToSay } from "@/components/ui/to-say";
import type { Advice, Report } from "@/lib/api/report";
import { adviceAnchor, crossedAnchor, resultAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";
import { Jump } from "./jump";
import { TakeAgain } from "./take-again";

interface BetterProps {
  advice: Advice;
  i: number;
  report: Report;
  own: boolean;
}

/** What to do, the words it is about, better ones, and the ways to the criterion and back to that second. */
function Better({ advice, i, report, own }: BetterProps) {
  const crossed = report.red_lines.some((line) => line.id === advice.criterion);
  return (
    <div className="keep-together">
      <p className="leading-relaxed">{advice.what}</p>
      <dl className="mt-3 grid gap-3 sm:has-[>:nth-child(2)]:grid-cols-2">
        {advice.instead_of && (
          <div className="rounded-xl bg-sunken p-4">
            <dt className="text-sm text-muted">{own ? "You said" : "The rep said"}</dt>
            <dd>
              <EvidenceLink
                evidence={advice.instead_of}
                anchor={adviceAnchor(i)}
                timed={report.duration_ms > 0}
              />
            </dd>
          </div>
        )}
        <div className="rounded-xl bg-accent-soft p-4">
          <dt className="text-sm text-accent">{own ? "Say this next time" : "To be said next time"}</dt>
          <dd className="mt-1 leading-relaxed font-medium">
            <ToSay sentence={advice.better} />
          </dd>
        </div>
      </dl>
      <div className="screen-only mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {advice.turn !== null && <TakeAgain report={report} turn={advice.turn} />}
        <Jump
          to={crossed ? crossedAnchor(advice.criterion) : resultAnchor(advice.criterion)}
          className="inline-flex min-h-6 items-center text-sm text-accent underline decoration-line-strong underline-offset-4"
        >
          {crossed ? "The red line" : "What this is graded on"}
        </Jump>
      </div>
    </div>
  );
}

/** The one thing that helps most, with a sentence to say; the rest on demand. */
export function FixFirst({ report, own }: { report: Report; own: boolean }) {
  const { fix_first, next_up, try_persona } = report;
  if (fix_first === null) return null;
  return (
    <Card>
      <h2 className="mb-2 flex items-center gap-2 text-lg font-semibold">
        <Sparkles aria-hidden className="size-5 text-accent" />
        Fix this first
      </h2>
      <Better advice={fix_first} i={0} report={report} own={own} />
      {next_up.length > 0 && (
        <div className="mt-4 border-t border-line">
          <Disclosure summary={<span className="text-sm font-medium">Then work on these</span>}>
            <ul className="space-y-5">
              {next_up.map((advice, i) => (
                <li key={advice.criterion}>
                  <Better advice={advice} i={i + 1} report={report} own={own} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      {own && try_persona && (
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
