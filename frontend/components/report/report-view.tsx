"use client";
// The report, top to bottom: what it was worth, what to do next, where the points came from, what was said.

import type { Report } from "@/lib/api/report";
import { ReportActions } from "./actions";
import { Categories } from "./categories";
import { DeliveryCard } from "./delivery";
import { Facts } from "./facts";
import { BranchCard } from "./branch";
import { BuyerNotice } from "./buyer-notice";
import { FixFirst } from "./fix-first";
import { LatencyCard } from "./latency";
import { PracticeCard } from "./practice";
import { PrintAll } from "./print-all";
import { RedLines } from "./red-lines";
import { ScoreCard } from "./score-card";
import { Retakes } from "./retakes";
import { Strengths } from "./strengths";
import { Fineprint } from "./fineprint";
import { Transcript } from "./transcript";

interface ReportViewProps {
  report: Report;
  own: boolean; // the rep's own, who may also practise again, share and delete; a manager may see levels otherwise
  onChange: () => void;
}

export function ReportView({ report, own, onChange }: ReportViewProps) {
  return (
    <div className="space-y-6 pt-2">
      <PrintAll />
      <ScoreCard report={report} own={own} actions={<ReportActions report={report} own={own} />} />
      <BuyerNotice report={report} />
      <BranchCard report={report} />
      <RedLines lines={report.red_lines} flags={report.flags} />
      <FixFirst report={report} />
      <PracticeCard report={report} own={own} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] print:block print:space-y-6">
        <div className="space-y-6 empty:hidden">
          <Strengths strengths={report.strengths} />
          <Categories report={report} onOverride={own ? null : onChange} />
        </div>
        <div className="space-y-6">
          <Facts facts={report.facts} />
          <Retakes report={report} />
          {report.status !== "not_gradable" && <DeliveryCard report={report} />}
          <LatencyCard report={report} />
        </div>
      </div>
      <Transcript report={report} own={own} />
      <Fineprint report={report} />
    </div>
  );
}
