"""Exams on Cosmos DB, beyond what the contract says."""

from dataclasses import replace

import pytest

from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.errors import ResultsFailed
from tests.contracts.test_exams import EXAM
from tests.emulators.cosmos import CosmosEmulator
from tests.fakes.clock import FakeClock


async def test_another_tenants_exam_is_set_elsewhere(cosmos: CosmosEmulator) -> None:
    """A store is one tenant's: it says so and keeps nothing."""
    results = CosmosResults(cosmos.items(cosmos.new_database(), tenant_id="harbour"), FakeClock())
    with pytest.raises(ResultsFailed, match="one tenant's"):
        await results.put_exam(replace(EXAM, tenant_id="another"))
    assert await results.get_exam(EXAM.exam_id) is None
    await results.close()
