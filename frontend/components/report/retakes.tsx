import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import type { Report } from "@/lib/api/report";
import { clock } from "@/lib/text/time";
import { against } from "@/lib/report/verdict";
import { STAGE } from "@/lib/text/words";

/** The moments of this call that were taken again, each with what came of it; two totals would not compare. */
export function Retakes({ report }: { report: Report }) {
  if (report.retakes.length === 0) return null;
  return (
    <Card title="Moments taken again">
      <ul className="divide-y divide-line">
        {report.retakes.map((retake) => (
          <li key={retake.call_id}>
            <Link
              href={`/report/?id=${encodeURIComponent(retake.call_id)}`}
              className="-mx-2 block rounded-lg px-2 py-2.5 hover:bg-sunken"
            >
              <span className="font-medium">
                From {clock(report.turns[retake.turn]?.start_ms ?? report.duration_ms)}
              </span>
              <span className="mt-0.5 block text-sm text-muted">
                {retake.score === null || report.score === null ? STAGE[retake.status] : against(retake)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
