"""What each of a rep's calls was scored on: statements over one connection.

Kept with a call since periods are kept are the points of its grade's criteria; of an older grade they are taken from
its scorecard, once.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sparring.adapters.sql.database import Connection
from sparring.ids import CallId, RepId
from sparring.ports import CallPoints, PointsByCriterion
from sparring.results.tally import points_text, read_points

NEWEST = """SELECT call_id, rep_id, rubric_id, newest, points,
        CASE WHEN points IS NULL THEN (SELECT document FROM scorecard WHERE number = newest) END
    FROM call
    WHERE rep_id = :rep_id AND tenant_id = :tenant_id AND location_id = :location_id
    AND attempt <> 'private' AND started_at >= :since AND started_at < :until AND newest IS NOT NULL
    AND (points IS NOT NULL OR EXISTS (SELECT 1 FROM scorecard WHERE number = newest AND status = 'graded'))
    ORDER BY started_at DESC LIMIT :limit"""
_KEEP = "UPDATE call SET points = ? WHERE call_id = ? AND newest = ?"


class Found(NamedTuple):
    """One call's points. `is_kept`: they stand with the call, whose newest grade is `grade`, and need no scorecard."""

    call: CallPoints
    grade: int
    is_kept: bool


def newest(connection: Connection, values: Mapping[str, Any]) -> list[Found]:
    """Newest call first."""
    return [_found(*row) for row in connection.execute(NEWEST, values)]


def keep(connection: Connection, those: Iterable[Found]) -> None:
    """Put points beside their calls, unless a call was graded anew or deleted meanwhile."""
    rows = [(points_text(one.call.criteria), one.call.call_id, one.grade) for one in those]
    connection.executemany(_KEEP, rows)


def _found(  # a row of `NEWEST`
    call_id: CallId, rep_id: RepId, rubric_id: str, grade: int, points: str | None, document: bytes | None
) -> Found:
    criteria = _of_document(bytes(document or b"")) if points is None else read_points(points)
    return Found(CallPoints(call_id, rep_id, rubric_id, criteria), grade, points is not None)


def _of_document(document: bytes) -> PointsByCriterion:
    return {
        one["id"]: (one["points"], one["max_points"])
        for one in json.loads(document)["criteria"]
        if one["status"] == "scored"
    }
