"""A call beside the rep's earlier ones with the same buyer: how they went, and what came out otherwise than last time.

Flows in: the call's grade and the rep's grades, newest call first. Flows out: what the report shows of them.
"""

from collections.abc import Sequence

from sparring.report.branches import has_moved, side_by_side
from sparring.report.document import CriterionCompared, EarlierCall, ProgressShown
from sparring.scorecard import Scorecard

MOST_SHOWN = 7


def progress(card: Scorecard, calls: Sequence[Scorecard]) -> ProgressShown | None:
    """None for the first graded call with this buyer, for a call without a score, for a retake and for an upload.

    Args:
        card: the grade of the call that the report is about.
        calls: the rep's grades, newest call first, this one among them, as far as the reader may see them.
    """
    if not _is_whole(card):
        return None
    place = next((place for place, one in enumerate(calls) if one.call_id == card.call_id), len(calls))
    earlier = [one for one in calls[place + 1 :] if _is_whole(one) and _is_like(one, card)][:MOST_SHOWN]
    if not earlier:
        return None
    shown = [
        EarlierCall(call_id=one.call_id, graded_at=one.graded_at, score=one.totals.score)
        for one in reversed(earlier)
        if one.totals
    ]
    return ProgressShown(earlier=tuple(shown), criteria=_changed(earlier[0], card))


def _is_whole(card: Scorecard) -> bool:
    """With a score, of a call with a buyer from its beginning: a retake begins with what was said the first time."""
    of_practice = card.attempt is None or (card.attempt.upload is None and card.attempt.fork_of is None)
    return of_practice and card.totals is not None


def _is_like(other: Scorecard, card: Scorecard) -> bool:
    """Another rubric or grader gives other points for the same words."""
    return (other.persona.id, other.rubric, other.grader) == (card.persona.id, card.rubric, card.grader)


def _changed(last: Scorecard, card: Scorecard) -> tuple[CriterionCompared, ...]:
    """The largest gain first, the largest loss last."""
    then = {result.id: result for result in last.criteria}
    found = [(then[one.id], one) for one in card.criteria if one.id in then and has_moved(then[one.id], one)]
    found.sort(key=lambda pair: (pair[0].points or 0) - (pair[1].points or 0))
    return tuple(side_by_side(before, after) for before, after in found)
