"""An uploaded call beside the same rep's practice: their latest and their best call by the same rubric version.

Flows in: the grade of the uploaded call and the rep's other grades, newest call first. Flows out: criterion by
criterion what each call was given, what differs first.
"""

from collections.abc import Iterable, Mapping

from sparring.report.document import CriterionBesidePractice, OutcomeShown, PracticeCall, PracticeShown
from sparring.rubric import Rubric
from sparring.scorecard import CriterionResult, Scorecard

Titles = Mapping[tuple[str, str | None], str]
"""Of levels, by criterion and level."""


def beside_practice(
    card: Scorecard, rubric: Rubric, others: Iterable[Scorecard], names: Mapping[str, str]
) -> PracticeShown | None:
    """None for a call that was not uploaded, and for a rep without a graded practice call to set beside it.

    Args:
        card: the uploaded call's grade.
        rubric: as installed; titles of levels are its own version's only.
        others: the rep's other grades, newest call first, as far as the reader may see them.
        names: of the installed buyers, by id.
    """
    if card.attempt is None or card.attempt.upload is None:
        return None
    practice = [other for other in others if _is_like(other, card)]
    if not practice:
        return None
    latest, best = practice[0], max(practice, key=_score)  # of equals the newest
    titles = _titles(rubric) if rubric.ref == card.rubric else {}
    return PracticeShown(
        latest=_call(latest, names),
        best=None if best is latest else _call(best, names),
        criteria=_criteria(card, latest, None if best is latest else best, titles),
    )


def _is_like(other: Scorecard, card: Scorecard) -> bool:
    """Whole practice calls only: a retake begins with what was said the first time."""
    of_practice = other.attempt is None or (other.attempt.upload is None and other.attempt.fork_of is None)
    return of_practice and other.totals is not None and other.rubric == card.rubric


def _score(card: Scorecard) -> float:
    return card.totals.score if card.totals else 0.0


def _call(card: Scorecard, names: Mapping[str, str]) -> PracticeCall:
    return PracticeCall(
        call_id=card.call_id,
        buyer=names.get(card.persona.id, card.persona.id),
        graded_at=card.graded_at,
        score=_score(card),
    )


def _criteria(
    card: Scorecard, latest: Scorecard, best: Scorecard | None, titles: Titles
) -> tuple[CriterionBesidePractice, ...]:
    then = {result.id: result for result in latest.criteria}
    top = {result.id: result for result in best.criteria} if best else {}
    compared = [
        _compared(result, then[result.id], top.get(result.id), titles) for result in card.criteria if result.id in then
    ]
    return tuple(sorted(compared, key=lambda one: (not one.differs, -_gap_points(one))))


def _compared(
    uploaded: CriterionResult, latest: CriterionResult, best: CriterionResult | None, titles: Titles
) -> CriterionBesidePractice:
    return CriterionBesidePractice(
        id=uploaded.id,
        title=uploaded.title,
        max_points=uploaded.max_points,
        uploaded=_outcome(uploaded, titles),
        latest=_outcome(latest, titles),
        best=_outcome(best, titles) if best else None,
        differs=(uploaded.status, uploaded.points) != (latest.status, latest.points),
    )


def _gap_points(one: CriterionBesidePractice) -> int:
    """Nothing to subtract where a call gave no occasion."""
    if one.uploaded.points is None or one.latest.points is None:
        return 0
    return abs(one.uploaded.points - one.latest.points)


def _outcome(result: CriterionResult, titles: Titles) -> OutcomeShown:
    return OutcomeShown(
        status=result.status,
        points=result.points,
        evidence=result.evidence,
        level_title=titles.get((result.id, result.level)),
    )


def _titles(rubric: Rubric) -> Titles:
    return {(criterion.id, level.id): level.title for _, criterion in rubric.criteria() for level in criterion.levels}
