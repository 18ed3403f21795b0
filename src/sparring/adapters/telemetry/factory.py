"""Which telemetry is asked for: a file, OTLP, Application Insights, several or none.

The telemetry thread opens it, never the loop.
"""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from sparring.adapters.telemetry.background import BackgroundTelemetry, Sink
from sparring.adapters.telemetry.insights import insights_exporters, who_tells
from sparring.errors import ConfigRejected
from sparring.ports import Clock, Telemetry
from sparring.telemetry import Silent

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import MetricReader
    from opentelemetry.sdk.trace.export import SpanExporter

METRICS_EVERY_S: Final = 15.0
OTLP_LIMIT_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class TelemetrySettings:
    """What is set. `otlp_url` is the base address of a collector, such as http://localhost:4318."""

    service: str
    file: Path | None = None
    otlp_url: str | None = None
    otlp_headers: str | None = None
    insights: str | None = None  # a connection string of Application Insights
    insights_identity: bool = True


def open_telemetry(settings: TelemetrySettings, clock: Clock) -> Telemetry:
    """Returns at once; the first thing that is told opens the rest. Raises: ConfigRejected for wrong headers."""
    headers = header_pairs(settings.otlp_headers or "")
    if not (settings.file or settings.otlp_url or settings.insights):
        return Silent()
    return BackgroundTelemetry(lambda: _sink(settings, headers), clock)


def _sink(settings: TelemetrySettings, headers: dict[str, str]) -> Sink:
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - a third of a second, as the next

    from sparring.adapters.telemetry.otel import OtelSink, resource_of  # noqa: PLC0415

    exporters: list[SpanExporter] = []
    readers: list[MetricReader] = []
    if settings.file is not None:
        _add_file(settings.file, exporters, readers)
    if settings.otlp_url is not None:
        _add_otlp(settings.otlp_url.rstrip("/"), headers, exporters, readers)
    resource = resource_of(settings.service, version("sparring"))
    if settings.insights is not None:
        _add_insights(settings.insights, exporters, readers, identity=settings.insights_identity)
        resource = resource.merge(Resource(who_tells(settings.service)))
    return OtelSink(resource, exporters, readers)


def _add_file(path: Path, exporters: "list[SpanExporter]", readers: "list[MetricReader]") -> None:
    from sparring.adapters.telemetry.file import FileMetricExporter, FileSpanExporter, TelemetryFile  # noqa: PLC0415

    file = TelemetryFile(path)
    exporters.append(FileSpanExporter(file))
    readers.append(_periodic(FileMetricExporter(file)))


def _add_otlp(
    url: str, headers: dict[str, str], exporters: "list[SpanExporter]", readers: "list[MetricReader]"
) -> None:
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter  # noqa: PLC0415
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415

    options: dict[str, Any] = {"headers": headers, "timeout": OTLP_LIMIT_S}
    exporters.append(OTLPSpanExporter(endpoint=f"{url}/v1/traces", **options))
    readers.append(_periodic(OTLPMetricExporter(endpoint=f"{url}/v1/metrics", **options)))


def _add_insights(
    connection_string: str, exporters: "list[SpanExporter]", readers: "list[MetricReader]", *, identity: bool
) -> None:
    spans, metrics = insights_exporters(connection_string, identity=identity)
    exporters.append(spans)
    readers.append(_periodic(metrics))


def _periodic(exporter: Any) -> "MetricReader":
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader  # noqa: PLC0415

    return PeriodicExportingMetricReader(exporter, export_interval_millis=METRICS_EVERY_S * 1000)


def header_pairs(text: str) -> dict[str, str]:
    """`name=value,name=value` with %-escapes, as OTEL_EXPORTER_OTLP_HEADERS has it."""
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    if not all(name.strip() and equals for name, equals, _ in pairs):
        raise ConfigRejected("SPARRING_OTLP_HEADERS is (hidden), but must be name=value, several joined by commas.")
    return {name.strip().lower(): unquote(value.strip()) for name, _, value in pairs}
