import { Ban } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import type { Report } from "@/lib/api/report";
import { crossedAnchor, redLineAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";

/** Apart from the points: what no score makes good, and what the grader noticed besides. */
export function RedLines({ report }: { report: Report }) {
  const { red_lines: lines, flags, turns } = report;
  return (
    <>
      {lines.length > 0 && (
        <section
          aria-label="Red lines"
          className="keep-together rounded-2xl border border-bad bg-bad-soft p-5 sm:p-6"
        >
          <h2 className="flex items-center gap-2 text-lg font-semibold text-bad">
            <Ban aria-hidden className="size-5" />A red line was crossed
          </h2>
          <p className="mt-1 text-sm">This fails the call, whatever the points.</p>
          <ul className="mt-3 space-y-3">
            {lines.map((line) => (
              <li
                key={line.id}
                id={crossedAnchor(line.id)}
                data-said={crossedAnchor(line.id)}
                tabIndex={-1}
                className="scroll-mt-24 rounded-lg [&.found]:bg-surface [&.found]:ring-8 [&.found]:ring-surface"
              >
                <h3 className="font-medium">{line.title}</h3>
                {turns[line.evidence.turn]?.speaker === "buyer" && (
                  <p className="mt-0.5 text-sm text-muted">They said</p>
                )}
                <EvidenceLink
                  evidence={line.evidence}
                  anchor={redLineAnchor(line.id)}
                  timed={report.duration_ms > 0}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {flags.map((flag) => (
        <Notice key={flag} tone="warn">
          {flag}
        </Notice>
      ))}
    </>
  );
}
