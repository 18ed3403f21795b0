"""Tables of the results store."""

import sqlite3
from collections.abc import Iterator

import pytest

from sparring.adapters.results.sql.schema import MIGRATIONS
from sparring.documents import digest_of

PUBLISHED = ["bd6a", "1c48", "b017", "b22c", "9194", "ba6c", "5a30", "c9bc", "41fb", "ec84", "bcab"]
"""Beginnings of the digests of the migrations that are in use somewhere. A change is a new one at the end.

The third made its rows itself once; `FILLS` makes the same ones (test_tallies.py).
"""


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    for migration in MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    yield connection
    connection.close()


def test_a_published_migration_never_changes() -> None:
    """Files out there were made by exactly these statements."""
    digests = [digest_of("\n".join(migration).encode()) for migration in MIGRATIONS]
    assert [digest[:4] for digest in digests] == PUBLISHED


def test_a_grade_stands_once(database: sqlite3.Connection) -> None:
    """Call, transcript and grader together are unique, whatever code writes them."""
    row = ("call_a", "digest", "rules 1", "graded", b"{}")
    insert = "INSERT INTO scorecard (call_id, transcript_digest, grader, status, document) VALUES (?, ?, ?, ?, ?)"
    database.execute(insert, row)
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(insert, row)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM call WHERE rep_id = '' ORDER BY started_at DESC LIMIT 9", "call_of_rep"),
        ("SELECT * FROM outbox WHERE state = 'waiting' AND due_s <= 0 ORDER BY due_s LIMIT 9", "outbox_due"),
        ("DELETE FROM outbox WHERE call_id = ''", "outbox_call"),
        ("SELECT * FROM appeal WHERE tenant_id = '' AND location_id = '' AND answered = 0 ORDER BY at", "appeal_open"),
        ("SELECT * FROM exam WHERE tenant_id = '' AND location_id = '' ORDER BY set_at DESC LIMIT 9", "exam_of_team"),
        ("SELECT * FROM call WHERE exam_id = '' ORDER BY started_at LIMIT 9", "call_of_exam"),
        ("SELECT * FROM call WHERE rep_id = '' AND exam_id IS NOT NULL ORDER BY started_at LIMIT 9", "sitting_of_rep"),
        ("SELECT * FROM deleted_sitting WHERE exam_id = '' ORDER BY started_at", "deleted_sitting_of_exam"),
        ("SELECT * FROM deleted_sitting WHERE rep_id = '' ORDER BY started_at", "deleted_sitting_of_rep"),
        ("SELECT 1 FROM step WHERE call_id = ''", "sqlite_autoindex_step_1"),
    ],
)
def test_what_is_asked_often_has_its_index(database: sqlite3.Connection, query: str, index: str) -> None:
    """No list and no turn of a loop reads a whole table or sorts."""
    plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(plan) == 1
    assert index in plan[0]
