"""The telemetry of this machine in one SQLite file: spans as rows, metrics as deltas, for a month.

Flows in: OpenTelemetry's spans and metrics, from the threads that export them. Flows out: rows for `sparring latency`
and for queries of your own (docs/queries). Ids, codes and numbers only; both brains write the same file.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from opentelemetry.sdk.metrics import Counter, Histogram
from opentelemetry.sdk.metrics.export import (
    AggregationTemporality,
    HistogramDataPoint,
    MetricExporter,
    MetricExportResult,
    MetricsData,
    NumberDataPoint,
)
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import format_span_id, format_trace_id

from sparring.telemetry import Key

KEPT_DAYS: Final = 30
_DAY_NS: Final = 86_400 * 10**9
_BUSY_S: Final = 5.0
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS span (
    trace_id TEXT NOT NULL, span_id TEXT PRIMARY KEY, parent_id TEXT, call_id TEXT NOT NULL, name TEXT NOT NULL,
    service TEXT NOT NULL, start_ns INTEGER NOT NULL, duration_ms REAL NOT NULL, failed INTEGER NOT NULL,
    attributes TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS span_of_call ON span (call_id, start_ns);
CREATE INDEX IF NOT EXISTS span_by_time ON span (start_ns);
CREATE TABLE IF NOT EXISTS metric (
    name TEXT NOT NULL, service TEXT NOT NULL, from_ns INTEGER NOT NULL, until_ns INTEGER NOT NULL,
    attributes TEXT NOT NULL, count INTEGER NOT NULL, total REAL NOT NULL, least REAL, most REAL, buckets TEXT);
CREATE INDEX IF NOT EXISTS metric_by_time ON metric (until_ns);
"""


class TelemetryFile:
    """The file, for the threads of one process.

    Args:
        path: created, readable by the owner alone.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        self._connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")  # figures may be lost with the power; words may not
        self._connection.executescript(_SCHEMA)
        self._one_at_a_time = threading.Lock()
        self._users, self._pruned_ns = 0, 0

    def opened(self) -> "TelemetryFile":
        """For one more user, who will close it."""
        self._users += 1
        return self

    def write(self, work: Callable[[sqlite3.Connection], None], *, now_ns: int) -> bool:
        """`work` in one transaction; False when the file cannot be written now."""
        with self._one_at_a_time:
            try:
                with self._connection:
                    self._connection.execute("BEGIN IMMEDIATE")
                    self._prune(now_ns)
                    work(self._connection)
            except sqlite3.Error:
                return False
            return True

    def close(self) -> None:
        """Closed with its last user."""
        with self._one_at_a_time:
            self._users -= 1
            if self._users == 0:
                self._connection.close()

    def _prune(self, now_ns: int) -> None:
        if now_ns - self._pruned_ns < _DAY_NS:
            return
        self._pruned_ns, oldest_ns = now_ns, now_ns - KEPT_DAYS * _DAY_NS
        self._connection.execute("DELETE FROM span WHERE start_ns < ?", (oldest_ns,))
        self._connection.execute("DELETE FROM metric WHERE until_ns < ?", (oldest_ns,))


class FileSpanExporter(SpanExporter):
    """Spans into the file."""

    def __init__(self, file: TelemetryFile) -> None:
        self._file = file.opened()

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """One row each."""
        rows = [_span_row(span) for span in spans]
        statement = "INSERT OR IGNORE INTO span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        newest_ns = max((span.end_time or 0 for span in spans), default=0)
        written = self._file.write(lambda connection: _insert(connection, statement, rows), now_ns=newest_ns)
        return SpanExportResult.SUCCESS if written else SpanExportResult.FAILURE

    def shutdown(self) -> None:
        """No more spans."""
        self._file.close()


class FileMetricExporter(MetricExporter):
    """Metrics into the file, each row what came since the row before."""

    def __init__(self, file: TelemetryFile) -> None:
        delta = AggregationTemporality.DELTA
        super().__init__(preferred_temporality={Counter: delta, Histogram: delta})
        self._file = file.opened()

    def export(self, metrics_data: MetricsData, timeout_millis: float = 10_000, **kwargs: Any) -> MetricExportResult:
        """One row a data point."""
        del timeout_millis, kwargs
        rows = list(_metric_rows(metrics_data))
        statement = "INSERT INTO metric VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        newest_ns = max((row[3] for row in rows), default=0)
        written = self._file.write(lambda connection: _insert(connection, statement, rows), now_ns=newest_ns)
        return MetricExportResult.SUCCESS if written else MetricExportResult.FAILURE

    def force_flush(self, timeout_millis: float = 10_000) -> bool:
        """Nothing is kept back."""
        del timeout_millis
        return True

    def shutdown(self, timeout_millis: float = 30_000, **kwargs: Any) -> None:
        """No more metrics."""
        del timeout_millis, kwargs
        self._file.close()


def _insert(connection: sqlite3.Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    connection.executemany(statement, rows)


def _span_row(span: ReadableSpan) -> tuple[Any, ...]:
    context, attributes = span.context, dict(span.attributes or {})
    start_ns, end_ns = span.start_time or 0, span.end_time or 0
    return (
        format_trace_id(context.trace_id),
        format_span_id(context.span_id),
        format_span_id(span.parent.span_id) if span.parent else None,
        attributes.pop(Key.CALL.value, ""),
        span.name,
        span.resource.attributes.get("service.name", ""),
        start_ns,
        (end_ns - start_ns) / 1e6,
        not span.status.is_ok,
        json.dumps(attributes),
    )


def _metric_rows(metrics_data: MetricsData) -> Iterator[tuple[Any, ...]]:
    for of_resource in metrics_data.resource_metrics:
        service = of_resource.resource.attributes.get("service.name", "")
        for metric in (metric for scope in of_resource.scope_metrics for metric in scope.metrics):
            for point in metric.data.data_points:
                times = (point.start_time_unix_nano or point.time_unix_nano, point.time_unix_nano)
                attributes = json.dumps(dict(point.attributes or {}))
                if isinstance(point, HistogramDataPoint):
                    buckets = json.dumps({"bounds": point.explicit_bounds, "counts": point.bucket_counts})
                    yield (
                        metric.name,
                        service,
                        *times,
                        attributes,
                        point.count,
                        point.sum,
                        point.min,
                        point.max,
                        buckets,
                    )
                elif isinstance(point, NumberDataPoint):
                    yield metric.name, service, *times, attributes, 1, point.value, None, None, None
