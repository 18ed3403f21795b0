import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Deleted, Sat, Sitting } from "@/lib/api/team";
import { moment, score } from "@/lib/text/time";
import { STAGE } from "@/lib/text/words";

interface SittingProps<Which = Sitting> {
  name: string; // of the rep
  sitting: Which;
}

/** One call by which an exam was sat, leading to its report; where there is no score, why. */
export function SittingRow({ name, sitting }: SittingProps) {
  if (sitting.state === "deleted") return <DeletedRow name={name} sitting={sitting} />;
  const again = sitting.score !== null && !sitting.counts;
  return (
    <Link
      href={`/report/?${new URLSearchParams({ id: sitting.call_id, for: "manager" }).toString()}`}
      className="-mx-2 block rounded-lg px-2 py-2 hover:bg-sunken"
    >
      <span className="flex items-center justify-between gap-3">
        <span className="min-w-0">
          <span className={`block truncate ${again ? "text-muted" : "font-medium"}`}>{name}</span>
          <span className="block text-sm text-muted">
            <time dateTime={sitting.started_at}>{moment(sitting.started_at)}</time>
            {again && ", sat again"}
            {sitting.other_version !== null && `, buyer's version ${sitting.other_version}`}
          </span>
        </span>
        <Outcome sitting={sitting} again={again} />
      </span>
      {sitting.reason && <span className="mt-1 block text-sm leading-snug text-muted">{sitting.reason}</span>}
    </Link>
  );
}

/** Leads nowhere: all that is kept is when it was sat, and when it was deleted. */
function DeletedRow({ name, sitting }: SittingProps<Deleted>) {
  return (
    <div className="flex items-center justify-between gap-3 py-2">
      <span className="min-w-0">
        <span className={`block truncate ${sitting.counts ? "font-medium" : "text-muted"}`}>{name}</span>
        <span className="block text-sm text-muted">
          <time dateTime={sitting.started_at}>{moment(sitting.started_at)}</time>
        </span>
        <span className="block text-sm text-muted">
          Deleted <time dateTime={sitting.deleted_at}>{moment(sitting.deleted_at)}</time>
        </span>
      </span>
      <Badge tone="warn">Deleted by the rep</Badge>
    </div>
  );
}

function Outcome({ sitting, again }: { sitting: Sat; again: boolean }) {
  if (sitting.score === null) {
    return <Badge tone={sitting.state === "void" ? "warn" : "plain"}>{STAGE[sitting.state]}</Badge>;
  }
  const error = sitting.plus_minus === null ? "" : ` ± ${Math.round(sitting.plus_minus)}`;
  return (
    <span className="shrink-0 text-right whitespace-nowrap">
      <span className={`block leading-none tabular-nums ${again ? "text-muted" : "font-semibold"}`}>
        {score(sitting.score)}
        {error}
      </span>
      <span className={`text-xs ${sitting.passed && !again ? "text-good" : "text-muted"}`}>
        {sitting.passed ? "passed" : "not passed"}
      </span>
    </span>
  );
}
