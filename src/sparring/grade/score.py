"""Everything numeric about a grade: points, totals, 0-100, pass or fail. No model ever writes a number.

Flows in: one status and level per criterion. Flows out: `Totals` and whether the call passed.
"""

from collections.abc import Iterable, Sequence

from sparring.rubric import Rubric
from sparring.scorecard import CriterionResult, RedLine, Totals

_OUT_OF_THE_SUM = ("excluded", "not_applicable")
_OPEN = ("listen", "unscored")


def total(rubric: Rubric, results: Sequence[CriterionResult]) -> Totals | None:
    """Totals over the points that could be observed, or None when there were none.

    What is not observable or not applicable leaves the sum and the rest is rescaled: nobody gets points for it.
    """
    scored = sum(result.points or 0 for result in results if result.status == "scored")
    granted = sum(result.points or 0 for result in results if result.status == "granted")
    excluded = _points_of(results, _OUT_OF_THE_SUM)
    unscored = _points_of(results, _OPEN)
    applicable = rubric.points - excluded - unscored
    if applicable <= 0:
        return None
    return Totals(
        scored_points=scored,
        granted_points=granted,
        excluded_points=excluded,
        unscored_points=unscored,
        applicable_points=applicable,
        rubric_points=rubric.points,
        score=round(100 * (scored + granted) / applicable, 1),
    )


def passed(rubric: Rubric, totals: Totals, red_lines: Sequence[RedLine]) -> bool:
    """Enough points and no red line."""
    return totals.score >= rubric.pass_score and not red_lines


def _points_of(results: Iterable[CriterionResult], statuses: tuple[str, ...]) -> int:
    return sum(result.max_points for result in results if result.status in statuses)
