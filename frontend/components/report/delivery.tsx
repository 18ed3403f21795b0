import { Card } from "@/components/ui/card";
import type { Delivery, Report } from "@/lib/api/report";
import { percent, score } from "@/lib/text/time";

type Row = [string, string | null]; // null: this call cannot tell

const given = (value: number | null, words: (value: number) => string) =>
  value === null ? null : words(value);

const inWriting = (d: Delivery): Row[] => [
  ["Share of the talking", given(d.talk_share, percent)],
  ["Questions", `${d.questions}, of them ${d.open_questions} open`],
];

const aloud = (d: Delivery): Row[] => [
  ["Share of the talking", given(d.talk_share, percent)],
  ["Longest stretch of talking", given(d.longest_monologue_s, (s) => `${Math.round(s)} s`)],
  ["Pace", given(d.pace_wpm, (wpm) => `${Math.round(wpm)} words a minute`)],
  ["Questions", `${d.questions}, of them ${d.open_questions} open`],
  ["Fillers (um, er)", given(d.fillers_per_100_words, (n) => `${score(n)} in 100 words`)],
  ["Pause before answering", given(d.patience_ms, (ms) => `${score(ms / 1000)} s`)],
  ["Times the buyer was talked over", String(d.interruptions)],
];

/** Of a call in writing nothing is shown that only sound can tell. */
export function DeliveryCard({ report, own }: { report: Report; own: boolean }) {
  const { delivery, turns, upload } = report;
  const written = upload !== null || turns.every((turn) => turn.channel === "typed");
  const rows = (written ? inWriting : aloud)(delivery).filter(([, value]) => value !== null);
  return (
    <Card
      title={own ? (written ? "How you talked" : "How you sounded") : "How it was said"}
      className="keep-together"
    >
      <p className="mb-3 text-sm text-muted">
        Context only: none of this is points.
        {written && " Pace, pauses and fillers are measured on practice calls that are spoken."}
      </p>
      <dl className="space-y-2.5 text-[0.95rem]">
        {rows.map(([name, value]) => (
          <div key={name} className="flex items-baseline justify-between gap-4">
            <dt className="text-muted">{name}</dt>
            <dd className="shrink-0 text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
