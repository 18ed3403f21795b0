// The rep's own words, linked to the very span of the transcript they were said in.

import { Quote } from "lucide-react";
import type { Evidence } from "@/lib/api/report";
import { clock } from "@/lib/text/time";
import { Jump } from "./jump";

export function EvidenceLink({ evidence, anchor }: { evidence: Evidence; anchor: string }) {
  return (
    <Jump to={anchor} className="group/quote flex gap-2 rounded-lg py-1 text-[0.95rem] leading-relaxed">
      <Quote aria-hidden className="mt-1 size-3.5 shrink-0 text-accent" />
      <span>
        <q className="decoration-accent underline-offset-4 group-hover/quote:underline">{evidence.quote}</q>{" "}
        <span className="text-sm whitespace-nowrap text-muted tabular-nums">{clock(evidence.at_ms)}</span>
      </span>
    </Jump>
  );
}
