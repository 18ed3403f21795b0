"""A rep's criteria, added up from that rep's newest calls: statements over one connection, and the sums.

Kept with a call since periods are kept are the points of its grade's criteria; of an older grade they are taken from
its scorecard, once.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sparring.adapters.sql import Connection
from sparring.ids import CallId
from sparring.ports import CriterionTally
from sparring.results.tally import CriterionPoints, criterion_tallies, points_text, read_points

NEWEST = """SELECT call_id, newest, rubric_id, points,
        CASE WHEN points IS NULL THEN (SELECT document FROM scorecard WHERE number = newest) END
    FROM call
    WHERE rep_id = :rep_id AND tenant_id = :tenant_id AND location_id = :location_id
    AND attempt <> 'private' AND started_at >= :since AND started_at < :until AND newest IS NOT NULL
    AND (points IS NOT NULL OR EXISTS (SELECT 1 FROM scorecard WHERE number = newest AND status = 'graded'))
    ORDER BY started_at DESC LIMIT 100"""
_KEEP = "UPDATE call SET points = ? WHERE call_id = ? AND newest = ?"


@dataclass(frozen=True, slots=True)
class CallPoints:
    """One call's scored criteria. `is_kept`: they stand with the call and need no scorecard."""

    call_id: CallId
    grade: int
    rubric_id: str
    criteria: tuple[CriterionPoints, ...]
    is_kept: bool


def newest(connection: Connection, values: Mapping[str, Any]) -> list[CallPoints]:
    """Of at most a hundred graded calls that count."""
    return [_read(*row) for row in connection.execute(NEWEST, values)]


def keep(connection: Connection, those: Iterable[CallPoints]) -> None:
    """Put points beside their calls, unless a call was graded anew or deleted meanwhile."""
    connection.executemany(_KEEP, [(points_text(one.criteria), one.call_id, one.grade) for one in those])


def added_up(those: Iterable[CallPoints]) -> list[CriterionTally]:
    """Ordered by rubric and criterion."""
    return criterion_tallies((call.rubric_id, one) for call in those for one in call.criteria)


def _read(call_id: CallId, grade: int, rubric_id: str, points: str | None, document: bytes | None) -> CallPoints:
    criteria = _of_document(bytes(document or b"")) if points is None else read_points(points)
    return CallPoints(call_id, grade, rubric_id, criteria, points is not None)


def _of_document(document: bytes) -> tuple[CriterionPoints, ...]:
    return tuple(
        CriterionPoints(one["id"], one["points"], one["max_points"])
        for one in json.loads(document)["criteria"]
        if one["status"] == "scored"
    )
