"""Figures kept with each grade: statements over one connection, run inside the transaction that stores the grade.

A call adds one row a level (rep, location, tenant) to its week, one to each period that is kept of its location
(`periods`), one for each scored criterion to the weeks of location and tenant, and one for each skill to those of rep
and location. A grade that is replaced or deleted is taken away by the same statements with the opposite sign.
"""

from collections.abc import Iterator
from typing import Any

from sparring.adapters.results.sql import gradings, periods
from sparring.adapters.sql.database import Connection
from sparring.ports import CallRecord
from sparring.results.tally import Counted, counted, thousandths
from sparring.scorecard import Scorecard

_ADD_SCORE = """INSERT INTO score_tally
    VALUES (:tenant_id, :level, :location_id, :rep_id, :week, :grading, :calls, :passed, :tenths, :tenths_squared)
    ON CONFLICT (tenant_id, level, location_id, rep_id, week, grading) DO UPDATE SET
    calls = score_tally.calls + excluded.calls, passed = score_tally.passed + excluded.passed,
    tenths = score_tally.tenths + excluded.tenths,
    tenths_squared = score_tally.tenths_squared + excluded.tenths_squared"""
_DROP_EMPTY_SCORE = """DELETE FROM score_tally WHERE tenant_id = :tenant_id AND level = :level
    AND location_id = :location_id AND rep_id = :rep_id AND week = :week AND grading = :grading AND calls = 0"""
_ADD_CRITERION = """INSERT INTO criterion_week
    VALUES (:tenant_id, :level, :location_id, :week, :rubric_id, :criterion, :calls, :points, :max_points)
    ON CONFLICT (tenant_id, level, location_id, week, rubric_id, criterion) DO UPDATE SET
    calls = criterion_week.calls + excluded.calls, points = criterion_week.points + excluded.points,
    max_points = criterion_week.max_points + excluded.max_points"""
_DROP_EMPTY_CRITERION = """DELETE FROM criterion_week WHERE tenant_id = :tenant_id AND level = :level
    AND location_id = :location_id AND week = :week AND rubric_id = :rubric_id AND criterion = :criterion
    AND calls = 0"""
_ADD_SKILL = """INSERT INTO skill_week
    VALUES (:tenant_id, :level, :location_id, :week, :rep_id, :rubric_id, :skill,
        :calls, :points, :max_points, :shares, :shares_squared)
    ON CONFLICT (tenant_id, level, location_id, week, rep_id, rubric_id, skill) DO UPDATE SET
    calls = skill_week.calls + excluded.calls, points = skill_week.points + excluded.points,
    max_points = skill_week.max_points + excluded.max_points, shares = skill_week.shares + excluded.shares,
    shares_squared = skill_week.shares_squared + excluded.shares_squared"""
_DROP_EMPTY_SKILL = """DELETE FROM skill_week WHERE tenant_id = :tenant_id AND level = :level
    AND location_id = :location_id AND week = :week AND rep_id = :rep_id AND rubric_id = :rubric_id
    AND skill = :skill AND calls = 0"""
_ADD_MEMBER = """INSERT INTO member VALUES (:tenant_id, :location_id, :rep_id, 0, :started_at)
    ON CONFLICT (tenant_id, location_id, rep_id) DO UPDATE SET
    last_at = CASE WHEN member.last_at > excluded.last_at THEN member.last_at ELSE excluded.last_at END"""
_LATEST = """UPDATE member SET last_at = (SELECT max(started_at) FROM call JOIN scorecard ON number = newest
    WHERE call.rep_id = :rep_id AND call.tenant_id = :tenant_id AND call.location_id = :location_id
    AND attempt <> 'private' AND status = 'graded')
    WHERE tenant_id = :tenant_id AND location_id = :location_id AND rep_id = :rep_id"""
_DROP_STRANGER = """DELETE FROM member WHERE tenant_id = :tenant_id AND location_id = :location_id
    AND rep_id = :rep_id AND joined = 0 AND last_at IS NULL"""


def add(connection: Connection, call: CallRecord, card: Scorecard, *, started_at: str) -> None:
    """Add a grade; nothing for one that does not count. `started_at` is the call's, as it is stored."""
    if _apply(connection, call, card, sign=1):
        connection.execute(_ADD_MEMBER, _place(call) | {"started_at": started_at})


def take_away(connection: Connection, call: CallRecord, card: Scorecard) -> None:
    """Take a grade away that was added; its call must no longer have it."""
    if _apply(connection, call, card, sign=-1):
        connection.execute(_LATEST, _place(call))
        connection.execute(_DROP_STRANGER, _place(call))


def _apply(connection: Connection, call: CallRecord, card: Scorecard, *, sign: int) -> bool:
    added = counted(call, card)
    if added is None:
        return False
    scores = list(_score_rows(call, added, gradings.number_of(connection, card), sign))
    criteria = list(_criterion_rows(call, added, card.rubric.id, sign))
    skills = list(_skill_rows(call, added, card.rubric.id, sign))
    of_location = next(row for row in scores if row["level"] == "location")
    connection.executemany(_ADD_SCORE, scores)
    periods.add(connection, of_location)
    connection.executemany(_ADD_CRITERION, criteria)
    connection.executemany(_ADD_SKILL, skills)
    if sign < 0:
        connection.executemany(_DROP_EMPTY_SCORE, scores)
        periods.drop_empty(connection, of_location)
        connection.executemany(_DROP_EMPTY_CRITERION, criteria)
        connection.executemany(_DROP_EMPTY_SKILL, skills)
    return True


def _score_rows(call: CallRecord, added: Counted, grading: int, sign: int) -> Iterator[dict[str, Any]]:
    row = {
        "tenant_id": call.tenant_id,
        "week": added.week.isoformat(),
        "grading": grading,
        "calls": sign,
        "passed": sign * added.passed,
        "tenths": sign * added.tenths,
        "tenths_squared": sign * added.tenths**2,
    }
    yield row | {"level": "rep", "location_id": call.location_id, "rep_id": call.rep_id}
    yield row | {"level": "location", "location_id": call.location_id, "rep_id": ""}
    yield row | {"level": "tenant", "location_id": "", "rep_id": ""}


def _criterion_rows(call: CallRecord, added: Counted, rubric_id: str, sign: int) -> Iterator[dict[str, Any]]:
    for level, location_id in (("location", call.location_id), ("tenant", "")):
        for criterion, (points, most) in added.criteria.items():
            yield {
                "tenant_id": call.tenant_id,
                "level": level,
                "location_id": location_id,
                "week": added.week.isoformat(),
                "rubric_id": rubric_id,
                "criterion": criterion,
                "calls": sign,
                "points": sign * points,
                "max_points": sign * most,
            }


def _skill_rows(call: CallRecord, added: Counted, rubric_id: str, sign: int) -> Iterator[dict[str, Any]]:
    row = {"tenant_id": call.tenant_id, "location_id": call.location_id, "week": added.week.isoformat()}
    for skill, (points, most) in added.skills.items():
        share = thousandths(points, most)
        sums = {
            "calls": sign,
            "points": sign * points,
            "max_points": sign * most,
            "shares": sign * share,
            "shares_squared": sign * share**2,
        }
        for level, rep_id in (("rep", call.rep_id), ("location", "")):
            yield row | sums | {"level": level, "rep_id": rep_id, "rubric_id": rubric_id, "skill": skill}


def _place(call: CallRecord) -> dict[str, Any]:
    return {"tenant_id": call.tenant_id, "location_id": call.location_id, "rep_id": call.rep_id}
