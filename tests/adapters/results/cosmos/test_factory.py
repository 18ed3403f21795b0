"""Opening results on Cosmos DB."""

import pytest

from sparring.adapters.results.cosmos.factory import open_cosmos
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.errors import ResultsFailed
from tests.fakes.clock import FakeClock
from tests.fakes.loopback import free_port


async def test_without_a_key_the_identity_vouches() -> None:
    """Nothing is fetched before the first use."""
    opened = open_cosmos("cosmos://sparring/sparring", FakeClock(), tenant_id="harbour")
    assert isinstance(opened, CosmosResults)
    await opened.close()


async def test_an_emulator_that_is_not_there_is_said() -> None:
    """With the one documented error, when it is first used."""
    here = f"AccountEndpoint=http://127.0.0.1:{free_port()}/;AccountKey=YWJj"
    opened = open_cosmos("cosmos://sparring/sparring", FakeClock(), tenant_id="harbour", connection_string=here)
    with pytest.raises(ResultsFailed, match="cannot be reached"):
        await opened.last_beat("grader")
    await opened.close()
