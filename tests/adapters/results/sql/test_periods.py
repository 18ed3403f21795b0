"""Sums of locations over the periods that pages offer. That they are right is held by the contract suite."""

import sqlite3
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.results.sql import periods
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.ports import Scope, ScoreTally
from sparring.results.tally import PERIODS_WEEKS, weeks_until
from tests.contracts.test_analysis import LATER_GRADER, graded, keep, some_calls
from tests.fakes.clock import FakeClock
from tests.fakes.documents import STARTED_AT


@pytest.fixture
async def results(tmp_path: Path) -> AsyncIterator[SqliteResults]:
    made = SqliteResults(tmp_path / "results.db", FakeClock(STARTED_AT))
    yield made
    await made.close()


def period(weeks: int = 12) -> Scope:
    return Scope("harbour", *weeks_until(STARTED_AT, weeks))


def kept(path: Path) -> list[Any]:
    with sqlite3.connect(path / "results.db") as connection:
        return connection.execute("SELECT weeks, sum(calls) FROM score_period GROUP BY weeks").fetchall()


async def from_weeks(results: SqliteResults, scope: Scope) -> Sequence[ScoreTally]:
    """The same question a day before the period was offered, which is answered from weeks."""
    results._clock = FakeClock(STARTED_AT - timedelta(days=7))
    found = await results.score_tallies(scope, by="location")
    results._clock = FakeClock(STARTED_AT)
    return found


async def test_kept_periods_stay_what_their_weeks_add_up_to(results: SqliteResults) -> None:
    """Whatever is graded, graded anew or deleted after they were made."""
    for weeks in PERIODS_WEEKS:
        assert await results.score_tallies(period(weeks), by="location") == []
    for number, (call, card) in enumerate(some_calls()):
        await keep(results, (call, card))
        if number % 4 == 0:
            await keep(results, (call, card.model_copy(update={"grader": LATER_GRADER})))
        if number % 7 == 0:
            await results.forget(call.call_id)
    for weeks in PERIODS_WEEKS:
        found = await results.score_tallies(period(weeks), by="location")
        assert found
        assert found == await from_weeks(results, period(weeks))


async def test_a_call_deleted_last_leaves_no_row(results: SqliteResults, tmp_path: Path) -> None:
    """Gone, not zero."""
    await results.score_tallies(period(), by="location")
    await keep(results, graded(1))
    assert kept(tmp_path) == [(12, 1)]
    await results.forget(graded(1)[0].call_id)
    assert kept(tmp_path) == []


async def test_a_new_week_has_its_own_period(results: SqliteResults) -> None:
    """What was kept of the week before is left behind by the first who asks."""
    await keep(results, graded(1, started_at=STARTED_AT - timedelta(weeks=11)))
    assert [tally.calls for tally in await results.score_tallies(period(), by="location")] == [1]
    next_week = STARTED_AT + timedelta(weeks=1)
    results._clock = FakeClock(next_week)
    await keep(results, graded(2, started_at=next_week))
    found = await results.score_tallies(Scope("harbour", *weeks_until(next_week, 12)), by="location")
    assert [(tally.calls, tally.later) for tally in found] == [(1, True)]


async def test_other_weeks_are_kept_for_nobody(results: SqliteResults, tmp_path: Path) -> None:
    """Five weeks, the weeks up to last Monday and one team are answered from the weeks themselves."""
    await keep(results, graded(1))
    await results.score_tallies(period(5), by="location")
    await from_weeks(results, period())
    await results.score_tallies(Scope("harbour", *weeks_until(STARTED_AT, 12), location_id="omaha"), by="location")
    assert kept(tmp_path) == []


def test_what_pages_offer_ends_with_this_week() -> None:
    """From its Monday to its Sunday."""
    scope = period()
    days = [scope.until - timedelta(days=before) for before in (8, 7, 1, 0)]
    assert [periods.is_offered(scope, today=day) for day in days] == [False, True, True, False]
