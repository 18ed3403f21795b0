// The rep's own words, linked to the very span of the transcript they were said in.

import { Quote } from "lucide-react";
import type { Evidence } from "@/lib/api/report";
import { placed } from "@/lib/text/time";
import { Jump } from "./jump";

interface EvidenceLinkProps {
  evidence: Evidence;
  anchor: string;
  timed?: boolean; // an uploaded text has turns and no seconds
}

export function EvidenceLink({ evidence, anchor, timed = true }: EvidenceLinkProps) {
  return (
    <Jump to={anchor} className="group/quote flex gap-2 rounded-lg py-1 text-[0.95rem] leading-relaxed">
      <Quote aria-hidden className="mt-1 size-3.5 shrink-0 text-accent" />
      <span>
        <q className="decoration-accent underline-offset-4 group-hover/quote:underline">{evidence.quote}</q>{" "}
        <span className="text-sm whitespace-nowrap text-muted tabular-nums">
          {placed(evidence.turn, evidence.at_ms, timed)}
        </span>
      </span>
    </Jump>
  );
}
