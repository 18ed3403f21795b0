"""What one grade adds to the figures of its rep, location and tenant. Pure: adapters add it, or take it away again.

Only a graded call that counts adds anything. A criterion adds what it was scored on; points granted by policy and
criteria left open say nothing about the rep.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sparring.ports import CallPoints, CallRecord, CriterionTally, PointsByCriterion
from sparring.scorecard import Scorecard

_DAYS_A_WEEK = 7
PERIODS_WEEKS = (4, 12, 26, 52)
"""What pages offer; each period ends with this week."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a graded call adds. `week` is its Monday; `tenths` its score in tenths of a point; `skills` by category."""

    week: date
    tenths: int
    passed: bool
    criteria: PointsByCriterion
    skills: Mapping[str, tuple[int, int]]


def counted(call: CallRecord, card: Scorecard) -> Counted | None:
    """None for a private attempt, and for a call without a score."""
    if call.attempt == "private" or card.totals is None:
        return None
    scored = {
        result.id: (result.points, result.max_points)
        for result in card.criteria
        if result.status == "scored" and result.points is not None
    }
    tenths = round(card.totals.score * 10)
    return Counted(
        monday_of(call.started_at),
        tenths,
        bool(card.passed),
        scored,
        skills_of(scored, {one.id: one.category for one in card.criteria}),
    )


def skills_of(scored: PointsByCriterion, skills: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Points and most points of each skill that there was occasion for; `skills`: the skill of each criterion."""
    sums: dict[str, tuple[int, int]] = {}
    for criterion, skill in skills.items():
        points, most = scored.get(criterion, (0, 0))
        if most:
            before = sums.get(skill, (0, 0))
            sums[skill] = (before[0] + points, before[1] + most)
    return sums


def thousandths(points: int, max_points: int) -> int:
    """The share of a skill's points, rounded down, so that sums of it are exact in every store."""
    return 1_000 * points // max_points


def criterion_tallies(calls: Iterable[CallPoints]) -> list[CriterionTally]:
    """Ordered by rubric and criterion."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for call in calls:
        for criterion, scored in call.criteria.items():
            for place, value in enumerate((1, *scored)):
                sums[call.rubric_id, criterion][place] += value
    return [CriterionTally(*key, *those) for key, those in sorted(sums.items())]


def points_text(criteria: PointsByCriterion) -> str:
    """What is kept with a call, as JSON."""
    return json.dumps(criteria, separators=(",", ":"))


def read_points(text: str) -> PointsByCriterion:
    """The inverse of `points_text`."""
    return {name: (points, most) for name, (points, most) in json.loads(text).items()}


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
