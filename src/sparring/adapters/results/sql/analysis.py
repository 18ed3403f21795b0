"""The port `Analysis` in SQL: `SqlAnalysis(database, clock)`, the part of the results store that answers pages.

Sums are read from what `tallies.py` keeps, the coarsest rows that answer the question; what single calls were scored on
stands with them.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sparring.adapters.results.kept_form import utc_text
from sparring.adapters.results.sql import call_points, calls, gradings, periods
from sparring.adapters.sql.database import Connection, SqlDatabase
from sparring.ids import CallId, RepId
from sparring.ports import (
    Attendance,
    CallGrade,
    CallPoints,
    Clock,
    CriterionTally,
    Member,
    Scope,
    ScoreTally,
    SkillTally,
    TallyBy,
)
from sparring.results.tally import middle_of

_GROUPS: dict[TallyBy, str] = {"week": "week", "location": "location_id", "rep": "rep_id"}
_SUMS = """CAST(sum(calls) AS BIGINT) AS calls, CAST(sum(passed) AS BIGINT) AS passed,
            CAST(sum(tenths) AS BIGINT) AS tenths, CAST(sum(tenths_squared) AS BIGINT) AS tenths_squared"""
# every name put into a statement here is one of our own columns
_SCORES = f"""SELECT {{group}}, week >= :middle AS later, grading, {_SUMS}
    FROM score_tally WHERE tenant_id = :tenant_id AND level = '{{level}}' {{where}}
    AND week >= :since AND week < :until GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"""  # noqa: S608
_WHOLE = "AND location_id = :location_id AND rep_id = ''"  # with the whole key given, a search begins at its week
_CRITERIA = """SELECT rubric_id, criterion, CAST(sum(calls) AS BIGINT), CAST(sum(points) AS BIGINT),
        CAST(sum(max_points) AS BIGINT) FROM criterion_week
    WHERE tenant_id = :tenant_id AND level = :level AND location_id = :location_id
    AND week >= :since AND week < :until GROUP BY rubric_id, criterion ORDER BY rubric_id, criterion"""
_SKILLS = """SELECT {group}, rubric_id, skill, CAST(sum(calls) AS BIGINT), CAST(sum(points) AS BIGINT),
        CAST(sum(max_points) AS BIGINT), CAST(sum(shares) AS BIGINT), CAST(sum(shares_squared) AS BIGINT)
    FROM skill_week WHERE tenant_id = :tenant_id AND level = '{level}' AND location_id {where}
    AND week >= :since AND week < :until GROUP BY {group}, rubric_id, skill ORDER BY {group}, rubric_id, skill"""
_COUNTED = f"""SELECT {calls.CALL_COLUMNS}, status, score, passed, reason, 0
    FROM call JOIN scorecard ON number = newest
    WHERE tenant_id = :tenant_id {{where}} AND attempt <> 'private' AND status = 'graded'
    AND started_at >= :since AND started_at < :until ORDER BY started_at DESC LIMIT :limit"""  # noqa: S608
_LEAVE = "DELETE FROM member WHERE rep_id = :rep_id AND last_at IS NULL"
_JOIN = """INSERT INTO member VALUES (:tenant_id, :location_id, :rep_id, 1, NULL)
    ON CONFLICT (tenant_id, location_id, rep_id) DO UPDATE SET joined = 1"""
_MEMBERS = """SELECT member.rep_id, location_id, coalesce(name, ''), last_at
    FROM member LEFT JOIN rep ON rep.rep_id = member.rep_id
    WHERE tenant_id = ? AND location_id = ? ORDER BY member.rep_id"""
_ATTENDANCE = """SELECT location_id, count(*), count(CASE WHEN last_at >= ? THEN 1 END) FROM member
    WHERE tenant_id = ? GROUP BY location_id ORDER BY location_id"""
_SHARE = "INSERT INTO shared SELECT call_id, ? FROM call WHERE call_id = ? ON CONFLICT (call_id) DO NOTHING"


class SqlAnalysis:
    """See the port. Every method raises ResultsFailed when the database cannot be used."""

    def __init__(self, database: SqlDatabase, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def score_tallies(self, scope: Scope, *, by: TallyBy) -> Sequence[ScoreTally]:
        """Ordered by group; two rows for a group with calls in both halves of the period."""
        kept = await self._locations(scope) if by == "location" else None
        if kept is not None:
            return kept
        query, values = _scores_query(scope, by), _values(scope)
        return await self._database.read(
            lambda connection: gradings.tallies(connection, connection.execute(query, values))
        )

    async def _locations(self, scope: Scope) -> list[ScoreTally] | None:
        """From the periods that are kept; None when this is not one of them. A new week's are made when asked for."""
        if not periods.is_offered(scope, today=self._clock.now().astimezone(UTC).date()):
            return None
        kept = await self._database.read(lambda connection: periods.locations(connection, scope))
        if kept is not None:
            return kept
        return await self._database.write(lambda connection: periods.roll(connection, scope))

    async def criterion_tallies(self, scope: Scope) -> Sequence[CriterionTally]:
        """Ordered by rubric and criterion."""
        values = _values(scope) | {"level": "location" if scope.location_id else "tenant"}
        rows = await self._database.read(lambda connection: connection.execute(_CRITERIA, values).fetchall())
        return [CriterionTally(*row) for row in rows]

    async def skill_tallies(self, scope: Scope, *, places: Sequence[str] = ()) -> Sequence[SkillTally]:
        """By rep of a location, or by location; ordered by group, rubric and skill."""
        query, values = _skills_query(places), _values(scope) | _named(places)
        rows = await self._database.read(lambda connection: connection.execute(query, values).fetchall())
        return [SkillTally(*row) for row in rows]

    async def call_points(self, scope: Scope, *, limit: int) -> Sequence[CallPoints]:
        """Newest call first; points of an older grade are put beside its call when they are first asked for."""
        values = _values(scope) | {"limit": limit}
        found = await self._database.read(lambda connection: call_points.newest(connection, values))
        unkept = [one for one in found if not one.is_kept]
        if unkept:
            await self._database.write(lambda connection: call_points.keep(connection, unkept))
        return [one.call for one in found]

    async def counted_calls(self, scope: Scope, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest first."""
        where = "AND location_id = :location_id" + (" AND rep_id = :rep_id" if scope.rep_id else "")
        query, values = _COUNTED.format(where=where), _values(scope) | {"limit": limit}
        rows = await self._database.read(lambda connection: connection.execute(query, values).fetchall())
        return [calls.call_grade_of(row) for row in rows]

    async def join_team(self, rep_id: RepId, *, tenant_id: str, location_id: str) -> None:
        """Enter the rep here, and nowhere else unless they had a call that counts there."""
        values = {"rep_id": rep_id, "tenant_id": tenant_id, "location_id": location_id}

        def join(connection: Connection) -> None:
            connection.execute(_LEAVE, values)
            connection.execute("UPDATE member SET joined = 0 WHERE rep_id = :rep_id", values)
            connection.execute(_JOIN, values)

        await self._database.write(join)

    async def members(self, tenant_id: str, location_id: str) -> Sequence[Member]:
        """A team's reps, by id."""
        rows = await self._database.read(
            lambda connection: connection.execute(_MEMBERS, (tenant_id, location_id)).fetchall()
        )
        return [
            Member(RepId(rep), place, name, datetime.fromisoformat(at) if at else None) for rep, place, name, at in rows
        ]

    async def attendance(self, tenant_id: str, *, since: date) -> Sequence[Attendance]:
        """Every location of the tenant, in order."""
        values = (since.isoformat(), tenant_id)
        rows = await self._database.read(lambda connection: connection.execute(_ATTENDANCE, values).fetchall())
        return [Attendance(*row) for row in rows]

    async def share(self, call_id: CallId, *, shared: bool) -> bool:
        """Let a manager read a private call's report, or no longer; False when there is no such call."""
        at = utc_text(self._clock.now())

        def change(connection: Connection) -> bool:
            if shared:
                connection.execute(_SHARE, (at, call_id))
            else:
                connection.execute("DELETE FROM shared WHERE call_id = ?", (call_id,))
            return calls.get_call(connection, call_id) is not None

        return await self._database.write(change)

    async def is_shared(self, call_id: CallId) -> bool:
        """Whether the rep shares this call."""
        find = "SELECT 1 FROM shared WHERE call_id = ?"
        return await self._database.read(lambda connection: connection.execute(find, (call_id,)).fetchone() is not None)


def _scores_query(scope: Scope, by: TallyBy) -> str:
    """From the coarsest rows that tell the groups apart; each part of the key that is not a group is named."""
    if scope.rep_id or by == "rep":
        level, where = "rep", "AND location_id = :location_id" + (" AND rep_id = :rep_id" if scope.rep_id else "")
    elif by == "location" and scope.location_id is None:
        level, where = "location", ""
    else:
        level, where = "location" if scope.location_id else "tenant", _WHOLE
    return _SCORES.format(group=_GROUPS[by], level=level, where=where)


def _skills_query(places: Sequence[str]) -> str:
    if not places:
        return _SKILLS.format(group="rep_id", level="rep", where="= :location_id")
    named = ", ".join(f":{name}" for name in _named(places))
    return _SKILLS.format(group="location_id", level="location", where=f"IN ({named})")


def _named(places: Sequence[str]) -> dict[str, str]:
    return {f"place_{number}": place for number, place in enumerate(places)}


def _values(scope: Scope) -> dict[str, Any]:
    return {
        "tenant_id": scope.tenant_id,
        "location_id": scope.location_id or "",
        "rep_id": scope.rep_id,
        "since": scope.since.isoformat(),
        "until": scope.until.isoformat(),
        "middle": middle_of(scope.since, scope.until).isoformat(),
    }
