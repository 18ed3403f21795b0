import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { LinkShown, Report, ReportTurn, Spread, TurnLatency } from "@/lib/api/report";
import { seconds } from "@/lib/text/time";

const STAGES: [Exclude<keyof TurnLatency, "link">, string][] = [
  ["endpointing_ms", "Noticing that the rep had finished"],
  ["hearing_ms", "Hearing the words"],
  ["mind_ms", "Deciding what to say"],
  ["voice_ms", "First sound of the voice"],
  ["handover_ms", "Handing it to the line"],
  ["server_ms", "All of it, on the server"],
];

const ms = (value: number | null | undefined) => (value == null ? "–" : `${Math.round(value)}`);

function Row({ name, spread }: { name: string; spread: Spread }) {
  return (
    <tr>
      <th scope="row" className="py-1 pr-3 text-left font-normal text-muted">
        {name}
      </th>
      <td className="text-right tabular-nums">{ms(spread.p50)}</td>
      <td className="pl-3 text-right tabular-nums">{ms(spread.p95)}</td>
    </tr>
  );
}

function TurnRow({ turn, latency }: { turn: ReportTurn; latency: TurnLatency }) {
  return (
    <tr>
      <th scope="row" className="py-1 pr-3 text-left font-normal text-muted tabular-nums">
        {turn.index + 1}
      </th>
      {STAGES.map(([stage]) => (
        <td key={stage} className="pl-2 text-right tabular-nums">
          {ms(latency[stage])}
        </td>
      ))}
      <td className="pl-2 text-right font-medium tabular-nums">{ms(latency.glass_to_glass_ms)}</td>
    </tr>
  );
}

function Turns({ turns }: { turns: ReportTurn[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-xs">
        <thead>
          <tr className="text-muted">
            {["Turn", "Finish", "Hear", "Decide", "Voice", "Line", "Server", "Heard"].map((name) => (
              <th key={name} scope="col" className="pl-2 text-right font-normal first:pl-0 first:text-left">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {turns.map(
            (turn) => turn.latency && <TurnRow key={turn.index} turn={turn} latency={turn.latency} />,
          )}
        </tbody>
      </table>
    </div>
  );
}

/** How long the buyer let the rep wait: measured by sound in the page, and stage by stage on the server. */
export function LatencyCard({ report, own }: { report: Report; own: boolean }) {
  const { glass_to_glass_ms: heard, stages, link } = report.latency;
  const timed = report.turns.filter((turn) => turn.latency !== null);
  if (heard === null && timed.length === 0) return null;
  return (
    <Card title="How fast they answered" className="keep-together">
      {heard && (
        <p className="mb-3 leading-relaxed">
          Half of the {heard.n} answers began within{" "}
          <strong className="font-semibold">{seconds(heard.p50)}</strong> of {own ? "your" : "the rep’s"} last
          sound, 95% of them within <strong className="font-semibold">{seconds(heard.p95)}</strong>.
        </p>
      )}
      <Disclosure summary={<span className="text-sm">Stage by stage, in milliseconds</span>}>
        <Stages heard={heard} stages={stages} link={link} />
      </Disclosure>
      {timed.length > 0 && (
        <Disclosure summary={<span className="text-sm">Turn by turn, in milliseconds</span>}>
          <Turns turns={timed} />
        </Disclosure>
      )}
    </Card>
  );
}

interface StagesProps {
  heard: Spread | null;
  stages: Record<string, Spread>;
  link: LinkShown | null;
}

function Stages({ heard, stages, link }: StagesProps) {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-xs text-muted">
          <td />
          <th scope="col" className="text-right font-normal">
            half within
          </th>
          <th scope="col" className="pl-3 text-right font-normal">
            95% within
          </th>
        </tr>
      </thead>
      <tbody>
        {heard && <Row name="As it was heard" spread={heard} />}
        {STAGES.map(([stage, name]) => {
          const spread = stages[stage];
          return spread && <Row key={stage} name={name} spread={spread} />;
        })}
        {link?.round_trip_ms && <Row name="The line, there and back" spread={link.round_trip_ms} />}
        {link?.jitter_buffer_ms && (
          <Row name="Held back by the browser against gaps" spread={link.jitter_buffer_ms} />
        )}
        {link?.lost_percent != null && (
          <tr>
            <th scope="row" className="py-1 pr-3 text-left font-normal text-muted">
              Of their sound, lost on the way
            </th>
            <td colSpan={2} className="text-right tabular-nums">
              {link.lost_percent}%
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
