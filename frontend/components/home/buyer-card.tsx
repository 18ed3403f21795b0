import { Link } from "@/components/ui/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import type { CallSummary, PersonaCard } from "@/lib/api/contract";
import { record } from "@/lib/home/record";
import { DIFFICULTY } from "@/lib/text/words";

const TONES = { easy: "good", normal: "plain", hard: "warn" } as const;

export function BuyerCard({ card, calls }: { card: PersonaCard; calls: CallSummary[] }) {
  return (
    <Link
      href={`/brief/?persona=${encodeURIComponent(card.id)}`}
      className="group flex h-full flex-col rounded-2xl border border-line bg-surface p-5 shadow-card transition-colors hover:border-accent"
    >
      <div className="flex items-start gap-3.5">
        <Avatar id={card.id} name={card.name} />
        <div className="min-w-0 flex-1">
          <h3 className="leading-snug font-semibold group-hover:text-accent">{card.name}</h3>
          <p className="text-sm leading-snug text-muted">{card.role}</p>
        </div>
      </div>
      <p className="mt-3.5 flex-1 text-[0.95rem] leading-relaxed">{card.summary}</p>
      <div className="mt-4 flex items-center justify-between gap-3">
        <p className="text-sm text-muted">{record(calls)}</p>
        <Badge tone={TONES[card.difficulty]}>{DIFFICULTY[card.difficulty]}</Badge>
      </div>
    </Link>
  );
}
