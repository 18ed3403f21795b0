"use client";
import { LockKeyhole, LockKeyholeOpen } from "lucide-react";
import { Card } from "@/components/ui/card";
import type { FactResult, Report } from "@/lib/api/report";
import { turnAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";

/** Whoever asked too early knows the question already: what it needed was trust. */
function opensWith({ dodged }: FactResult, own: boolean): string {
  if (dodged === null) return "This would have opened it:";
  return own ? "Once they trust you:" : "Once they trust the rep:";
}

function Fact({ fact, own }: { fact: FactResult; own: boolean }) {
  const Icon = fact.earned ? LockKeyholeOpen : LockKeyhole;
  return (
    <li className="flex gap-3">
      <Icon aria-hidden className={`mt-1 size-4.5 shrink-0 ${fact.earned ? "text-good" : "text-warn"}`} />
      <div className="leading-relaxed">
        <p>{fact.text}</p>
        {fact.earned_by && (
          <>
            <p className="mt-0.5 text-sm text-muted">{own ? "You asked" : "The rep asked"}</p>
            <EvidenceLink evidence={fact.earned_by} anchor={turnAnchor(fact.earned_by.turn)} />
          </>
        )}
        {fact.told && (
          <>
            <p className="text-sm text-muted">They said</p>
            <EvidenceLink evidence={fact.told} anchor={turnAnchor(fact.told.turn)} />
          </>
        )}
        {fact.dodged && (
          <>
            <p className="mt-0.5 text-sm text-muted">
              {own
                ? "You asked before they trusted you with it"
                : "Asked before they trusted the rep with it"}
            </p>
            <EvidenceLink evidence={fact.dodged} anchor={turnAnchor(fact.dodged.turn)} />
          </>
        )}
        {!fact.earned && (
          <p className="text-sm text-muted">
            {opensWith(fact, own)} <span className="text-ink">“{fact.question}”</span>
          </p>
        )}
      </div>
    </li>
  );
}

/** What the buyer kept to themselves, and the question that would have brought it out; of a call that is to be taken again
 * the rest stays theirs, so nobody is told how much it is. */
export function Facts({ report, own }: { report: Pick<Report, "facts" | "status">; own: boolean }) {
  const { facts, status } = report;
  const hidden = facts.filter((fact) => fact.hidden);
  if (hidden.length === 0) return null;
  const earned = hidden.filter((fact) => fact.earned).length;
  const toBeTakenAgain = status === "not_gradable" || status === "void";
  return (
    <Card
      title={
        !toBeTakenAgain ? "What there was to find out" : own ? "What you found out" : "What was found out"
      }
      aside={
        !toBeTakenAgain && (
          <span className="text-sm text-muted tabular-nums">
            {earned} of {hidden.length}
          </span>
        )
      }
    >
      <ul className="space-y-4">
        {hidden.map((fact) => (
          <Fact key={fact.id} fact={fact} own={own} />
        ))}
      </ul>
    </Card>
  );
}
