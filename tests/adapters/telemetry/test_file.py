"""Telemetry in a file: rows of spans and of metrics, readable by their owner, for a month."""

import json
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.trace.export import SpanExportResult

from sparring.adapters.telemetry.background import TimedMeasure, TimedSpan
from sparring.adapters.telemetry.file import FileMetricExporter, FileSpanExporter, TelemetryFile
from sparring.adapters.telemetry.otel import OtelSink, readable, resource_of
from sparring.ids import CallId
from sparring.telemetry import Key, Metric, Span, SpanName

CALL = CallId("call_00000000000000000000")
AT = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
TURN = Span(SpanName.TURN, CALL, 500, 310, {Key.TURN: 3}, parts=(Span(SpanName.STAGE, CALL, 400, 60),))
RESOURCE = resource_of("sparring-actor", "1.0")


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_spans_and_metrics_are_rows(tmp_path: Path) -> None:
    """A span with its part, a distribution with its buckets, a count."""
    path = tmp_path / "deep" / "telemetry.db"
    file = TelemetryFile(path)
    reader = PeriodicExportingMetricReader(FileMetricExporter(file), export_interval_millis=60_000)
    sink = OtelSink(RESOURCE, [FileSpanExporter(file)], [reader])
    answer, call = TimedMeasure(Metric.ANSWER_MS, 310, {}), TimedMeasure(Metric.CALLS, 1, {Key.ENDED_BY: "rep"})
    sink.take([TimedSpan(TURN, AT), answer, call])
    sink.close()
    spans = rows(path, "SELECT call_id, name, service, duration_ms, failed, attributes FROM span ORDER BY start_ns")
    assert spans[0] == (CALL, "sparring.turn", "sparring-actor", 310.0, 0, json.dumps({"sparring.turn.index": 3}))
    assert spans[1][1] == "sparring.stage"
    metrics = {name: (count, total, buckets) for name, count, total, buckets in rows(path, QUERY)}
    assert metrics["sparring.answer_ms"][:2] == (1, 310.0)
    assert sum(json.loads(metrics["sparring.answer_ms"][2])["counts"]) == 1
    assert metrics["sparring.calls"] == (1, 1.0, None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_older_than_a_month_goes(tmp_path: Path) -> None:
    """Once a day, with the first batch of the day."""
    path = tmp_path / "telemetry.db"
    exporter = FileSpanExporter(TelemetryFile(path))
    for days in (0, 29, 31):
        exporter.export(list(readable(TimedSpan(TURN, AT + timedelta(days=days)), RESOURCE)))
    exporter.shutdown()
    assert rows(path, "SELECT count(*) FROM span") == [(4,)]


def test_a_file_that_cannot_be_written_loses_the_batch(tmp_path: Path) -> None:
    """The exporter says so in OpenTelemetry's way; nothing is raised."""
    exporter = FileSpanExporter(TelemetryFile(tmp_path / "telemetry.db"))
    connection = sqlite3.connect(tmp_path / "telemetry.db")
    connection.execute("DROP TABLE span")
    connection.close()
    assert exporter.export(list(readable(TimedSpan(TURN, AT), RESOURCE))) is SpanExportResult.FAILURE
    exporter.shutdown()


QUERY = "SELECT name, count, total, buckets FROM metric"
