"""Telemetry to Application Insights, seen by a service that speaks its protocol over real HTTP."""

import json
import platform
import socket
from typing import Any

import azure.monitor.opentelemetry.exporter  # noqa: F401 - loaded here: that takes longer than closing waits
import pytest

from sparring.adapters.telemetry.factory import TelemetrySettings, open_telemetry
from sparring.adapters.telemetry.insights import read_insights
from sparring.adapters.telemetry.otel import trace_id
from sparring.ids import CallId
from sparring.telemetry import CLASSES, WITHHELD, Key, Metric, Span, SpanName
from tests.fakes.clock import FakeClock
from tests.fakes.insights_service import KEY, InsightsService

CALL = CallId("call_00000000000000000000")
STEP = Span(SpanName.STEP, CALL, 40, 30, {Key.STAGE: "grade"})
GRADING = Span(
    SpanName.GRADING, CALL, 50, 50, {Key.OUTCOME: "done", Key.ATTEMPT_NUMBER: 1, Key.MODEL: "she said it"}, (STEP,)
)
TAGS = {"ai.cloud.role", "ai.cloud.roleInstance", "ai.device.id", "ai.device.locale", "ai.device.osVersion"} | {
    "ai.device.type",
    "ai.application.ver",
    "ai.internal.nodeName",
    "ai.internal.sdkVersion",
    "ai.operation.name",
    "ai.operation.id",
    "ai.operation.parentId",
}
"""Everything that may go with an envelope besides our own attributes."""


async def told(service: InsightsService) -> None:
    settings = TelemetrySettings("sparring-grader", insights=service.connection_string, insights_identity=False)
    telemetry = open_telemetry(settings, FakeClock())
    telemetry.span(GRADING)
    telemetry.measure(Metric.GRADING_MS, 50, {Key.OUTCOME: "done"})
    await telemetry.close()


async def test_spans_and_measures_arrive() -> None:
    """A call's spans are one operation; a span's time is its duration."""
    with InsightsService() as service:
        await told(service)
        spans = {span["name"]: span for span in service.of_type("RemoteDependencyData")}
        assert spans.keys() == {"sparring.grading", "sparring.grading.step"}
        assert spans["sparring.grading"]["duration"] == "0.00:00:00.050"
        assert {one["metrics"][0]["name"] for one in service.of_type("MetricData")} == {"sparring.grading_ms"}
        operations = {one["tags"].get("ai.operation.id") for one in service.envelopes if "Remote" in str(one["data"])}
        assert operations == {format(trace_id(CALL), "032x")}
        assert {one["iKey"] for one in service.envelopes} == {KEY}


async def test_every_attribute_is_classified_and_no_word_goes() -> None:
    """Keys are those of the list, a value that is not of its class is withheld, and the machine's name stays here."""
    with InsightsService() as service:
        await told(service)
        assert service.envelopes
        for envelope in service.envelopes:
            assert {Key(key) for key in envelope["data"]["baseData"].get("properties", {})} <= set(CLASSES)
            assert envelope["tags"].keys() <= TAGS
        everything = json.dumps(service.envelopes)
        assert "she said it" not in everything
        assert WITHHELD in everything
        assert platform.node() not in everything


async def test_nobody_else_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exporters' own statistics and switches are off: no other address is looked up."""
    asked: set[Any] = set()
    real = socket.getaddrinfo

    def looked_up(host: Any, *rest: Any, **named: Any) -> Any:
        asked.add(host)
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with InsightsService() as service:
        await told(service)
    assert asked <= {"127.0.0.1"}


@pytest.mark.parametrize("status", [401, 500])
async def test_a_service_that_refuses_costs_the_spans_and_nothing_else(status: int) -> None:
    """Whoever tells never notices."""
    with InsightsService(*[status] * 20) as service:
        await told(service)
        assert service.asked
        assert service.envelopes == []


@pytest.mark.parametrize(
    "text", ["", "InstrumentationKey=x", "InstrumentationKey=x;IngestionEndpoint=http://insights.example.org/"]
)
def test_half_a_connection_string_is_refused(text: str) -> None:
    """Nor does anything go out in the clear."""
    with pytest.raises(ValueError):  # noqa: PT011 - the settings word the refusal
        read_insights(text)
