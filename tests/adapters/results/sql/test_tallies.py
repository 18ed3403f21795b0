"""Sums kept with each grade."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.adapters.results.sql import sqlite
from sparring.adapters.results.sql.calls import keep_call, keep_scorecard
from sparring.adapters.results.sql.schema import FILLS, MIGRATIONS
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.sql.sqlite_file import Fill
from tests.contracts.test_analysis import graded, some_calls
from tests.fakes.clock import FakeClock

TABLES = ("grading", "score_tally", "criterion_week", "skill_week", "member")


@pytest.fixture
def old(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A file of the version before there were sums, with calls in it."""
    connection = sqlite3.connect(tmp_path / "results.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    for migration in MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=str) for table in TABLES}  # noqa: S608


ONE_BY_ONE = {number: replace(fill, until=fill.until.replace("2000", "1")) for number, fill in FILLS.items()}


@pytest.mark.parametrize("fills", [FILLS, ONE_BY_ONE], ids=["at once", "one by one"])
async def test_an_older_file_is_added_up_when_it_is_opened(
    old: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fills: Mapping[int, Fill]
) -> None:
    """The sums made at the upgrade, in however many pieces, are those that would have been kept with each grade."""
    monkeypatch.setattr(sqlite, "FILLS", fills)
    old.execute("BEGIN")
    for call, card in some_calls():
        keep_call(old, call)
        keep_scorecard(old, card)
    old.execute("COMMIT")
    kept = rows(old)
    assert all(kept.values())
    for table in ("deleted_sitting", "exam", "appeal", "score_period", "period", *reversed(TABLES), "shared"):
        old.execute(f"DROP TABLE {table}")
    for index in ("call_that_counts", "call_of_exam", "sitting_of_rep"):
        old.execute(f"DROP INDEX {index}")
    for column in ("uploaded_by", "points", "fork_of", "exam_id"):
        old.execute(f"ALTER TABLE call DROP COLUMN {column}")
    old.execute("PRAGMA user_version = 2")
    results = SqliteResults(tmp_path / "results.db", FakeClock())
    await results.is_shared(graded(1)[1].call_id)
    await results.close()
    assert rows(old) == kept


def test_a_grade_is_taken_away_whole(old: sqlite3.Connection) -> None:
    """The rows of a call that is the only one of its week are gone, not zero."""
    call, card = graded(1)
    old.execute("BEGIN")
    keep_call(old, call)
    keep_scorecard(old, card)
    keep_scorecard(old, card.model_copy(update={"grader": card.grader.model_copy(update={"version": "2"})}))
    old.execute("COMMIT")
    versions = old.execute(
        "SELECT grader_version FROM score_tally JOIN grading ON number = grading WHERE level = 'rep'"
    ).fetchall()
    assert versions == [("2",)]
