"""Application Insights' ingestion over real HTTP on this machine: takes batches of envelopes and answers as it does.

`script`: statuses to answer with before it takes anything. A batch is gzipped JSON, posted to /v2.1/track.
"""

import gzip
import json
from typing import Any

from tests.fakes.http_service import HttpService, JsonHandler

KEY = "00000000-0000-4000-8000-000000000001"


class InsightsService(HttpService):
    """As a context manager."""

    def __init__(self, *script: int) -> None:
        self.bind(_Handler)
        self.script, self.asked = list(script), 0
        self.envelopes: list[dict[str, Any]] = []

    @property
    def connection_string(self) -> str:
        """As the portal shows it."""
        return f"InstrumentationKey={KEY};IngestionEndpoint={self.root}/"

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        """`baseData` of the envelopes of one kind, such as `MetricData`."""
        return [one["data"]["baseData"] for one in self.envelopes if one["data"]["baseType"] == kind]


class _Handler(JsonHandler):
    service: InsightsService

    def post(self) -> None:
        body, service = self.body(), self.service
        sent = json.loads(gzip.decompress(body) if self.named().get("content-encoding") == "gzip" else body)
        service.asked += 1
        status = service.script.pop(0) if service.script else 200
        if self.path != "/v2.1/track":
            status = 404
        accepted = sent if status == 200 else []
        service.envelopes += accepted
        self.answer(status, {"itemsReceived": len(sent), "itemsAccepted": len(accepted), "errors": []})
