"""Reps on Cosmos DB, beyond what the contract says."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from sparring.adapters.results.cosmos.container import Items
from sparring.adapters.results.cosmos.reps import Reps
from sparring.ports import Attendance, RepAccount
from tests.emulators.cosmos import CosmosEmulator
from tests.fakes.documents import REP_ID, STARTED_AT


@pytest.fixture
async def items(cosmos: CosmosEmulator) -> AsyncIterator[Items]:
    opened = cosmos.items(cosmos.new_database(), tenant_id="harbour")
    yield opened
    await opened.close()


async def test_an_earlier_call_does_not_move_the_date_back(items: Items) -> None:
    """Calls are graded in any order."""
    reps = Reps(items)
    await reps.note_call(REP_ID, "omaha", STARTED_AT)
    await reps.note_call(REP_ID, "omaha", STARTED_AT - timedelta(days=1))
    assert [member.last_at for member in await reps.members("omaha")] == [STARTED_AT]


async def test_a_date_without_a_call_goes(items: Items) -> None:
    """One that was noted for a grade that never came is looked up again, and so is its team."""
    reps = Reps(items)
    await reps.enter(RepAccount(REP_ID, "Dana", None))
    await reps.note_call(REP_ID, "omaha", STARTED_AT)
    await reps.join(REP_ID, "lincoln")
    await reps.look_up_last_call(REP_ID, "omaha")
    assert await reps.members("omaha") == []
    assert await reps.attendance("2026-01-01") == [Attendance("lincoln", 1, 0)]
    assert await reps.account(REP_ID) == RepAccount(REP_ID, "Dana", None)
