"""What was told, as OpenTelemetry's own exporters and readers get it."""

from datetime import UTC, datetime
from typing import Any

from opentelemetry import trace
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from sparring.adapters.telemetry.background import TimedMeasure, TimedSpan
from sparring.adapters.telemetry.otel import OtelSink, resource_of, trace_id
from sparring.ids import CallId
from sparring.telemetry import CLASSES, Key, Metric, Span, SpanName

CALL = CallId("call_00000000000000000000")
TOLD_AT = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
STAGE = Span(SpanName.STAGE, CALL, 400, 60, {Key.STAGE: "voice"})
TURN = Span(SpanName.TURN, CALL, 500, 310, {Key.TURN: 3, Key.VOICE: "words that were said"}, parts=(STAGE,))
WHOLE = Span(SpanName.CALL, CALL, 9_000, 9_000, {Key.ENDED_BY: "rep"}, failed=True)
RESOURCE = resource_of("sparring-actor", "1.0")


class Exported:
    """A sink with OpenTelemetry's own in-memory exporters."""

    def __init__(self) -> None:
        self.spans, self.metrics = InMemorySpanExporter(), InMemoryMetricReader()
        self.sink = OtelSink(RESOURCE, [self.spans], [self.metrics])

    def points(self) -> dict[str, Any]:
        """Data points by the instrument's name."""
        data = self.metrics.get_metrics_data()
        assert data is not None
        scopes = [scope for one in data.resource_metrics for scope in one.scope_metrics]
        return {metric.name: metric.data.data_points[0] for scope in scopes for metric in scope.metrics}


def test_spans_of_a_call_are_one_trace_under_the_call() -> None:
    """The ids follow from the call's, so both brains tell the same trace without a word between them."""
    exported = Exported()
    exported.sink.take([TimedSpan(TURN, TOLD_AT), TimedSpan(WHOLE, TOLD_AT)])
    turn, stage, call = exported.spans.get_finished_spans()
    assert {span.context.trace_id for span in (turn, stage, call)} == {trace_id(CALL)}
    assert stage.parent is not None
    assert turn.parent is not None
    assert (stage.parent.span_id, turn.parent.span_id) == (turn.context.span_id, call.context.span_id)
    assert call.parent is None


def test_times_are_those_of_what_is_told() -> None:
    """A span that is told 500 ms after it began lies 500 ms back."""
    exported = Exported()
    exported.sink.take([TimedSpan(TURN, TOLD_AT)])
    turn = exported.spans.get_finished_spans()[0]
    assert turn.start_time == round(TOLD_AT.timestamp() * 1e9) - 500_000_000
    assert (turn.end_time or 0) - turn.start_time == 310_000_000


def test_only_listed_keys_leave_and_no_words() -> None:
    """The value that was no id is withheld; the resource names program and version alone."""
    exported = Exported()
    exported.sink.take([TimedSpan(TURN, TOLD_AT), TimedSpan(WHOLE, TOLD_AT)])
    for span in exported.spans.get_finished_spans():
        assert {Key(key) for key in span.attributes or {}} <= set(CLASSES)
        assert "said" not in str(dict(span.attributes or {}))
        assert dict(span.resource.attributes) == {"service.name": "sparring-actor", "service.version": "1.0"}
        assert not span.events
    assert not exported.spans.get_finished_spans()[-1].status.is_ok


def test_distributions_and_counts_are_metrics() -> None:
    """Two answers are one histogram with two values; two calls are a sum of two."""
    exported = Exported()
    exported.sink.take(
        [
            TimedMeasure(Metric.ANSWER_MS, 310, {Key.VOICE_ENGINE: "hibari"}),
            TimedMeasure(Metric.ANSWER_MS, 470, {Key.VOICE_ENGINE: "hibari"}),
            TimedMeasure(Metric.CALLS, 1, {Key.ENDED_BY: "rep"}),
            TimedMeasure(Metric.CALLS, 1, {Key.ENDED_BY: "rep"}),
        ]
    )
    points = exported.points()
    assert (points["sparring.answer_ms"].count, points["sparring.answer_ms"].sum) == (2, 780)
    assert 500 in points["sparring.answer_ms"].explicit_bounds
    assert points["sparring.calls"].value == 2
    exported.sink.close()


def test_a_models_answer_is_a_clients_span_in_seconds() -> None:
    """Of the kind, the name, the unit and the buckets that dashboards for generative AI look for."""
    exported = Exported()
    about = {Key.GEN_AI_OPERATION: "chat", Key.GEN_AI_REQUEST_MODEL: "o4-mini"}
    chat = Span(SpanName.CHAT, CALL, 1_500, 1_300, about)
    exported.sink.take([TimedSpan(chat, TOLD_AT), TimedMeasure(Metric.CHAT_S, 1.3, about)])
    (span,) = exported.spans.get_finished_spans()
    assert (span.name, span.kind) == ("chat o4-mini", trace.SpanKind.CLIENT)
    point = exported.points()["gen_ai.client.operation.duration"]
    assert point.explicit_bounds == (
        0.01,
        0.02,
        0.04,
        0.08,
        0.16,
        0.32,
        0.64,
        1.28,
        2.56,
        5.12,
        10.24,
        20.48,
        40.96,
        81.92,
    )
    assert (point.sum, dict(point.attributes)) == (
        1.3,
        {"gen_ai.operation.name": "chat", "gen_ai.request.model": "o4-mini"},
    )


def test_no_global_provider_is_set() -> None:
    """The engine traces what was said through the global provider: there is none."""
    Exported()
    assert isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)
