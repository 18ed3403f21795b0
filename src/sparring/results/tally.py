"""What one grade adds to the figures of its rep, location and tenant. Pure: adapters add it, or take it away again.

Only a graded call that counts adds anything. A criterion adds what it was scored on; points granted by policy and
criteria left open say nothing about the rep.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sparring.ports import CallRecord, CriterionTally
from sparring.scorecard import Scorecard

_DAYS_A_WEEK = 7
PERIODS_WEEKS = (4, 12, 26, 52)
"""What pages offer; each period ends with this week."""


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


def criterion_tallies(scored: Iterable[tuple[str, CriterionPoints]]) -> list[CriterionTally]:
    """Of scored criteria, each with the id of its rubric; ordered by rubric and criterion."""
    sums: dict[tuple[str, str], list[CriterionPoints]] = defaultdict(list)
    for rubric_id, one in scored:
        sums[rubric_id, one.criterion].append(one)
    return [
        CriterionTally(*key, len(ones), sum(one.points for one in ones), sum(one.max_points for one in ones))
        for key, ones in sorted(sums.items())
    ]


def points_text(criteria: tuple[CriterionPoints, ...]) -> str:
    """What a rep's page reads of a call: points and most points of each scored criterion, as JSON."""
    return json.dumps({one.criterion: (one.points, one.max_points) for one in criteria}, separators=(",", ":"))


def read_points(text: str) -> tuple[CriterionPoints, ...]:
    """The inverse of `points_text`."""
    return tuple(CriterionPoints(name, *points) for name, points in json.loads(text).items())


def monday_of(at: datetime) -> date:
    """The Monday of the week of an aware time, UTC."""
    day = at.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())


def weeks_until(now: datetime, weeks: int) -> tuple[date, date]:
    """Monday of the first, and Monday after the last, of so many weeks that end with the one `now` is in."""
    until = monday_of(now) + timedelta(days=_DAYS_A_WEEK)
    return until - timedelta(days=_DAYS_A_WEEK * weeks), until


def middle_of(since: date, until: date) -> date:
    """Monday on which the second half of a period begins; the second is the longer one of an odd number of weeks."""
    weeks = (until - since).days // _DAYS_A_WEEK
    return since + timedelta(days=_DAYS_A_WEEK * (weeks // 2))
