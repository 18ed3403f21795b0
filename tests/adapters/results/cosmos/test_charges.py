"""What Cosmos DB charges for, as it says itself."""

import pytest

from sparring.adapters.results.cosmos.charges import operation_of, told_to, units_of
from sparring.telemetry import Metric
from tests.fakes.cosmos_service import Answer, CosmosService
from tests.fakes.telemetry import MemoryTelemetry


async def test_every_request_is_told_with_what_it_cost() -> None:
    """Through the SDK, those that were refused too, by the operation and without a word of an item."""
    telemetry = MemoryTelemetry()
    async with CosmosService() as service:
        items = service.items(raw_response_hook=told_to(telemetry))
        service.script.append(Answer(429, retry_after_ms=1))
        await items.put("call_1", "call_1", {"x": "her mother fell"})
        assert await items.get("call_1", "call_1") is not None
        assert await items.get("call_2", "call_2") is None
        await items.close()
    told = [(value, about) for measure, value, about in telemetry.measured if measure is Metric.REQUEST_UNITS]
    operations = ["upsert_item", "upsert_item", "read_item", "read_item"]
    assert told == [(2.5, {"db.operation.name": one}) for one in operations]


@pytest.mark.parametrize("said", ["", "many", "nan", "inf", "-3"])
def test_what_is_no_figure_is_none(said: str) -> None:
    """Nothing is told, and nothing breaks."""
    assert units_of({"x-ms-request-charge": said}) == 0
    assert units_of({}) == 0


@pytest.mark.parametrize(
    ("method", "headers", "operation"),
    [
        ("POST", {}, "create_item"),
        ("PUT", {}, "replace_item"),
        ("DELETE", {}, "delete_item"),
        ("POST", {"x-ms-documentdb-isquery": "true"}, "query_items"),
        ("HEAD", {}, "other"),
    ],
)
def test_operations_have_the_conventions_names(method: str, headers: dict[str, str], operation: str) -> None:
    """As dashboards for Cosmos DB look for them."""
    assert operation_of(method, headers) == operation
