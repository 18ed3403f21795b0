import { Badge } from "@/components/ui/badge";
import type { CriterionResult, Report } from "@/lib/api/report";
import { percent } from "@/lib/text/time";
import { STATUS, STATUS_MEANING } from "@/lib/text/words";
import { CoachLevel } from "./coach-level";
import { criterionAnchor, resultAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";
import { TakeAgain } from "./take-again";

function Points({ criterion }: { criterion: CriterionResult }) {
  const { points, max_points } = criterion;
  const look =
    points === null
      ? "text-muted"
      : points === max_points
        ? "text-good"
        : points === 0
          ? "text-bad"
          : "text-warn";
  return (
    <span className={`text-sm font-semibold whitespace-nowrap tabular-nums ${look}`}>
      {points === null ? `– / ${max_points}` : `${points} / ${max_points}`}
    </span>
  );
}

/** The turn at which points were lost: what was said to it, or where the advice would have had it said; null: unknown. */
function momentOf(criterion: CriterionResult, { fix_first, next_up }: Report): number | null {
  const advice = [fix_first, ...next_up].find((one) => one?.criterion === criterion.id);
  return criterion.evidence[0]?.turn ?? advice?.turn ?? null;
}

interface CriterionProps {
  criterion: CriterionResult;
  report: Report;
  onOverride: (() => void) | null;
}

/** Level, points, why, and the words that prove it. What was claimed but not found is shown as well. */
export function Criterion({ criterion, report, onOverride }: CriterionProps) {
  const { status, level_title, evidence, withheld, next_level_check, agreement, disputed, override } =
    criterion;
  const again =
    status === "scored" && criterion.points !== criterion.max_points ? momentOf(criterion, report) : null;
  return (
    <li
      id={resultAnchor(criterion.id)}
      data-said={resultAnchor(criterion.id)}
      tabIndex={-1}
      className="keep-together scroll-mt-24 rounded-lg [&.found]:bg-accent-soft [&.found]:ring-8 [&.found]:ring-accent-soft"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-[0.95rem] font-medium">
          {criterion.title}{" "}
          {status !== "scored" && (
            <span title={STATUS_MEANING[status]}>
              <Badge tone={status === "unscored" || status === "listen" ? "warn" : "plain"}>
                {STATUS[status]}
              </Badge>
            </span>
          )}{" "}
          {disputed && (
            <span title="Several opinions on this lie far apart: a coach should look.">
              <Badge tone="warn">Opinions differ</Badge>
            </span>
          )}
        </h3>
        <Points criterion={criterion} />
      </div>
      <p className="mt-0.5 text-sm leading-relaxed text-muted">
        {level_title && <span className="font-medium">{level_title}. </span>}
        {criterion.rationale || STATUS_MEANING[status]}
      </p>
      {evidence.map((piece, i) => (
        <EvidenceLink key={i} evidence={piece} anchor={criterionAnchor(criterion.id, i)} />
      ))}
      {withheld && (
        <p className="mt-1 rounded-lg bg-warn-soft px-3 py-2 text-sm leading-relaxed">
          <strong className="font-semibold">Withheld:</strong> {withheld}
        </p>
      )}
      {override && (
        <p className="mt-1 rounded-lg bg-accent-soft px-3 py-2 text-sm leading-relaxed">
          <strong className="font-semibold">
            {override.by} would give {override.points}
          </strong>{" "}
          ({override.level_title}): {override.reason}
        </p>
      )}
      {next_level_check && (
        <p className="mt-1 text-sm leading-relaxed">
          <strong className="font-medium text-accent">For more points:</strong> {next_level_check}
        </p>
      )}
      {again !== null && <TakeAgain report={report} turn={again} className="mt-2" />}
      {onOverride && report.status === "graded" && (
        <CoachLevel callId={report.call_id} criterion={criterion} onSaved={onOverride} />
      )}
      {agreement !== null && <p className="mt-1 text-xs text-muted">Opinions agreed {percent(agreement)}.</p>}
    </li>
  );
}
