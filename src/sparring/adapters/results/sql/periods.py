"""Sums of each location over the periods that pages offer: statements over one connection.

The network's page reads these and adds nothing up. They are made from the weeks when a page of a new week is first
asked for, and from then on every grade adds to them, or is taken away from them, in its own transaction.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sparring.adapters.results.sql import gradings
from sparring.adapters.sql.database import Connection
from sparring.ports import Scope, ScoreTally
from sparring.results.tally import PERIODS_WEEKS, middle_of

_ADD = """INSERT INTO score_period
    SELECT tenant_id, weeks, :location_id, CASE WHEN :week >= middle THEN 1 ELSE 0 END, :grading,
        :calls, :passed, :tenths, :tenths_squared
    FROM period WHERE tenant_id = :tenant_id AND since <= :week AND until > :week
    ON CONFLICT (tenant_id, weeks, location_id, later, grading) DO UPDATE SET
    calls = score_period.calls + excluded.calls, passed = score_period.passed + excluded.passed,
    tenths = score_period.tenths + excluded.tenths,
    tenths_squared = score_period.tenths_squared + excluded.tenths_squared"""
_DROP_EMPTY = """DELETE FROM score_period WHERE tenant_id = :tenant_id AND location_id = :location_id
    AND weeks IN (SELECT weeks FROM period WHERE tenant_id = :tenant_id) AND grading = :grading AND calls = 0"""
_IS_KEPT = """SELECT 1 FROM period
    WHERE tenant_id = :tenant_id AND weeks = :weeks AND since = :since AND until = :until"""
_SUMS = """SELECT location_id, later, grading, calls, passed, tenths, tenths_squared FROM score_period
    WHERE tenant_id = :tenant_id AND weeks = :weeks ORDER BY location_id, later, grading"""
_ROLL = (
    "DELETE FROM score_period WHERE tenant_id = :tenant_id AND weeks = :weeks",
    """INSERT INTO score_period
        SELECT tenant_id, :weeks, location_id, CASE WHEN week >= :middle THEN 1 ELSE 0 END AS later, grading,
            sum(calls), sum(passed), sum(tenths), sum(tenths_squared)
        FROM score_tally WHERE tenant_id = :tenant_id AND level = 'location' AND week >= :since AND week < :until
        GROUP BY tenant_id, location_id, later, grading""",
    """INSERT INTO period VALUES (:tenant_id, :weeks, :since, :middle, :until)
        ON CONFLICT (tenant_id, weeks) DO UPDATE SET since = excluded.since, middle = excluded.middle,
        until = excluded.until""",
)


def add(connection: Connection, score: Mapping[str, Any]) -> None:
    """Add a location's row of `score_tally` to every period its week is in; its sums may be negative."""
    connection.execute(_ADD, score)


def drop_empty(connection: Connection, score: Mapping[str, Any]) -> None:
    """Remove what `add` has brought to nothing."""
    connection.execute(_DROP_EMPTY, score)


def is_offered(scope: Scope, *, today: date) -> bool:
    """Whether these are the weeks that a page of today asks of the whole tenant."""
    weeks = _values(scope)["weeks"]
    return scope.location_id is None and weeks in PERIODS_WEEKS and 0 < (scope.until - today).days <= 7


def locations(connection: Connection, scope: Scope) -> list[ScoreTally] | None:
    """The sums of every location; None when other weeks are kept, or none yet."""
    values = _values(scope)
    kept, sums = connection.execute(_IS_KEPT, values), connection.execute(_SUMS, values)
    found = gradings.tallies(connection, sums)
    return found if kept.fetchone() else None


def roll(connection: Connection, scope: Scope) -> list[ScoreTally] | None:
    """Make these weeks the ones that are kept, from the sums of the weeks; answers them."""
    for statement in _ROLL:
        connection.execute(statement, _values(scope))
    return locations(connection, scope)


def _values(scope: Scope) -> dict[str, Any]:
    return {
        "tenant_id": scope.tenant_id,
        "weeks": (scope.until - scope.since) // timedelta(days=7),
        "since": scope.since.isoformat(),
        "middle": middle_of(scope.since, scope.until).isoformat(),
        "until": scope.until.isoformat(),
    }
