import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import type { Report } from "@/lib/api/report";
import { clock, score } from "@/lib/text/time";
import { STAGE } from "@/lib/text/words";

/** The moments of this call that were taken again, each with what it was worth. */
export function Retakes({ report }: { report: Report }) {
  if (report.retakes.length === 0) return null;
  return (
    <Card title="Moments taken again">
      <ul className="divide-y divide-line">
        {report.retakes.map((retake) => (
          <li key={retake.call_id}>
            <Link
              href={`/report/?id=${encodeURIComponent(retake.call_id)}`}
              className="-mx-2 flex items-baseline justify-between gap-3 rounded-lg px-2 py-2.5 hover:bg-sunken"
            >
              <span>From {clock(report.turns[retake.turn]?.start_ms ?? report.duration_ms)}</span>
              <span className="font-semibold tabular-nums">
                {retake.score === null ? STAGE[retake.status] : score(retake.score)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
