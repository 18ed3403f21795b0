import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Report, ReportTurn } from "@/lib/api/report";
import { segmentsOf, type Span } from "@/lib/report/spans";
import { clock, seconds } from "@/lib/text/time";
import { criteriaByTurn, resultAnchor, spansByTurn, turnAnchor, type Counted } from "./evidence-anchor";
import { Jump } from "./jump";
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

/** What a turn was worth: each criterion that its words decided, and the way back to it. */
function CountedFor({ criteria }: { criteria: Counted[] }) {
  return (
    <p className="mt-1.5 flex flex-wrap gap-1.5">
      {criteria.map(({ id, title, points, max_points }) => (
        <Jump
          key={id}
          to={resultAnchor(id)}
          className="inline-flex min-h-6 items-center rounded-full hover:underline"
        >
          <Badge wraps tone={points === null ? "plain" : points === max_points ? "good" : "warn"}>
            {title} {points ?? "–"}/{max_points}
          </Badge>
        </Jump>
      ))}
    </p>
  );
}

interface LineProps {
  turn: ReportTurn;
  name: string;
  spans: Span[];
  counted: Counted[]; // the criteria that rest on this turn
  mixed: boolean; // the call was partly spoken, partly typed
  report: Report;
}

function Line({ turn, name, spans, counted, mixed, report }: LineProps) {
  const waited = turn.latency?.glass_to_glass_ms ?? null;
  const rep = turn.speaker === "rep";
  return (
    <li
      id={turnAnchor(turn.index)}
      data-said={turnAnchor(turn.index)}
      tabIndex={-1}
      className="keep-together grid scroll-mt-24 grid-cols-[3rem_minmax(0,1fr)] gap-x-3 rounded-lg py-2.5 [&.found]:bg-accent-soft"
    >
      <span className="pt-0.5 text-sm text-muted tabular-nums">
        {report.duration_ms > 0 ? clock(turn.start_ms) : turn.index + 1}
      </span>
      <div>
        <div className="flex min-h-6 items-center justify-between gap-3">
          <p className="text-sm text-muted">
            <span className={rep ? "font-semibold text-accent" : "font-semibold"}>{name}</span>
            {waited !== null && <span className="tabular-nums"> · answered after {seconds(waited)}</span>}
          </p>
          {rep && <TakeAgain report={report} turn={turn.index} among className="-my-2" />}
        </div>
        <p className="leading-relaxed">
          <Words text={turn.text} spans={spans} /> <Notes turn={turn} mixed={mixed} />
        </p>
        {counted.length > 0 && <CountedFor criteria={counted} />}
      </div>
    </li>
  );
}

/** Everything that was said, with the words that counted marked. `own`: the rep reads it. */
export function Transcript({ report, own }: { report: Report; own: boolean }) {
  const spans = useMemo(() => spansByTurn(report), [report]);
  const counted = useMemo(() => criteriaByTurn(report), [report]);
  const mixed = new Set(report.turns.map((turn) => turn.channel)).size > 1;
  return (
    <Card title="What was said" id="transcript">
      {!report.ending.complete && (
        <p className="mb-2 text-sm text-warn">The record is not whole: {report.ending.reason}</p>
      )}
      {counted.size > 0 && (
        <p className="mb-2 text-sm text-muted">
          Underlined words decided points; below them stands which.
          {own && <span className="screen-only"> From any turn of yours you can try again.</span>}
        </p>
      )}
      {report.turns.length === 0 && <p className="text-sm text-muted">Nothing was said.</p>}
      <ol>
        {report.turns.map((turn) => (
          <Line
            key={turn.index}
            turn={turn}
            name={turn.speaker === "buyer" ? report.persona.name : own ? "You" : "Rep"}
            spans={spans.get(turn.index) ?? []}
            counted={counted.get(turn.index) ?? []}
            mixed={mixed}
            report={report}
          />
        ))}
      </ol>
    </Card>
  );
}
