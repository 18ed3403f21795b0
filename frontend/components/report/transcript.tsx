import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Report, ReportTurn } from "@/lib/api/report";
import { segmentsOf, type Span } from "@/lib/text/spans";
import { clock } from "@/lib/text/time";
import { spansByTurn, turnAnchor } from "./evidence-anchor";
import { TakeAgain } from "./take-again";

function Words({ text, spans }: { text: string; spans: Span[] }) {
  return segmentsOf(text, spans).map((segment, i) =>
    segment.marks.length === 0 ? (
      <span key={i}>{segment.text}</span>
    ) : (
      <mark
        key={i}
        id={segment.begins[0]}
        data-said={segment.marks.join(" ")}
        tabIndex={-1}
        className="evidence"
      >
        {segment.text}
      </mark>
    ),
  );
}

function Notes({ turn, mixed }: { turn: ReportTurn; mixed: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1 align-middle">
      {turn.interrupted && <Badge>Interrupted</Badge>}
      {mixed && turn.channel === "typed" && <Badge>Typed</Badge>}
      {turn.corrected_from !== null && (
        <span title={`We heard: ${turn.corrected_from}`}>
          <Badge tone="accent">Corrected</Badge>
        </span>
      )}
    </span>
  );
}

interface LineProps {
  turn: ReportTurn;
  name: string;
  spans: Span[];
  mixed: boolean; // the call was partly spoken, partly typed
  report: Report;
}

function Line({ turn, name, spans, mixed, report }: LineProps) {
  const waited = turn.latency?.glass_to_glass_ms ?? null;
  return (
    <li
      id={turnAnchor(turn.index)}
      data-said={turnAnchor(turn.index)}
      tabIndex={-1}
      className="keep-together grid scroll-mt-24 grid-cols-[3rem_minmax(0,1fr)] gap-x-3 rounded-lg py-2.5 [&.found]:bg-accent-soft"
    >
      <span className="pt-0.5 text-sm text-muted tabular-nums">
        {report.duration_ms > 0 && clock(turn.start_ms)}
      </span>
      <div>
        <p className="text-sm text-muted">
          <span className={turn.speaker === "rep" ? "font-semibold text-accent" : "font-semibold"}>
            {name}
          </span>
          {waited !== null && <span className="tabular-nums"> · answered in {waited} ms</span>}
        </p>
        <p className="leading-relaxed">
          <Words text={turn.text} spans={spans} /> <Notes turn={turn} mixed={mixed} />
        </p>
        {turn.speaker === "rep" && <TakeAgain report={report} turn={turn.index} look="quiet" />}
      </div>
    </li>
  );
}

/** Everything that was said, with the words that counted marked. `own`: the rep reads it. */
export function Transcript({ report, own }: { report: Report; own: boolean }) {
  const spans = useMemo(() => spansByTurn(report), [report]);
  const mixed = new Set(report.turns.map((turn) => turn.channel)).size > 1;
  return (
    <Card title="What was said" id="transcript">
      {!report.ending.complete && (
        <p className="mb-2 text-sm text-warn">The record is not whole: {report.ending.reason}</p>
      )}
      {report.turns.length === 0 && <p className="text-sm text-muted">Nothing was said.</p>}
      <ol>
        {report.turns.map((turn) => (
          <Line
            key={turn.index}
            turn={turn}
            name={turn.speaker === "buyer" ? report.persona.name : own ? "You" : "Rep"}
            spans={spans.get(turn.index) ?? []}
            mixed={mixed}
            report={report}
          />
        ))}
      </ol>
    </Card>
  );
}
