"""A coach's overrides: made for a grade, added up beside it, and read as what they say about the grader.

Flows in: a grade, its rubric and a coach's wish. Flows out: an `Override`, the totals as the coach sees them, how
coaches lean on each criterion, and the grader's agreement with them. The grade itself is never changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, TypeVar

from pydantic import Field

from sparring.calibration import Calibration
from sparring.documents import Document, VersionRef, dump_document
from sparring.errors import RubricRejected, ScoresRejected
from sparring.grade.human.calibrate import ScoredCall, calibrate
from sparring.grade.human.scores import RaterScores
from sparring.grade.score import total
from sparring.ids import Slug
from sparring.override import Override, parse_override
from sparring.rubric import Level, Rubric, find_version
from sparring.scorecard import CriterionResult, GraderRef, Scorecard, Totals, remarks_on

N = TypeVar("N", CriterionResult, Level)

Count = Annotated[int, Field(ge=0)]
GradedBy = tuple[GraderRef, VersionRef]
SCORED_BY = "coaches, where they saw it otherwise or confirmed it"


class Leaning(Document):
    """How coaches changed one criterion of one grader. `mean_points`: theirs less the grader's, where it gave some."""

    grader: str
    criterion: Slug
    count: Count
    confirmed: Count
    raised: Count
    lowered: Count
    mean_points: float


@dataclass(frozen=True, slots=True)
class OverrideWish:
    """What a coach would have given.

    Args:
        criterion: id of what is changed.
        level: id of the coach's level.
        reason: why, 3 to 500 characters.
        by: who says so, as it is to be shown.
    """

    criterion: str
    level: str
    reason: str
    by: str


def override(scorecard: Scorecard, rubric: Rubric, wish: OverrideWish, *, at: datetime) -> Override:
    """A coach's level for one criterion of `scorecard`, the newest grade of its call.

    Raises:
        ScoresRejected: the call has no grade, the rubric is another version or has no such criterion or level, or
            the reason is too short or too long.
    """
    source = f"override of {scorecard.call_id}"
    if why_not := _why_not(scorecard, rubric):
        raise ScoresRejected(source, "call_id", why_not)
    result = _named(scorecard.criteria, wish.criterion, source=source, field="criterion")
    levels = next(one.levels for _, one in rubric.criteria() if one.id == wish.criterion)
    chosen = _named(levels, wish.level, source=source, field="level")
    scored = result.status == "scored"
    made = Override.model_construct(
        call_id=scorecard.call_id,
        transcript_digest=scorecard.transcript_digest,
        rubric=scorecard.rubric,
        grader=scorecard.grader,
        criterion=wish.criterion,
        level=chosen.id,
        points=chosen.points,
        graded_level=result.level if scored else None,
        graded_points=result.points if scored else None,
        reason=wish.reason,
        by=wish.by,
        at=at,
    )
    return parse_override(dump_document(made), source=source)


def _why_not(scorecard: Scorecard, rubric: Rubric) -> str:
    """Why no level of this card can be overridden; empty where one can."""
    if scorecard.status != "graded":
        because = (scorecard.reason or "it was not scored").rstrip(".")
        return f"the call has no level that could be changed: {because}"
    if scorecard.rubric != rubric.ref:
        return f"the call was graded by version {scorecard.rubric.version} of {rubric.id}, which is not installed"
    return ""


def with_overrides(scorecard: Scorecard, rubric: Rubric, overrides: Iterable[Override]) -> Totals | None:
    """The totals as the coach sees them; None when nothing of this grade was overridden."""
    newest = remarks_on(scorecard, overrides)
    if not newest or scorecard.rubric != rubric.ref:
        return None
    return total(rubric, [_changed(result, newest.get(result.id)) for result in scorecard.criteria])


def leanings(overrides: Sequence[Override]) -> tuple[Leaning, ...]:
    """What overrides say about each grader, criterion by criterion, most overridden first."""
    grouped: dict[tuple[str, str], list[Override]] = {}
    for one in overrides:
        grouped.setdefault((f"{one.grader.name} {one.grader.version}", one.criterion), []).append(one)
    found = [_leaning(grader, criterion, group) for (grader, criterion), group in grouped.items()]
    return tuple(sorted(found, key=lambda one: (-one.count, one.grader, one.criterion)))


def calibrations_of(overrides: Iterable[Override]) -> Iterator[Calibration]:
    """The grader beside coaches on the items they overrode, for each grader and rubric; `overrides` are oldest first.

    Every coach is a rater, whose newest word on an item counts; two on one item are compared with each other. Overrides
    by a rubric that is no longer known are left out. Coaches look at what they doubt: this is no fair sample.
    """
    grouped: defaultdict[GradedBy, list[Override]] = defaultdict(list)
    for one in overrides:
        grouped[one.grader, one.rubric].append(one)
    for (grader, ref), group in grouped.items():
        rubric = _installed(ref)
        if rubric is not None:
            yield calibrate(_scored_calls(group), rubric, grader=grader, scored_by=SCORED_BY, whole_calls=False)


def _installed(ref: VersionRef) -> Rubric | None:
    try:
        rubric = find_version(ref)
    except RubricRejected:
        return None
    return rubric if rubric.ref == ref else None  # another version may have other levels


def _scored_calls(overrides: Sequence[Override]) -> list[ScoredCall]:
    """The calls of one grader and rubric with what each coach gave them; coaches under numbers, not under names."""
    names = {name: f"coach_{place}" for place, name in enumerate(sorted({one.by for one in overrides}), start=1)}
    calls: defaultdict[str, list[Override]] = defaultdict(list)
    for one in overrides:
        calls[one.call_id].append(one)
    return [_scored_call(said, names) for said in calls.values()]


def _scored_call(said: Sequence[Override], names: Mapping[str, str]) -> ScoredCall:
    given: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in said:
        given[one.by][one.criterion] = one.level
    scores = tuple(RaterScores(rater=names[name], levels=levels) for name, levels in sorted(given.items()))
    return ScoredCall({one.criterion: one.graded_level for one in said if one.graded_level}, scores)


def _named(among: Sequence[N], name: str, *, source: str, field: str) -> N:
    found = next((one for one in among if one.id == name), None)
    if found is None:
        raise ScoresRejected(source, field, f"there is none of that name; there are {', '.join(o.id for o in among)}")
    return found


def _changed(result: CriterionResult, change: Override | None) -> CriterionResult:
    if change is None:
        return result
    return result.model_copy(update={"status": "scored", "level": change.level, "points": change.points})


def _leaning(grader: str, criterion: str, group: Sequence[Override]) -> Leaning:
    gaps = [one.points - one.graded_points for one in group if one.graded_points is not None]
    return Leaning(
        grader=grader,
        criterion=criterion,
        count=len(group),
        confirmed=gaps.count(0),
        raised=sum(gap > 0 for gap in gaps),
        lowered=sum(gap < 0 for gap in gaps),
        mean_points=round(sum(gaps) / len(gaps), 2) if gaps else 0.0,
    )
