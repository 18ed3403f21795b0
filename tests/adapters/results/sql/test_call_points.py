"""What each call was scored on, kept beside it."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.results.sql import call_points
from sparring.adapters.results.sql.sqlite import SqliteResults
from tests.contracts.test_analysis import LATER_GRADER, graded, keep, scope
from tests.fakes.clock import FakeClock

CALL, CARD = graded(1)
HERE = scope(location_id="omaha", rep_id=CALL.rep_id)


@pytest.fixture
async def results(tmp_path: Path) -> AsyncIterator[SqliteResults]:
    made = SqliteResults(tmp_path / "results.db", FakeClock())
    await keep(made, (CALL, CARD))
    yield made
    await made.close()


def points(path: Path) -> str | None:
    with sqlite3.connect(path / "results.db") as connection:
        found: str | None = connection.execute("SELECT points FROM call").fetchone()[0]
    return found


def forget_points(path: Path) -> None:
    """As a call graded before points were kept."""
    with sqlite3.connect(path / "results.db") as connection:
        connection.execute("UPDATE call SET points = NULL")


async def test_an_older_grade_is_read_from_its_scorecard_once(results: SqliteResults, tmp_path: Path) -> None:
    """The answer is the same, and afterwards the points stand with the call."""
    expected, before = await results.call_points(HERE, limit=5), points(tmp_path)
    assert expected
    forget_points(tmp_path)
    assert await results.call_points(HERE, limit=5) == expected
    assert points(tmp_path) == before is not None


async def test_points_of_a_grade_that_was_replaced_are_not_kept(results: SqliteResults, tmp_path: Path) -> None:
    """Between reading a scorecard and keeping its points the call may be graded anew."""
    forget_points(tmp_path)
    values = {
        "tenant_id": "harbour",
        "location_id": "omaha",
        "rep_id": CALL.rep_id,
        "since": "",
        "until": "3",
        "limit": 5,
    }
    found = await results._database.read(lambda connection: call_points.newest(connection, values))
    await keep(results, (CALL, CARD.model_copy(update={"grader": LATER_GRADER, "criteria": ()})))
    await results._database.write(lambda connection: call_points.keep(connection, found))
    assert points(tmp_path) == "{}"


async def test_a_grade_without_a_score_has_no_points(results: SqliteResults, tmp_path: Path) -> None:
    """A later version may find that a call cannot be graded."""
    changes = {"status": "not_gradable", "reason": "Too short.", "totals": None, "passed": None}
    await keep(results, (CALL, CARD.model_copy(update={"grader": LATER_GRADER} | changes)))
    assert points(tmp_path) is None
    assert await results.call_points(HERE, limit=5) == []
