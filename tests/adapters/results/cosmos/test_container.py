"""One container: what Cosmos DB refuses is one error with a sentence to act on, and what it throttles waits."""

from collections.abc import AsyncIterator

import pytest

from sparring.adapters.results.cosmos.container import Item, Items
from sparring.errors import ResultsFailed
from tests.fakes.cosmos_service import TENANT, Answer, CosmosService


@pytest.fixture
async def service() -> AsyncIterator[CosmosService]:
    async with CosmosService() as running:
        yield running


@pytest.fixture
async def items(service: CosmosService) -> AsyncIterator[Items]:
    opened = service.items()
    yield opened
    await opened.close()


async def test_an_item_that_is_not_there_is_none(items: Items, service: CosmosService) -> None:
    """A point read: id and whole partition key, no query."""
    assert await items.get("call_1", "call_1") is None
    ((method, headers),) = service.seen
    assert (method, headers["x-ms-documentdb-partitionkey"]) == ("GET", f'["{TENANT}","call_1"]')


async def test_a_container_that_is_not_there_is_not_an_empty_one(items: Items, service: CosmosService) -> None:
    """Neither at the start nor when it is deleted later."""
    service.script.append(Answer(404, substatus=1003))
    with pytest.raises(ResultsFailed, match="no such database or container"):
        await items.get("call_1", "call_1")


@pytest.mark.parametrize(
    ("status", "said"), [(404, "no such database"), (403, "Data Contributor"), (401, "identity"), (400, "reached")]
)
async def test_what_is_missing_is_said_in_a_sentence(
    items: Items, service: CosmosService, status: int, said: str
) -> None:
    """By what the service answers; its own words go nowhere."""
    service.container = Answer(status)
    with pytest.raises(ResultsFailed, match=said) as failure:
        await items.get("call_1", "call_1")
    assert "words" not in str(failure.value)


async def test_another_partition_key_is_refused(items: Items, service: CosmosService) -> None:
    """Reads by id would miss everything."""
    service.paths = ("/tenant_id",)
    with pytest.raises(ResultsFailed, match="partition key"):
        await items.put("call_1", "call_1", {})


async def test_a_throttled_request_waits_as_long_as_it_is_told(items: Items, service: CosmosService) -> None:
    """429 with retry-after: the same request again, and nobody notices."""
    service.script.extend([Answer(429, retry_after_ms=1)] * 3)
    await items.put("call_1", "call_1", {"x": 1})
    assert service.kept["call_1"]["x"] == 1
    assert len(service.seen) == 4


async def test_throttling_without_an_end_is_said(items: Items, service: CosmosService) -> None:
    """After five waits the caller's own schedule takes over."""
    service.script.extend([Answer(429, retry_after_ms=1)] * 30)
    with pytest.raises(ResultsFailed, match="request units"):
        await items.get("call_1", "call_1")
    assert len(service.seen) == 6


async def test_a_change_begins_again_when_somebody_wrote_meanwhile(items: Items, service: CosmosService) -> None:
    """The edit sees the item as it is then, and is answered once."""
    seen: list[Item | None] = []

    def edit(item: Item | None) -> tuple[Item | None, int]:
        seen.append(item)
        return {"x": 1}, len(seen)

    service.script.extend([Answer(404), Answer(409)])
    assert await items.change("call_1", "call_1", edit) == 2
    assert service.kept["call_1"]["x"] == 1


async def test_a_change_ends_when_it_never_gets_through(items: Items, service: CosmosService) -> None:
    """The caller tries again later."""
    service.script.extend([Answer(404), Answer(409)] * 40)
    with pytest.raises(ResultsFailed, match="same time"):
        await items.change("call_1", "call_1", lambda _: ({"x": 1}, None))


async def test_nobody_there_is_said(service: CosmosService) -> None:
    """A connection that is refused is the same documented error."""
    items = service.items()
    await service.__aexit__(None, None, None)
    with pytest.raises(ResultsFailed, match="cannot be reached"):
        await items.get("call_1", "call_1")
    await items.close()
