"""Figures on Cosmos DB, beyond what the contract says."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any, cast

import pytest

from sparring.adapters.results.cosmos import analysis
from sparring.adapters.results.cosmos.analysis import CosmosAnalysis
from sparring.adapters.results.cosmos.container import Items
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.errors import ResultsFailed
from sparring.ports import Scope
from sparring.results.tally import weeks_until
from tests.emulators.cosmos import CosmosEmulator
from tests.fakes.clock import FakeClock
from tests.fakes.documents import REP_ID, STARTED_AT, a_call_record, a_scorecard, a_transcript, call_id


@pytest.fixture
async def results(cosmos: CosmosEmulator) -> AsyncIterator[CosmosResults]:
    made = CosmosResults(cosmos.items(cosmos.new_database(), tenant_id="harbour"), FakeClock())
    yield made
    await made.close()


async def test_more_calls_than_are_added_up_is_said(results: CosmosResults, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence with what to do, never a figure over some of them."""
    monkeypatch.setattr(analysis, "MOST_CALLS", 1)
    since, until = weeks_until(STARTED_AT, 4)
    for number in range(2):
        call = a_transcript(call_id=call_id(number))
        await results.begin(replace(a_call_record(call), attempt="counted"))
        await results.save(a_scorecard(call), None)
        if not number:
            assert await results.score_tallies(Scope("harbour", since, until), by="week")
    with pytest.raises(ResultsFailed, match="fewer weeks"):
        await results.score_tallies(Scope("harbour", since, until), by="week")


class SlowItems:
    """Answers no query before as many wait as may be under way, and counts the most that were."""

    tenant_id = "harbour"

    def __init__(self, at_once: int) -> None:
        self.waiting, self.most, self._enough = 0, 0, asyncio.Barrier(at_once)

    async def query(self, *_: object, **__: object) -> AsyncIterator[dict[str, Any]]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        await self._enough.wait()
        self.waiting -= 1
        for found in list[dict[str, Any]]():
            yield found


async def test_locations_are_read_side_by_side_and_not_all_at_once() -> None:
    """A page of twelve waits for two rounds of reading; one after another it would wait for twelve."""
    items = SlowItems(analysis.PLACES_AT_ONCE)
    asked = CosmosAnalysis(cast("Items", items), FakeClock())
    since, until = weeks_until(STARTED_AT, 4)
    places = [f"place_{number}" for number in range(2 * analysis.PLACES_AT_ONCE)]
    async with asyncio.timeout(5):
        assert await asked.skill_tallies(Scope("harbour", since, until), places=places) == []
    assert items.most == analysis.PLACES_AT_ONCE


async def test_a_team_of_another_tenant_is_refused(results: CosmosResults) -> None:
    """A store is one tenant's."""
    with pytest.raises(ResultsFailed, match="tenant"):
        await results.join_team(REP_ID, tenant_id="elsewhere", location_id="omaha")
    assert await results.members("elsewhere", "omaha") == []
    assert await results.attendance("elsewhere", since=STARTED_AT.date()) == []
