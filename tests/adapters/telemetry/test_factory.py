"""What is opened for which settings; OTLP is seen by a collector that speaks it over real HTTP."""

import gzip
import sqlite3
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from sparring.adapters.telemetry.factory import TelemetrySettings, open_telemetry
from sparring.errors import ConfigRejected
from sparring.ids import CallId
from sparring.telemetry import Key, Metric, Silent, Span, SpanName
from tests.fakes.clock import FakeClock

CALL = CallId("call_00000000000000000000")
SPAN = Span(SpanName.CALL, CALL, 10, 10, {Key.ENDED_BY: "rep"})


class Collector(ThreadingHTTPServer):
    """Takes OTLP on this machine and remembers it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: dict[str, tuple[str | None, bytes]] = {}


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        body = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
        assert isinstance(self.server, Collector)
        self.server.got[self.path] = (self.headers.get("Authorization"), body)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Nothing to standard error."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    server = Collector()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


async def test_without_file_and_address_nobody_is_told() -> None:
    """Nothing is started either."""
    assert isinstance(open_telemetry(TelemetrySettings("sparring-actor"), FakeClock()), Silent)


async def test_a_file_gets_spans_and_metrics(tmp_path: Path) -> None:
    """The default: a file of the data folder, and nothing leaves the machine."""
    path = tmp_path / "telemetry.db"
    telemetry = open_telemetry(TelemetrySettings("sparring-actor", file=path), FakeClock())
    telemetry.span(SPAN)
    telemetry.measure(Metric.CALLS, 1, {Key.ENDED_BY: "rep"})
    await telemetry.close()
    connection = sqlite3.connect(path)
    counts = connection.execute("SELECT (SELECT count(*) FROM span), (SELECT count(*) FROM metric)").fetchone()
    connection.close()
    assert counts == (1, 1)


async def test_a_collector_gets_both_with_the_headers_that_are_set(collector: Collector) -> None:
    """The span arrives as OTLP has it, under the address's own paths."""
    settings = TelemetrySettings(
        "sparring-grader",
        otlp_url=f"http://127.0.0.1:{collector.server_port}/",
        otlp_headers="Authorization=Bearer%20s3cret",
    )
    telemetry = open_telemetry(settings, FakeClock())
    telemetry.span(SPAN)
    telemetry.measure(Metric.CALLS, 1, {Key.ENDED_BY: "rep"})
    await telemetry.close()
    assert set(collector.got) == {"/v1/traces", "/v1/metrics"}
    authorization, body = collector.got["/v1/traces"]
    assert authorization == "Bearer s3cret"
    (span,) = ExportTraceServiceRequest.FromString(body).resource_spans[0].scope_spans[0].spans
    assert span.name == "sparring.call"
    assert {one.key: one.value.string_value for one in span.attributes} == {
        "sparring.call.id": CALL,
        "sparring.call.ended_by": "rep",
    }


def test_headers_that_are_none_are_refused_without_being_shown() -> None:
    """They hold a secret more often than not."""
    with pytest.raises(ConfigRejected) as refused:
        open_telemetry(TelemetrySettings("s", otlp_url="http://x", otlp_headers="s3cret"), FakeClock())
    assert "s3cret" not in refused.value.sentence
