"""The scorecard refuses numbers that nobody earned."""

from typing import Any

import pytest
from pydantic import ValidationError

from sparring.documents import dump_document
from sparring.errors import ScorecardRejected
from sparring.scorecard import CriterionResult, GraderRef, parse_scorecard, place_in_call, remarks_on
from tests.fakes.documents import a_scorecard, an_appeal, an_override


def result(**changes: Any) -> CriterionResult:
    """A scored criterion of two points."""
    fields: dict[str, Any] = {
        "id": "thanks",
        "category": "manners",
        "title": "Thanks",
        "status": "scored",
        "level": "clear",
        "points": 2,
        "max_points": 2,
        "evidence": (),
        "rationale": "Thanked.",
    }
    return CriterionResult(**fields | changes)


@pytest.mark.parametrize("status", ["excluded", "not_applicable", "listen", "unscored"])
def test_only_scored_and_granted_criteria_have_points(status: str) -> None:
    """A criterion that was not scored has no points, and none is not zero."""
    assert result(status=status, points=None).points is None
    with pytest.raises(ValidationError, match="but points are 2"):
        result(status=status)


@pytest.mark.parametrize("status", ["scored", "granted"])
def test_a_scored_criterion_has_points(status: str) -> None:
    """A level without points is refused."""
    with pytest.raises(ValidationError, match="but points are None"):
        result(status=status, points=None)


def test_nobody_has_more_points_than_there_are() -> None:
    """Points are bounded by the criterion's own."""
    with pytest.raises(ValidationError, match="more points than it can have"):
        result(points=3)


def test_a_scorecard_survives_its_own_bytes() -> None:
    """What is written is what is read."""
    scorecard = a_scorecard()
    assert parse_scorecard(dump_document(scorecard), source="card") == scorecard


def test_a_graded_call_needs_totals_and_an_ungraded_one_a_reason() -> None:
    """A score goes with `graded` and a reason with everything else."""
    scorecard = a_scorecard().model_dump()
    for status, changes, reason in (
        ("unscored", {"reason": "the model refused"}, "a score goes with status graded"),
        ("graded", {"totals": None}, "a score goes with status graded"),
        ("unscored", {"totals": None, "reason": None}, "needs a reason"),
    ):
        with pytest.raises(ValidationError, match=reason):
            type(a_scorecard()).model_validate(scorecard | {"status": status} | changes)


def test_what_is_no_scorecard_is_refused() -> None:
    """Other bytes give the one documented error."""
    with pytest.raises(ScorecardRejected):
        parse_scorecard(b"{}", source="card")


def test_what_was_said_of_an_older_grade_is_not_of_this_one() -> None:
    """Of each criterion the last word counts; it was about exactly this grade."""
    first, last = an_override(level="absent", points=0), an_override()
    older = an_appeal(criterion="safety", grader=GraderRef(name="rules", version="0"))
    assert remarks_on(a_scorecard(), [first, last]) == {"names_the_feeling": last}
    assert remarks_on(a_scorecard(), [an_appeal(), older]) == {"names_the_feeling": an_appeal()}


def test_words_of_a_call_without_a_clock_are_placed_by_their_turn() -> None:
    """Nobody can find "0:00" nine times in a text."""
    assert place_in_call(2, 65_000, 90_000) == "at 1:05"
    assert place_in_call(2, 0, 0) == "in turn 3"
