"""What was told as OpenTelemetry has it: read-only spans with ids that follow from the call, and instruments.

Flows in: batches of the telemetry thread. Flows out: spans to span exporters, and metrics through readers. No global
provider is ever set: the engine's own spans, which hold what was said, go nowhere.
"""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from typing import Final

from opentelemetry.metrics import Counter, Histogram
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader
from opentelemetry.sdk.metrics.view import ExplicitBucketHistogramAggregation, View
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, SpanKind, TraceFlags
from opentelemetry.trace.status import Status, StatusCode

from sparring import telemetry
from sparring.adapters.telemetry.background import TimedMeasure, TimedSpan, Told
from sparring.ids import CallId
from sparring.telemetry import Key, Metric, Span, SpanName

SCOPE: Final = InstrumentationScope("sparring")
BUCKETS_MS: Final = (5, 10, 20, 50, 100, 150, 200, 250, 300, 400, 500, 600, 750, 1_000, 1_500, 2_500, 5_000, 30_000)
BUCKETS: Final = (1, 2, 3, 5)
BUCKETS_S: Final = tuple(round(0.01 * 2**power, 2) for power in range(14))  # as the GenAI conventions ask, to 82 s
BUCKETS_RU: Final = (1, 5, 10, 25, 50, 100, 250, 500, 1_000)  # as those for Cosmos DB ask
_COUNTED: Final = frozenset(
    {
        Metric.CALLS,
        Metric.TURNS,
        Metric.INTERRUPTIONS,
        Metric.GAPS,
        Metric.FALLBACKS,
        Metric.MAILS,
        Metric.USED,
        Metric.CHECKS,
    }
)


def resource_of(service: str, version: str) -> Resource:
    """Who tells: `sparring-actor` or `sparring-grader`, and in which version. Nothing of the environment's is added."""
    return Resource({"service.name": service, "service.version": version})


class OtelSink:
    """Implements `Sink`.

    Args:
        resource: who tells.
        exporters: of spans.
        readers: of metrics.
    """

    def __init__(self, resource: Resource, exporters: Sequence[SpanExporter], readers: Sequence[MetricReader]) -> None:
        self._resource, self._exporters = resource, tuple(exporters)
        self._provider = MeterProvider(
            metric_readers=readers, resource=resource, views=_views(), shutdown_on_exit=False
        )
        meter = self._provider.get_meter("sparring")
        self._instruments: dict[Metric, Counter | Histogram] = {
            one: meter.create_counter(one.value) if one in _COUNTED else meter.create_histogram(one.value, _unit(one))
            for one in Metric
        }

    def take(self, told: list[Told]) -> None:
        """See the protocol."""
        spans: list[ReadableSpan] = []
        for one in told:
            if isinstance(one, TimedMeasure):
                self._record(one)
            else:
                spans.extend(readable(one, self._resource))
        if spans:
            for exporter in self._exporters:
                exporter.export(spans)

    def close(self) -> None:
        """See the protocol."""
        self._provider.shutdown(timeout_millis=3_000)
        for exporter in self._exporters:
            exporter.shutdown()

    def _record(self, one: TimedMeasure) -> None:
        instrument, attributes = self._instruments[one.measure], telemetry.exportable(one.attributes)
        if isinstance(instrument, Counter):
            instrument.add(one.value, attributes)
        else:
            instrument.record(one.value, attributes)


def readable(timed: TimedSpan, resource: Resource) -> Iterator[ReadableSpan]:
    """The span and its parts, parts last; all of them in the trace of their call."""
    told_ns = round(timed.told_at.timestamp() * 1e9)
    yield from _readable(timed.span, told_ns, resource, parent_id=_root_id(timed.span.call_id))


def trace_id(call_id: CallId) -> int:
    """128 bits that every process knows from the call's id."""
    return int.from_bytes(hashlib.sha256(call_id.encode()).digest()[:16])


def _root_id(call_id: CallId) -> int:
    return int.from_bytes(hashlib.sha256(call_id.encode()).digest()[16:24])


def _readable(span: Span, told_ns: int, resource: Resource, *, parent_id: int) -> Iterator[ReadableSpan]:
    own_id = _root_id(span.call_id) if span.root else secrets.randbits(63) + 1
    start_ns = told_ns - round(span.ago_ms * 1e6)
    yield ReadableSpan(
        name=span.label,
        context=_context(span.call_id, own_id),
        parent=None if span.root else _context(span.call_id, parent_id),
        resource=resource,
        attributes=telemetry.exportable({Key.CALL: span.call_id, **span.attributes}),
        kind=SpanKind.CLIENT if span.name is SpanName.CHAT else SpanKind.INTERNAL,
        instrumentation_scope=SCOPE,
        status=Status(StatusCode.ERROR if span.failed else StatusCode.UNSET),
        start_time=start_ns,
        end_time=start_ns + round(span.duration_ms * 1e6),
    )
    for part in span.parts:
        yield from _readable(part, told_ns, resource, parent_id=own_id)


def _context(call_id: CallId, span_id: int) -> SpanContext:
    return SpanContext(trace_id(call_id), span_id, is_remote=False, trace_flags=TraceFlags(TraceFlags.SAMPLED))


def _unit(measure: Metric) -> str:
    return {Metric.CHAT_S: "s", Metric.REQUEST_UNITS: "{request_unit}"}.get(measure, "")


def _views() -> list[View]:
    return [
        View(instrument_name="*_ms", aggregation=ExplicitBucketHistogramAggregation(BUCKETS_MS)),
        View(instrument_name="*.duration", aggregation=ExplicitBucketHistogramAggregation(BUCKETS_S)),
        View(instrument_name="*.request_charge", aggregation=ExplicitBucketHistogramAggregation(BUCKETS_RU)),
        View(instrument_name="*_voices", aggregation=ExplicitBucketHistogramAggregation(BUCKETS)),
    ]
