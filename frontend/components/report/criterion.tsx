import { Badge } from "@/components/ui/badge";
import type { CriterionResult, Report } from "@/lib/api/report";
import { clock, percent } from "@/lib/text/time";
import { STATUS, STATUS_MEANING } from "@/lib/text/words";
import { AppealForm, AppealSaid, Stands } from "./appeal";
import { CoachLevel } from "./coach-level";
import { criterionAnchor, resultAnchor, turnAnchor } from "./evidence-anchor";
import { EvidenceLink } from "./evidence-link";
import { Jump } from "./jump";
import { TakeAgain } from "./take-again";

/** What was given, and what the level is called; the rest of the criterion flows around it. */
function Points({ criterion }: { criterion: CriterionResult }) {
  const { points, max_points, level_title } = criterion;
  const look =
    points === null
      ? "text-muted"
      : points === max_points
        ? "text-good"
        : points === 0
          ? "text-bad"
          : "text-warn";
  return (
    <p className="float-right max-w-32 pl-4 text-right">
      <span className={`text-sm font-semibold whitespace-nowrap tabular-nums ${look}`}>
        {points === null ? `– / ${max_points}` : `${points} / ${max_points}`}
      </span>
      {level_title && <span className="block text-xs leading-snug text-muted">{level_title}</span>}
    </p>
  );
}

interface MomentProps {
  criterion: CriterionResult;
  turn: number;
  report: Report;
}

/** The second at which points were lost, and the way to try it again. Words that fell short lead there by themselves. */
function Moment({ criterion, turn, report }: MomentProps) {
  const at = report.turns[turn];
  return (
    <>
      <TakeAgain report={report} turn={turn} criterion={criterion.id} />
      {criterion.evidence.length === 0 && at && (
        <Jump
          to={turnAnchor(turn)}
          className="inline-flex min-h-6 items-center text-sm text-accent underline decoration-line-strong underline-offset-4"
        >
          Where it was due{report.duration_ms > 0 && `, ${clock(at.start_ms)}`}
        </Jump>
      )}
    </>
  );
}

/** The report that a criterion stands in, and who reads it. */
export interface CriterionSetting {
  report: Report;
  reader: "rep" | "coach";
  readable: boolean | null; // by a manager; null: not known yet
  onChange: () => void; // something was said beside the grade
}

interface CriterionProps extends CriterionSetting {
  criterion: CriterionResult;
}

/** What rep and coach have said beside the grade. */
function BesideTheGrade({ criterion, report, reader, onChange }: CriterionProps) {
  const { appeal, override } = criterion;
  return (
    <>
      {appeal && (
        <AppealSaid
          appeal={appeal}
          reader={reader}
          callId={report.call_id}
          criterion={criterion}
          onSaved={onChange}
        />
      )}
      {override && (
        <p className="mt-1 rounded-lg bg-accent-soft px-3 py-2 text-sm leading-relaxed">
          <strong className="font-semibold">
            {override.by} would give {override.points}
          </strong>{" "}
          ({override.level_title}): {override.reason}
        </p>
      )}
    </>
  );
}

/** What can be done about it: try the moment again, or say that one sees it otherwise. */
function Ways({ criterion, report, reader, readable, onChange }: CriterionProps) {
  const { appeal, turn, points, max_points } = criterion;
  const change = { callId: report.call_id, criterion, onSaved: onChange };
  const graded = report.status === "graded";
  const appeals = graded && reader === "rep" && appeal === null && points !== max_points;
  return (
    <div className="screen-only mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">
      {turn !== null && <Moment criterion={criterion} turn={turn} report={report} />}
      {appeals && readable !== null && <AppealForm {...change} readable={readable} />}
      {graded && reader === "coach" && <CoachLevel {...change} />}
      {graded && reader === "coach" && appeal?.answer === null && <Stands {...change} />}
    </div>
  );
}

/** Level, points, why, and the words that prove it. What was claimed but not found is shown as well. */
export function Criterion(props: CriterionProps) {
  const { criterion } = props;
  const { status, evidence, withheld, next_level_check, agreement, disputed } = criterion;
  return (
    <li
      id={resultAnchor(criterion.id)}
      data-said={resultAnchor(criterion.id)}
      tabIndex={-1}
      className="keep-together scroll-mt-24 rounded-lg [&.found]:bg-accent-soft [&.found]:ring-8 [&.found]:ring-accent-soft"
    >
      <Points criterion={criterion} />
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
      <p className="mt-0.5 text-sm leading-relaxed text-muted">
        {criterion.rationale || STATUS_MEANING[status]}
      </p>
      {evidence.map((piece, i) => (
        <EvidenceLink
          key={i}
          evidence={piece}
          anchor={criterionAnchor(criterion.id, i)}
          timed={props.report.duration_ms > 0}
        />
      ))}
      {withheld && (
        <p className="mt-1 rounded-lg bg-warn-soft px-3 py-2 text-sm leading-relaxed">
          <strong className="font-semibold">Withheld:</strong> {withheld}
        </p>
      )}
      <BesideTheGrade {...props} />
      {next_level_check && (
        <p className="mt-1 text-sm leading-relaxed">
          <strong className="font-medium text-accent">For more points:</strong> {next_level_check}
        </p>
      )}
      <Ways {...props} />
      {agreement !== null && <p className="mt-1 text-xs text-muted">Opinions agreed {percent(agreement)}.</p>}
    </li>
  );
}
