import { Card } from "@/components/ui/card";
import type { Delivery, Report } from "@/lib/api/report";
import { percent, score } from "@/lib/text/time";

const given = (value: number | null, words: (value: number) => string) =>
  value === null ? "not measured" : words(value);

const inWriting = (d: Delivery): [string, string][] => [
  ["Your share of the talking", given(d.talk_share, percent)],
  ["Questions", `${d.questions}, of them ${d.open_questions} open`],
];

const aloud = (d: Delivery): [string, string][] => [
  ["Your share of the talking", given(d.talk_share, percent)],
  ["Longest you talked at a stretch", given(d.longest_monologue_s, (s) => `${Math.round(s)} s`)],
  ["Pace", given(d.pace_wpm, (wpm) => `${Math.round(wpm)} words a minute`)],
  ["Questions", `${d.questions}, of them ${d.open_questions} open`],
  ["Fillers", given(d.fillers_per_100_words, (n) => `${score(n)} in 100 words`)],
  ["Time you gave them before answering", given(d.patience_ms, (ms) => `${score(ms / 1000)} s`)],
  ["Times you talked over them", String(d.interruptions)],
];

/** Of a call in writing nothing is shown that only sound can tell. */
export function DeliveryCard({ report }: { report: Report }) {
  const { delivery, turns, upload } = report;
  const written = upload !== null || turns.every((turn) => turn.channel === "typed");
  return (
    <Card title={written ? "How you talked" : "How you sounded"} className="keep-together">
      <p className="mb-3 text-sm text-muted">
        Context for you. None of this is points.
        {written && " Pace, pauses and fillers are measured on practice calls that are spoken."}
      </p>
      <dl className="space-y-2.5 text-[0.95rem]">
        {(written ? inWriting : aloud)(delivery).map(([name, value]) => (
          <div key={name} className="flex items-baseline justify-between gap-4">
            <dt className="text-muted">{name}</dt>
            <dd className="shrink-0 text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
