"""The loop only puts values into a queue; one thread does the rest, whatever becomes of it."""

import threading

import pytest

from sparring.adapters.telemetry import background
from sparring.adapters.telemetry.background import BackgroundTelemetry, TimedMeasure, TimedSpan, Told
from sparring.ids import CallId
from sparring.telemetry import Metric, Span, SpanName
from tests.fakes.clock import START, FakeClock

SPAN = Span(SpanName.CALL, CallId("call_00000000000000000000"), 10, 10)


class Collector:
    """A sink that remembers, and may fail or be held up."""

    def __init__(self, *, fails: int = 0) -> None:
        self.fails, self.told, self.closed = fails, list[Told](), False
        self.threads: set[str] = set()
        self.go_on, self.reached = threading.Event(), threading.Event()
        self.go_on.set()

    def take(self, told: list[Told]) -> None:
        self.threads.add(threading.current_thread().name)
        self.reached.set()
        self.go_on.wait(10)
        if self.fails > 0:
            self.fails -= 1
            raise OSError("a secret of the provider's")
        self.told += told

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def _short_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "BATCH_S", 0.01)


async def test_what_was_told_arrives_in_order_and_in_another_thread() -> None:
    """Also when closing is all that ends the batch."""
    sink = Collector()
    telemetry = BackgroundTelemetry(lambda: sink, FakeClock())
    telemetry.span(SPAN)
    telemetry.measure(Metric.CALLS, 1, {})
    await telemetry.close()
    assert sink.told == [TimedSpan(SPAN, START), TimedMeasure(Metric.CALLS, 1, {})]
    assert sink.threads == {"telemetry"}
    assert sink.closed


async def test_nothing_is_opened_before_anything_is_told() -> None:
    """A command that tells nothing pays for nothing."""
    telemetry = BackgroundTelemetry(lambda: pytest.fail("opened"), FakeClock())
    await telemetry.close()
    telemetry.span(SPAN)


async def test_a_sink_that_is_held_up_holds_nobody_up_and_what_is_too_much_is_dropped(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The queue is bounded: a dead collector cannot eat the memory of a live call. The log says how much is missing."""
    monkeypatch.setattr(background, "QUEUE_LIMIT", 8)
    sink = Collector()
    sink.go_on.clear()
    telemetry = BackgroundTelemetry(lambda: sink, FakeClock())
    telemetry.span(SPAN)
    sink.reached.wait(5)
    for _ in range(20):
        telemetry.span(SPAN)
    sink.go_on.set()
    await telemetry.close()
    assert len(sink.told) == 9
    assert "telemetry lost: 12 values" in caplog.text


async def test_a_sink_that_fails_loses_its_batch_and_the_next_one_arrives(caplog: pytest.LogCaptureFixture) -> None:
    """The log has the kind of error and never the provider's words."""
    sink = Collector(fails=1)
    telemetry = BackgroundTelemetry(lambda: sink, FakeClock())
    telemetry.span(SPAN)
    sink.reached.wait(5)
    while sink.fails:
        pass
    telemetry.measure(Metric.CALLS, 1, {})
    await telemetry.close()
    assert sink.told == [TimedMeasure(Metric.CALLS, 1, {})]
    assert "OSError" in caplog.text
    assert "secret" not in caplog.text
