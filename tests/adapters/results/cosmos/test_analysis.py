"""Figures on Cosmos DB, beyond what the contract says."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from sparring.adapters.results.cosmos import analysis
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


async def test_a_team_of_another_tenant_is_refused(results: CosmosResults) -> None:
    """A store is one tenant's."""
    with pytest.raises(ResultsFailed, match="tenant"):
        await results.join_team(REP_ID, tenant_id="elsewhere", location_id="omaha")
    assert await results.members("elsewhere", "omaha") == []
    assert await results.attendance("elsewhere", since=STARTED_AT.date()) == []
