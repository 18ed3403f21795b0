"""What a grade adds."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sparring.results.tally import (
    counted,
    middle_of,
    monday_of,
    points_text,
    read_points,
    weeks_until,
)
from sparring.transcript import Attempt
from tests.fakes.documents import a_call_record, a_scorecard, a_transcript

COUNTED = a_transcript(attempt=Attempt(kind="counted"))


def test_a_private_attempt_adds_nothing() -> None:
    """Whatever its score."""
    assert counted(a_call_record(), a_scorecard()) is None


def test_a_call_without_a_score_adds_nothing() -> None:
    """No grade is no zero."""
    card = a_scorecard(COUNTED, status="unscored", reason="The model did not answer.", totals=None, passed=None)
    assert counted(a_call_record(COUNTED), card) is None


def test_a_counted_call_adds_its_score_and_what_was_scored() -> None:
    """Tenths of a point, and no criterion that was left out of the sum."""
    added = counted(a_call_record(COUNTED), a_scorecard(COUNTED))
    assert added is not None
    assert (added.tenths, added.passed, added.week) == (713, True, date(2026, 11, 23))
    scored = [one.id for one in a_scorecard(COUNTED).criteria if one.status == "scored"]
    assert list(added.criteria) == scored
    most = {one.category: 0 for one in a_scorecard(COUNTED).criteria if one.id in scored}
    for one in a_scorecard(COUNTED).criteria:
        most[one.category] = most.get(one.category, 0) + (one.max_points if one.id in scored else 0)
    assert {skill: of for skill, (_, of) in added.skills.items()} == {skill: of for skill, of in most.items() if of}
    assert len(scored) < len(a_scorecard(COUNTED).criteria)


@pytest.mark.parametrize(
    ("at", "monday"),
    [
        (datetime(2026, 11, 23, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 29, 23, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2027, 1, 1, tzinfo=UTC), date(2026, 12, 28)),
        (datetime(2026, 11, 22, 23, 0, tzinfo=timezone(timedelta(hours=-6))), date(2026, 11, 23)),
    ],
)
def test_weeks_begin_on_monday_utc(at: datetime, monday: date) -> None:
    """Wherever the clock stands."""
    assert monday_of(at) == monday


@pytest.mark.parametrize("weeks", [1, 2, 5, 52])
def test_a_period_ends_with_this_week(weeks: int) -> None:
    """And has so many Mondays; its middle is one of them."""
    now = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
    since, until = weeks_until(now, weeks)
    assert (until - since).days == 7 * weeks
    assert since <= monday_of(now) < until
    assert (middle_of(since, until) - since).days == 7 * (weeks // 2)


def test_points_are_read_as_they_were_written() -> None:
    """Every scored criterion with its points, and none of a call without any."""
    added = counted(a_call_record(COUNTED), a_scorecard(COUNTED))
    assert added is not None
    assert read_points(points_text(added.criteria)) == added.criteria
    assert read_points(points_text({})) == {}
