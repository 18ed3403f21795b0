"""One criterion on one call: does it apply, can it be observed, which level was reached, on what evidence.

Flows in: a criterion and a hearing. Flows out: a `CriterionResult` that explains itself.
"""

from typing import NamedTuple

from sparring.grade.evidence import cite
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.quote import quote_span
from sparring.grade.rules.checks import Checks, Finding
from sparring.grade.rules.reasons import reasons
from sparring.rubric import Category, Criterion, Level
from sparring.scorecard import CriterionResult, CriterionStatus, Evidence
from sparring.signals import Moment

_NOT_RAISED = {
    Moment.OBJECTION_RAISED: "The buyer raised no objection on this call, so there is nothing to grade here.",
    Moment.COMPETITOR_RAISED: "The buyer brought up no competitor on this call, so there is nothing to grade here.",
    Moment.PRICE_RAISED: "The buyer did not ask about price on this call, so there is nothing to grade here.",
    Moment.EMERGENCY_RAISED: "There was no emergency on this call, so there is nothing to grade here.",
    Moment.JOB_SOUGHT: "Nobody looked for work on this call, so there is nothing to grade here.",
    Moment.STORY_TOLD: "The buyer did not tell what happened on this call, so there is nothing to grade here.",
    Moment.PLACE_NAMED: "The buyer named no place on this call, so there is nothing to grade here.",
    Moment.PERSON_NAMED: "The buyer did not say who needs care on this call, so there is nothing to grade here.",
    Moment.START_NAMED: "The buyer did not say when care should begin on this call, so there is nothing to grade here.",
    Moment.HOURS_NAMED: "The buyer named no days or hours on this call, so there is nothing to grade here.",
}
_LOW_CONFIDENCE = "The deciding words were heard with low confidence. Please listen before this is scored."


class _Outcome(NamedTuple):
    status: CriterionStatus
    rationale: str
    level: Level | None = None
    evidence: tuple[Evidence, ...] = ()
    withheld: str | None = None


def grade_criterion(category: Category, criterion: Criterion, hearing: Hearing) -> CriterionResult:
    """The result for one criterion."""
    outcome = _outcome(criterion, hearing)
    given = outcome.level if outcome.status in ("scored", "granted") else None
    return CriterionResult(
        id=criterion.id,
        category=category.id,
        title=criterion.title,
        status=outcome.status,
        level=outcome.level.id if outcome.level else None,
        points=given.points if given else None,
        max_points=criterion.points,
        evidence=outcome.evidence,
        rationale=outcome.rationale,
        withheld=outcome.withheld,
    )


def _outcome(criterion: Criterion, hearing: Hearing) -> _Outcome:
    if criterion.applies_when and not hearing.first(criterion.applies_when):
        return _Outcome("not_applicable", _NOT_RAISED[criterion.applies_when])
    if criterion.kind == "measured":
        return _measured(criterion, hearing)
    return _quoted(criterion, hearing)


def _measured(criterion: Criterion, hearing: Hearing) -> _Outcome:
    level, finding = _reached(criterion, Checks(hearing, criterion.said_by))
    if finding.holds is not None:
        return _Outcome("scored", f"{level.check} {finding.remark}".strip(), level)
    if criterion.unobservable == "grant":
        return _Outcome("granted", f"{finding.remark} The rubric grants these points.", criterion.levels[-1])
    return _Outcome("excluded", f"{finding.remark} The rubric leaves these points out of the sum.")


def _quoted(criterion: Criterion, hearing: Hearing) -> _Outcome:
    """Scored by what was heard surely; more than that, heard unsurely, asks for a listener instead of a deduction."""
    checks = Checks(hearing, criterion.said_by)
    perhaps, unsure = _reached(criterion, checks)
    if not hearing.of(criterion.said_by).unsure:
        return _Outcome("scored", _why(criterion, perhaps, unsure, checks), perhaps, _evidence(hearing, unsure.acts))
    level, finding = _reached(criterion, Checks(hearing, criterion.said_by, sure_only=True))
    if perhaps.points > level.points:
        evidence = _evidence(hearing, unsure.acts)
        return _Outcome("listen", f"Perhaps: {perhaps.check}", perhaps, evidence, _LOW_CONFIDENCE)
    return _Outcome("scored", _why(criterion, level, finding, checks), level, _evidence(hearing, finding.acts))


def _why(criterion: Criterion, level: Level, finding: Finding, checks: Checks) -> str:
    """The level's own words, what it was measured by, what of it was heard and when, and where it falls short."""
    return " ".join(filter(None, (level.check, finding.remark, reasons(criterion, level, finding, checks))))


def _reached(criterion: Criterion, checks: Checks) -> tuple[Level, Finding]:
    """The highest level that holds, the lowest when none does; a level that cannot be known settles it as unknown."""
    remark = ""
    for level in reversed(criterion.levels[1:]):
        finding = checks.rows(level)
        if finding.holds is not False:
            return level, finding
        remark = remark or finding.remark
    return criterion.levels[0], Finding(holds=False, remark=remark)


def _evidence(hearing: Hearing, acts: tuple[PlacedAct, ...]) -> tuple[Evidence, ...]:
    """One quote a place; a quote that another one holds is not shown twice."""
    spans = list(dict.fromkeys((act.turn, *quote_span(hearing, act)) for act in acts))
    whole = [span for span in spans if not any(_holds(other, span) for other in spans if other != span)]
    return tuple(cite(hearing.transcript.turns[turn], start, end) for turn, start, end in whole)


def _holds(outer: tuple[int, int, int], inner: tuple[int, int, int]) -> bool:
    return outer[0] == inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2]
