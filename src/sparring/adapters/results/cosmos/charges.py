"""What Cosmos DB charges for: the request units of every answer, refusals and answers to a 429 among them.

Flows in: responses of the SDK's pipeline. Flows out: a measure by OpenTelemetry's conventions for Cosmos DB. Nothing of
an item is looked at.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

from sparring.ports import Telemetry
from sparring.telemetry import Key, Metric

_CHARGE = "x-ms-request-charge"
_BY_METHOD = {"GET": "read_item", "POST": "create_item", "PUT": "replace_item", "DELETE": "delete_item"}


def told_to(telemetry: Telemetry) -> Callable[[Any], None]:
    """For `CosmosClient(raw_response_hook=…)`."""

    def tell(response: Any) -> None:
        units = units_of(response.http_response.headers)
        if units:
            operation = operation_of(response.http_request.method, response.http_request.headers)
            telemetry.measure(Metric.REQUEST_UNITS, units, {Key.DB_OPERATION: operation})

    return tell


def units_of(headers: Mapping[str, str]) -> float:
    """What an answer says it costs; 0 where it says nothing readable."""
    try:
        units = float(headers.get(_CHARGE, "0"))
    except ValueError:
        return 0.0
    return units if math.isfinite(units) and units > 0 else 0.0


def operation_of(method: str, headers: Mapping[str, str]) -> str:
    """By the names that the conventions have."""
    if headers.get("x-ms-documentdb-isquery", "").lower() == "true":
        return "query_items"
    if headers.get("x-ms-documentdb-is-upsert", "").lower() == "true":
        return "upsert_item"
    return _BY_METHOD.get(method, "other")
