"""Which rows a question reads. What it answers is held by the contract suite."""

import sqlite3
from pathlib import Path

import pytest

from sparring.adapters.results.sql import analysis, call_points, periods
from sparring.adapters.results.sql.schema import MIGRATIONS
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.ports import TallyBy
from sparring.results.tally import criterion_tallies
from tests.contracts.test_analysis import graded, keep, scope
from tests.fakes.clock import FakeClock

NAMES = (
    "tenant_id",
    "level",
    "location_id",
    "rep_id",
    "since",
    "until",
    "middle",
    "limit",
    "weeks",
    "grading",
    "place_0",
    "place_1",
)
VALUES = dict.fromkeys(NAMES, "")
_BY_KEY = "SEARCH score_tally USING PRIMARY KEY"


def _scores(by: TallyBy, **changes: str) -> str:
    return analysis._scores_query(scope(**changes), by)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (_scores("week"), f"{_BY_KEY} (tenant_id=? AND level=? AND location_id=? AND rep_id=? AND week>? AND week<?)"),
        (
            _scores("week", location_id="omaha"),
            f"{_BY_KEY} (tenant_id=? AND level=? AND location_id=? AND rep_id=? AND week>? AND week<?)",
        ),
        (_scores("rep", location_id="omaha"), f"{_BY_KEY} (tenant_id=? AND level=? AND location_id=?"),
        (_scores("location"), "SEARCH score_tally USING COVERING INDEX score_of_locations (tenant_id=? AND week>?"),
        (periods._IS_KEPT, "SEARCH period USING PRIMARY KEY (tenant_id=? AND weeks=?)"),
        (periods._SUMS, "SEARCH score_period USING PRIMARY KEY (tenant_id=? AND weeks=?)"),
        (periods._ROLL[1], "SEARCH score_tally USING COVERING INDEX score_of_locations (tenant_id=? AND week>?"),
        (periods._DROP_EMPTY, "SEARCH score_period USING PRIMARY KEY (tenant_id=? AND weeks=? AND location_id=?)"),
        (analysis._CRITERIA, "SEARCH criterion_week USING PRIMARY KEY"),
        (call_points.NEWEST, "SEARCH call USING INDEX call_of_rep"),
        (
            analysis._skills_query(()),
            "SEARCH skill_week USING PRIMARY KEY (tenant_id=? AND level=? AND location_id=? AND week>? AND week<?)",
        ),
        (
            analysis._skills_query(("omaha", "lincoln")),
            "SEARCH skill_week USING PRIMARY KEY (tenant_id=? AND level=? AND location_id=? AND week>? AND week<?)",
        ),
        (analysis._COUNTED.format(where="AND location_id = :location_id"), "SEARCH call USING INDEX call_that_counts"),
        (analysis._MEMBERS, "SEARCH member USING PRIMARY KEY"),
        (analysis._LEAVE, "SEARCH member USING INDEX member_of_rep"),
    ],
)
def test_no_question_reads_a_whole_table(query: str, index: str) -> None:
    """Each begins at a key."""
    connection = sqlite3.connect(":memory:")
    for migration in MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    values = ("", "") if "?" in query else VALUES
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    connection.close()
    assert any(step.startswith(index) for step in plan), plan


async def test_a_reps_criteria_are_those_of_their_own_calls(tmp_path: Path) -> None:
    """What is kept with the call adds up to what is kept of its location."""
    results = SqliteResults(tmp_path / "results.db", FakeClock())
    await keep(results, graded(1))
    one = scope(location_id="omaha", rep_id=graded(1)[0].rep_id)
    (call,) = await results.call_points(one, limit=5)
    assert criterion_tallies([call]) == await results.criterion_tallies(scope())
    await results.close()
