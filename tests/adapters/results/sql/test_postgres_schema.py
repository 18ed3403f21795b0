"""Tables of the results store on PostgreSQL."""

import sqlite3

import psycopg
import pytest

from sparring.adapters.results.sql.postgres import PostgresResults
from sparring.adapters.results.sql.postgres_schema import MIGRATIONS
from sparring.adapters.results.sql.schema import MIGRATIONS as SQLITE
from sparring.documents import digest_of
from tests.contracts.test_analysis import keep, some_calls
from tests.emulators.postgres import PostgresServer
from tests.fakes.clock import FakeClock

PUBLISHED = ["e261", "7b9d", "9b3b", "76e3", "9726", "afb0", "c664", "45a2", "329d"]
"""Beginnings of the digests of the migrations that are in use somewhere. A change is a new one at the end."""


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    made = postgres.new_database()
    with psycopg.connect(made, autocommit=True) as connection:
        for migration in MIGRATIONS:
            for statement in migration:
                connection.execute(statement.encode())
    return made


def test_a_published_migration_never_changes() -> None:
    """Databases out there were made by exactly these statements."""
    digests = [digest_of("\n".join(migration).encode()) for migration in MIGRATIONS]
    assert [digest[:4] for digest in digests] == PUBLISHED


async def test_skills_of_an_older_database_are_those_that_would_have_been_kept(postgres: PostgresServer) -> None:
    """The rows made at the upgrade are the same as those kept with each grade."""
    made = postgres.new_database()
    results = PostgresResults(made, FakeClock())
    for call in some_calls():
        await keep(results, call)
    await results.close()
    query = "SELECT * FROM skill_week ORDER BY level, location_id, week, rep_id, rubric_id, skill"
    with psycopg.connect(made, autocommit=True) as connection:
        kept = connection.execute(query).fetchall()
        connection.execute("DROP TABLE deleted_sitting")
        connection.execute("ALTER TABLE call DROP COLUMN fork_of, DROP COLUMN exam_id")
        connection.execute("DROP TABLE exam")
        connection.execute("DROP TABLE appeal")
        connection.execute("DROP TABLE skill_week")
        connection.execute("ALTER TABLE criterion_week RENAME TO criterion_tally")
        connection.execute("UPDATE schema_version SET version = 4")
        again = PostgresResults(made, FakeClock())
        assert await again.get_call(some_calls()[0][0].call_id)
        await again.close()
        assert connection.execute(query).fetchall() == kept != []


def test_tables_and_columns_are_those_of_sqlite_in_their_order(url: str) -> None:
    """One set of statements serves both, so both have the same names in the same places."""
    query = """SELECT table_name, column_name FROM information_schema.columns
               WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"""
    with psycopg.connect(url) as connection:
        here = connection.execute(query).fetchall()
    there = sqlite3.connect(":memory:")
    for migration in SQLITE:
        for statement in migration:
            there.execute(statement)
    tables = [row[0] for row in there.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    expected = [(table, row[1]) for table in tables for row in there.execute(f"PRAGMA table_info({table})")]
    there.close()
    assert here == expected


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM call WHERE rep_id = 'x' ORDER BY started_at DESC LIMIT 9", "call_of_rep"),
        ("SELECT * FROM outbox WHERE state = 'waiting' AND due_s <= 0 ORDER BY due_s LIMIT 9", "outbox_due"),
        ("DELETE FROM outbox WHERE call_id = 'x'", "outbox_call"),
        ("SELECT 1 FROM step WHERE call_id = 'x'", "step_call_id_step_key"),
    ],
)
def test_what_is_asked_often_has_its_index(url: str, query: str, index: str) -> None:
    """No list and no turn of a loop reads a whole table or sorts, once tables are long."""
    with psycopg.connect(url) as connection:
        connection.execute("SET enable_seqscan = off")
        plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN {query}".encode()))
    assert index in plan
    assert "Sort" not in plan
