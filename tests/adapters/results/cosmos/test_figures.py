"""Calls added up."""

from datetime import date
from typing import Any

from sparring.adapters.results.cosmos.figures import criteria_added_up, points_of, scores_added_up
from sparring.ids import CallId, RepId
from sparring.ports import CallPoints, CriterionTally
from tests.fakes.documents import GRADER, a_rubric

RUBRIC = a_rubric().ref


def a_call(tenths: int, *, at: str = "2026-11-25T14:50:00+00:00", **changes: Any) -> dict[str, Any]:
    newest = {
        "grader": GRADER.model_dump(),
        "rubric": RUBRIC.model_dump(),
        "tenths": tenths,
        "passed": tenths >= 700,
        "criteria": [{"criterion": "names_the_feeling", "points": 2, "max_points": 4}],
    }
    whose = {"call_id": "call_1", "location_id": "omaha", "rep_id": "rep_1"}
    return {"started_at": at, "newest": newest} | whose | changes


def test_scores_are_added_up_by_group_and_half() -> None:
    """Two halves of one group are two rows; sums are whole numbers."""
    calls = [a_call(713), a_call(500), a_call(713, at="2026-11-10T08:00:00+00:00"), a_call(1, location_id="lincoln")]
    found = scores_added_up(calls, by="location", middle=date(2026, 11, 16))
    assert [(one.group, one.later, one.calls, one.passed, one.tenths) for one in found] == [
        ("lincoln", True, 1, 0, 1),
        ("omaha", False, 1, 1, 713),
        ("omaha", True, 2, 1, 1_213),
    ]
    assert found[2].tenths_squared == 713**2 + 500**2
    assert (found[0].grader, found[0].rubric) == (GRADER, RUBRIC)


def test_a_calls_points_are_those_of_its_newest_grade() -> None:
    """By criterion, with the rep whose call it was."""
    assert points_of(a_call(1)) == CallPoints(
        CallId("call_1"), RepId("rep_1"), RUBRIC.id, {"names_the_feeling": (2, 4)}
    )


def test_criteria_are_added_up_by_rubric() -> None:
    """Over the calls on which they were scored."""
    assert criteria_added_up([a_call(1), a_call(2)]) == [CriterionTally(RUBRIC.id, "names_the_feeling", 2, 4, 8)]
