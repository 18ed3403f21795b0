"use client";
// The report, top to bottom: what it was worth, what to do next, where the points came from, what was said.

import { ChevronLeft } from "lucide-react";
import { Link } from "@/components/ui/link";
import { useEffect } from "react";
import type { Report } from "@/lib/api/report";
import type { TeamCallProgress } from "@/lib/api/team";
import { useQuery } from "@/lib/react/use-query";
import { keepRead } from "@/lib/report/read-answers";
import { repName } from "@/lib/text/figures";
import { ReportActions } from "./actions";
import { Categories } from "./categories";
import { DeliveryCard } from "./delivery";
import { Facts } from "./facts";
import { BranchCard } from "./branch";
import { BuyerNotice } from "./buyer-notice";
import { categoryAnchor, resultAnchor, showEvidence, turnAnchor } from "./evidence-anchor";
import { FixFirst } from "./fix-first";
import { LatencyCard } from "./latency";
import { PracticeCard } from "./practice";
import { PrintAll } from "./print-all";
import { ProgressCard } from "./progress";
import { RedLines } from "./red-lines";
import { ScoreCard } from "./score-card";
import { Retakes } from "./retakes";
import { Strengths } from "./strengths";
import { Fineprint } from "./fineprint";
import { Transcript } from "./transcript";
import { useReadable } from "./use-readable";

interface ReportViewProps {
  report: Report;
  own: boolean; // the rep's own, who may also practise again, share and delete; a manager may see levels otherwise
  rep: TeamCallProgress | null; // whose call it is, for a manager
  onChange: () => void;
}

export function ReportView({ report, own, rep, onChange }: ReportViewProps) {
  const criterion = useQuery("criterion"); // what a manager came to see
  const skill = useQuery("skill");
  const turn = useQuery("turn");
  const readable = useReadable(report, own);
  const changed = () => {
    readable.reload();
    onChange();
  };
  useEffect(() => {
    if (own) keepRead(localStorage, report);
  }, [own, report]);
  useEffect(() => {
    if (criterion) showEvidence(resultAnchor(criterion));
    else if (skill) showEvidence(categoryAnchor(skill));
    else if (turn) showEvidence(turnAnchor(Number(turn)));
  }, [criterion, skill, turn]);
  return (
    <div className="space-y-6 pt-2">
      <PrintAll />
      {rep && <BackToRep rep={rep} />}
      <ScoreCard
        report={report}
        own={own}
        rep={rep}
        actions={<ReportActions report={report} own={own} readable={readable} />}
      />
      <BuyerNotice report={report} />
      <BranchCard report={report} />
      <RedLines report={report} />
      <FixFirst report={report} own={own} />
      <ProgressCard report={report} />
      <PracticeCard report={report} own={own} />
      <div className="grid items-start gap-6 not-has-[>div>*]:hidden lg:grid-cols-[minmax(0,1fr)_24rem] print:block print:space-y-6">
        <div className="space-y-6 empty:hidden">
          <Strengths strengths={report.strengths} own={own} />
          <Categories
            report={report}
            reader={own ? "rep" : "coach"}
            readable={readable.data}
            onChange={changed}
          />
        </div>
        <div className="space-y-6">
          <Facts report={report} own={own} />
          <Retakes report={report} />
          {report.status !== "not_gradable" && <DeliveryCard report={report} own={own} />}
          <LatencyCard report={report} own={own} />
        </div>
      </div>
      <Transcript report={report} own={own} />
      <Fineprint report={report} />
    </div>
  );
}

function BackToRep({ rep }: { rep: TeamCallProgress }) {
  const query = new URLSearchParams({ location: rep.location_id, rep: rep.rep_id });
  return (
    <Link
      href={`/team/?${query.toString()}`}
      className="screen-only inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-ink"
    >
      <ChevronLeft aria-hidden className="size-4" />
      All calls of {repName({ ...rep, name: rep.rep_name })}
    </Link>
  );
}
