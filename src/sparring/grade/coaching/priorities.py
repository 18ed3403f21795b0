"""Which gap to close first, and what after it.

Flows in: the results with their criteria, and what the buyer told unasked. Flows out: results with points to gain, in
the order in which a rep should work on them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sparring.grade.heard.testimony import Hearing
from sparring.rubric import Criterion
from sparring.scorecard import CriterionResult

MOSTLY = 0.5
"""Share of a category's points above which most of it is missing: then that part of the call is what is to be learned,
and no single criterion elsewhere is worth more."""
TOLD_UNASKED = 0.5
"""What a question is worth to which the buyer had given the answer: the rep knew it all the same."""


class _Gap(NamedTuple):
    """A result with points to gain, read once: a document's field costs ten times as much.

    `worth`: the points, less where the buyer said unasked what the criterion asks for.
    """

    result: CriterionResult
    criterion: str
    category: str
    lost: int
    worth: float


def by_priority(
    hearing: Hearing,
    results: Sequence[CriterionResult],
    criteria: Mapping[str, Criterion],
    moments: Mapping[str, int],
) -> tuple[CriterionResult, ...]:
    """The results with points to gain: the first to work on, then the first of each other category, then the rest.

    Args:
        hearing: the call.
        results: all results of the call, in the rubric's order.
        criteria: by id.
        moments: by criterion, the rep's turn where it was due.
    """
    gaps = [_gap(hearing, result, criteria[result.id]) for result in results if points_lost(result)]
    lost = Counter[str]()
    for gap in gaps:
        lost[gap.category] += gap.lost
    weakest = mostly_missing(results)
    gaps.sort(key=lambda gap: (gap.category != weakest, -gap.worth, -lost[gap.category], moments[gap.criterion]))
    first_of = {gap.category: gap for gap in reversed(gaps)}
    rest = sorted(gaps[1:], key=lambda gap: (gap is not first_of[gap.category], -gap.worth, -lost[gap.category]))
    return tuple(gap.result for gap in (*gaps[:1], *rest))


def mostly_missing(results: Sequence[CriterionResult]) -> str | None:
    """The category of which most is missing, in more than one criterion.

    Of several the one that weighs most; of equals the earliest, for the rest of a call rests on its beginning.
    """
    by_category: dict[str, list[CriterionResult]] = {}
    for result in results:
        if result.status == "scored":
            by_category.setdefault(result.category, []).append(result)
    whole = {category: sum(one.max_points for one in scored) for category, scored in by_category.items()}
    lost = {category: [points_lost(one) for one in scored] for category, scored in by_category.items()}
    weak = [one for one, gaps in lost.items() if sum(gaps) > MOSTLY * whole[one] and sum(map(bool, gaps)) > 1]
    return max(weak, key=whole.__getitem__, default=None)


def _gap(hearing: Hearing, result: CriterionResult, criterion: Criterion) -> _Gap:
    asked_for, lost = criterion.takes_up, points_lost(result)
    told = bool(asked_for) and any(one.moment in asked_for for one in hearing.raised)
    return _Gap(result, result.id, result.category, lost, lost * (TOLD_UNASKED if told else 1))


def points_lost(result: CriterionResult) -> int:
    """Points that words could have earned; none where no level was given."""
    return result.max_points - (result.points or 0) if result.status == "scored" else 0
