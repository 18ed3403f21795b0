"""What one grade adds to the figures of its rep, location and tenant. Pure: adapters add it, or take it away again.

Only a graded call that counts adds anything. A criterion adds what it was scored on; points granted by policy and
criteria left open say nothing about the rep.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sparring.ports import CallRecord
from sparring.scorecard import Scorecard

_DAYS_A_WEEK = 7
WEEKS_A_BLOCK = 4
FIRST_BLOCK = date(2000, 1, 3)
"""A Monday from which blocks of weeks are counted."""


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """One scored criterion."""

    criterion: str
    points: int
    max_points: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a graded call adds. `week` is its Monday; `tenths` its score in tenths of a point."""

    week: date
    tenths: int
    passed: bool
    criteria: tuple[CriterionPoints, ...]


def counted(call: CallRecord, card: Scorecard) -> Counted | None:
    """None for a private attempt, and for a call without a score."""
    if call.attempt == "private" or card.totals is None:
        return None
    scored = tuple(
        CriterionPoints(result.id, result.points, result.max_points)
        for result in card.criteria
        if result.status == "scored" and result.points is not None
    )
    return Counted(monday_of(call.started_at), round(card.totals.score * 10), bool(card.passed), scored)


def monday_of(at: datetime) -> date:
    """The Monday of the week of an aware time, UTC."""
    day = at.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())


def block_of(week: date) -> date:
    """The first Monday of the four weeks that a Monday is added up with, the same four for everybody."""
    return week - timedelta(days=(week - FIRST_BLOCK).days // _DAYS_A_WEEK % WEEKS_A_BLOCK * _DAYS_A_WEEK)


def whole_blocks(since: date, until: date) -> tuple[date, date]:
    """The blocks that lie within a period of Mondays: their first Monday, and the one after the last. May be empty."""
    first, last = block_of(since), block_of(until)
    first = first if first == since else first + timedelta(days=_DAYS_A_WEEK * WEEKS_A_BLOCK)
    return (first, last) if first < last else (since, since)


def weeks_until(now: datetime, weeks: int) -> tuple[date, date]:
    """Monday of the first, and Monday after the last, of so many weeks that end with the one `now` is in."""
    until = monday_of(now) + timedelta(days=_DAYS_A_WEEK)
    return until - timedelta(days=_DAYS_A_WEEK * weeks), until


def middle_of(since: date, until: date) -> date:
    """Monday on which the second half of a period begins; the second is the longer one of an odd number of weeks."""
    weeks = (until - since).days // _DAYS_A_WEEK
    return since + timedelta(days=_DAYS_A_WEEK * (weeks // 2))
