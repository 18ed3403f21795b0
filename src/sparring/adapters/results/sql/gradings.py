"""What sums were graded by: statements over one connection.

Each grader version on each rubric version has a number, which is all that a row of sums keeps. There are few, so sums
and names are asked for side by side and put together here: a network's page has 1,400 rows of sums, and naming each in
the statement sent every digest 1,400 times.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sparring.adapters.sql.database import Connection, Rows
from sparring.documents import VersionRef
from sparring.ports import ScoreTally
from sparring.scorecard import GraderRef, Scorecard

_COLUMNS = "grader_name, grader_version, grader_model, rubric_id, rubric_version, rubric_digest"
_FIND = """SELECT number FROM grading WHERE grader_name = :grader_name AND grader_version = :grader_version
    AND grader_model = :grader_model AND rubric_id = :rubric_id AND rubric_version = :rubric_version
    AND rubric_digest = :rubric_digest"""
_ADD = f"""INSERT INTO grading ({_COLUMNS})
    VALUES (:grader_name, :grader_version, :grader_model, :rubric_id, :rubric_version, :rubric_digest)
    ON CONFLICT DO NOTHING"""  # noqa: S608 - names of our own columns
_ALL = f"SELECT number, {_COLUMNS} FROM grading"  # noqa: S608


def number_of(connection: Connection, card: Scorecard) -> int:
    """The number under which this grader version on this rubric version is kept; a new one when it has none."""
    key = {
        "grader_name": card.grader.name,
        "grader_version": card.grader.version,
        "grader_model": card.grader.model or "",
        "rubric_id": card.rubric.id,
        "rubric_version": card.rubric.version,
        "rubric_digest": card.rubric.digest,
    }
    connection.execute(_ADD, key)
    number: int = connection.execute(_FIND, key).fetchone()[0]
    return number


def tallies(connection: Connection, sums: Rows) -> list[ScoreTally]:
    """Of rows of group, half, number of the grading and the four sums.

    The rows are read only after the names are asked for, which on PostgreSQL saves a wait.
    """
    known = connection.execute(_ALL)
    return list(_tallies(sums, known))


def _tallies(sums: Iterable[Any], known: Iterable[Any]) -> Iterator[ScoreTally]:
    rows = list(sums)
    by_number = {number: _refs(*names) for number, *names in known}
    for group, later, number, *added in rows:
        yield ScoreTally(group, bool(later), *by_number[number], *added)


def _refs(
    name: str, version: str, model: str, rubric_id: str, rubric_version: int, digest: str
) -> tuple[GraderRef, VersionRef]:
    grader = GraderRef(name=name, version=version, model=model or None)
    return grader, VersionRef(id=rubric_id, version=rubric_version, digest=digest)
