import { Card } from "@/components/ui/card";
import type { Delivery } from "@/lib/api/report";
import { percent, score } from "@/lib/text/time";

const given = (value: number | null, words: (value: number) => string) =>
  value === null ? "not measured" : words(value);

const measures = (d: Delivery): [string, string][] => [
  ["Your share of the talking", given(d.talk_share, percent)],
  ["Longest you talked at a stretch", given(d.longest_monologue_s, (s) => `${Math.round(s)} s`)],
  ["Pace", given(d.pace_wpm, (wpm) => `${Math.round(wpm)} words a minute`)],
  ["Questions", `${d.questions}, of them ${d.open_questions} open`],
  ["Fillers", given(d.fillers_per_100_words, (n) => `${score(n)} in 100 words`)],
  ["Time you gave them before answering", given(d.patience_ms, (ms) => `${score(ms / 1000)} s`)],
  ["Times you talked over them", String(d.interruptions)],
];

export function DeliveryCard({ delivery }: { delivery: Delivery }) {
  return (
    <Card title="How you sounded" className="keep-together">
      <p className="mb-3 text-sm text-muted">Context for you. None of this is points.</p>
      <dl className="space-y-2.5 text-[0.95rem]">
        {measures(delivery).map(([name, value]) => (
          <div key={name} className="flex items-baseline justify-between gap-4">
            <dt className="text-muted">{name}</dt>
            <dd className="shrink-0 text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
