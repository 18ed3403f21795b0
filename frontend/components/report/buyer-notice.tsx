import { Notice } from "@/components/ui/notice";
import type { Report } from "@/lib/api/report";
import { turnAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";

/** What was wrong with the buyer. It costs the rep nothing: it voids what counts, and is only shown in practice. */
export function BuyerNotice({ report }: { report: Report }) {
  if (report.actor.length === 0) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">
        {report.status === "void"
          ? "The buyer was not the buyer they should have been. It costs you nothing."
          : "The buyer slipped out of their part. It has no effect on your points."}
      </p>
      <ul className="mt-1 space-y-1">
        {report.actor.map((finding, i) => (
          <li key={i}>
            {finding.sentence}
            <EvidenceLink evidence={finding.evidence} anchor={turnAnchor(finding.evidence.turn)} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
