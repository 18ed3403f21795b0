"""Which gap to close first, and what after it.

Flows in: the results with their criteria, and what the buyer told unasked. Flows out: results with points to gain, in
the order in which a rep should work on them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from sparring.grade.heard.testimony import Hearing
from sparring.rubric import Criterion
from sparring.scorecard import CriterionResult

MOSTLY = 0.5
"""Share of a category's points above which most of it is missing: then that part of the call is what is to be learned,
and no single criterion elsewhere is worth more."""
TOLD_UNASKED = 0.5
"""What a question is worth to which the buyer had given the answer: the rep knew it all the same."""


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
    gaps = [result for result in results if points_lost(result)]
    lost = Counter[str]()
    for gap in gaps:
        lost[gap.category] += points_lost(gap)
    worth = {gap.id: points_lost(gap) * (TOLD_UNASKED if _told(hearing, criteria[gap.id]) else 1) for gap in gaps}
    weakest = mostly_missing(results)
    gaps.sort(key=lambda gap: (gap.category != weakest, -worth[gap.id], -lost[gap.category], moments[gap.id]))
    first_of = {gap.category: gap.id for gap in reversed(gaps)}
    rest = sorted(gaps[1:], key=lambda gap: (gap.id != first_of[gap.category], -worth[gap.id], -lost[gap.category]))
    return (*gaps[:1], *rest)


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


def points_lost(result: CriterionResult) -> int:
    """Points that words could have earned; none where no level was given."""
    return result.max_points - (result.points or 0) if result.status == "scored" else 0


def _told(hearing: Hearing, criterion: Criterion) -> bool:
    """Whether the buyer said unasked what the criterion asks for."""
    return any(one.moment in criterion.takes_up for one in hearing.raised)
