"""A grader beside people on the same calls: `calibrate`.

Flows in: the levels a grader gave and those of people, call by call. Flows out: one `Calibration`. Only items that both
scored are compared; what the grader left open or found not applicable is counted and costs it nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sparring.calibration import Calibration, CriterionAgreement, ScoreError
from sparring.grade.human.agreement import Cell, agreements, score_error
from sparring.grade.human.scores import RaterScores
from sparring.grade.score import total
from sparring.rubric import Criterion, Rubric
from sparring.scorecard import CriterionResult, GraderRef, Scorecard

LevelIds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ScoredCall:
    """One call: the grader's level by criterion, where it scored one, and what people gave it."""

    graded: LevelIds
    scores: tuple[RaterScores, ...]

    @classmethod
    def of(cls, scorecard: Scorecard, scores: tuple[RaterScores, ...]) -> "ScoredCall":
        """A call that people scored beside its grade."""
        return cls({one.id: one.level for one in scorecard.criteria if one.status == "scored" and one.level}, scores)


def calibrate(
    calls: Sequence[ScoredCall], rubric: Rubric, *, grader: GraderRef, scored_by: str, whole_calls: bool = True
) -> Calibration:
    """Compare `grader` with people, and people with one another where two scored the same call.

    `whole_calls`: people scored calls, so that scores can be compared; otherwise single items only.
    """
    scale = {criterion.id: criterion for _, criterion in rubric.criteria()}
    everything, by_criterion = agreements([tuple(_beside_people(call, scale)) for call in calls])
    people, people_by_criterion = agreements([tuple(_among_people(call, scale)) for call in calls])
    return Calibration(
        grader=grader,
        rubric=rubric.ref,
        scored_by=scored_by,
        calls=len(calls),
        raters=len({one.rater for call in calls for one in call.scores}),
        unanswered=sum(len(one.levels.keys() - call.graded.keys()) for call in calls for one in call.scores),
        agreement=everything,
        humans=people if people.items else None,
        score=_grader_error(calls, rubric) if whole_calls else None,
        human_score=_human_error(calls, rubric) if whole_calls else None,
        criteria=tuple(
            CriterionAgreement(criterion=one, grader=by_criterion[one], humans=people_by_criterion.get(one))
            for one in scale
            if one in by_criterion
        ),
    )


def _beside_people(call: ScoredCall, scale: Mapping[str, Criterion]) -> Iterator[Cell]:
    for one in call.scores:
        yield from _cells(call.graded, one.levels, scale)


def _among_people(call: ScoredCall, scale: Mapping[str, Criterion]) -> Iterator[Cell]:
    for one, other in combinations(sorted(call.scores, key=lambda one: one.rater), 2):
        yield from _cells(one.levels, other.levels, scale)


def _cells(first: LevelIds, second: LevelIds, scale: Mapping[str, Criterion]) -> Iterator[Cell]:
    for criterion in scale.values():
        if criterion.id in first and criterion.id in second:
            places = {level.id: place for place, level in enumerate(criterion.levels)}
            one, other = places[first[criterion.id]], places[second[criterion.id]]
            points = criterion.levels[one].points - criterion.levels[other].points
            yield Cell(criterion.id, one, other, len(criterion.levels) - 1, points)


def _grader_error(calls: Sequence[ScoredCall], rubric: Rubric) -> ScoreError | None:
    """One difference a call: the grader's total less the mean of the people's, over the items they share."""
    found = [
        [gap for one in call.scores if (gap := _gap(call.graded, one.levels, rubric)) is not None] for call in calls
    ]
    return score_error([sum(gaps) / len(gaps) for gaps in found if gaps])


def _human_error(calls: Sequence[ScoredCall], rubric: Rubric) -> ScoreError | None:
    """One difference for each two people on a call."""
    pairs = (pair for call in calls for pair in combinations(sorted(call.scores, key=lambda one: one.rater), 2))
    found = (_gap(one.levels, other.levels, rubric) for one, other in pairs)
    return score_error([gap for gap in found if gap is not None])


def _gap(first: LevelIds, second: LevelIds, rubric: Rubric) -> float | None:
    shared = first.keys() & second.keys()
    one, other = _score(first, shared, rubric), _score(second, shared, rubric)
    return None if one is None or other is None else one - other


def _score(levels: LevelIds, shared: set[str], rubric: Rubric) -> float | None:
    """0-100 over the shared criteria, by the same arithmetic as any grade."""
    results = [
        _result(category.id, criterion, levels.get(criterion.id) if criterion.id in shared else None)
        for category, criterion in rubric.criteria()
    ]
    totals = total(rubric, results)
    return totals.score if totals else None


def _result(category: str, criterion: Criterion, level_id: str | None) -> CriterionResult:
    level = next((one for one in criterion.levels if one.id == level_id), None)
    return CriterionResult(
        id=criterion.id,
        category=category,
        title=criterion.title,
        status="scored" if level else "excluded",
        level=level.id if level else None,
        points=level.points if level else None,
        max_points=criterion.points,
        evidence=(),
        rationale=level.check if level else "",
    )
