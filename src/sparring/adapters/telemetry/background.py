"""`Telemetry` that leaves all work to one thread: the loop only puts a value into a queue.

Flows in: spans and measures. Flows out: OpenTelemetry's own, to exporters that the thread opens, first of all because
importing the SDK takes a third of a second. A full queue drops what comes; an exporter that fails loses what it had.
"""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from sparring.ports import Clock
from sparring.telemetry import Attributes, Metric, Span

log = logging.getLogger(__name__)

QUEUE_LIMIT: Final = 4_096  # a call tells about 3 values a second
BATCH_S: Final = 1.0
CLOSE_WITHIN_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class TimedSpan:
    """A span and when it was told."""

    span: Span
    told_at: datetime


@dataclass(frozen=True, slots=True)
class TimedMeasure:
    """One value of a measure."""

    measure: Metric
    value: float
    attributes: Attributes


Told = TimedSpan | TimedMeasure


class Sink(Protocol):
    """Where the thread takes what was told. It may block, and may fail in any way."""

    def take(self, told: list[Told]) -> None:
        """A batch, in the order it was told."""

    def close(self) -> None:
        """Write out what is kept back."""


class BackgroundTelemetry:
    """Implements `Telemetry`.

    Args:
        open_sink: called in the thread, before the first batch.
        clock: when something was told.
    """

    def __init__(self, open_sink: Callable[[], Sink], clock: Clock) -> None:
        self._open_sink, self._clock = open_sink, clock
        self._queue: queue.Queue[Told | None] = queue.Queue(QUEUE_LIMIT)
        self._thread: threading.Thread | None = None
        self._closed = False
        self._dropped = 0

    def span(self, span: Span) -> None:
        """See the port."""
        self._put(TimedSpan(span, self._clock.now()))

    def measure(self, measure: Metric, value: float, attributes: Attributes) -> None:
        """See the port."""
        self._put(TimedMeasure(measure, value, attributes))

    async def close(self) -> None:
        """See the port."""
        self._closed = True
        if self._thread is not None:
            await asyncio.to_thread(self._finish, self._thread)

    def _put(self, told: Told) -> None:
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="telemetry", daemon=True)
            self._thread.start()
        try:
            self._queue.put_nowait(told)
        except queue.Full:
            self._dropped += 1

    def _finish(self, thread: threading.Thread) -> None:
        try:
            self._queue.put(None, timeout=CLOSE_WITHIN_S)
        except queue.Full:
            return
        thread.join(CLOSE_WITHIN_S)

    def _work(self) -> None:
        sink: Sink | None = None
        going_on = True
        while going_on:
            batch, going_on = self._batch()
            self._say_what_was_dropped()
            try:
                sink = sink or self._open_sink()
                sink.take(batch)
                if not going_on:
                    sink.close()
            except Exception as error:  # noqa: BLE001 - root of the thread: telemetry that fails is lost, the call goes on
                log.warning("telemetry lost: %d values, %s", len(batch), type(error).__name__)

    def _say_what_was_dropped(self) -> None:
        dropped, self._dropped = self._dropped, 0
        if dropped:
            log.warning("telemetry lost: %d values, too many at once", dropped)

    def _batch(self) -> tuple[list[Told], bool]:
        """What was told within a second of the first; False when it was the last."""
        batch: list[Told] = []
        wait_s: float | None = None
        while len(batch) < QUEUE_LIMIT:
            try:
                told = self._queue.get(timeout=wait_s)
            except queue.Empty:
                break
            if told is None:
                return batch, False
            batch.append(told)
            wait_s = BATCH_S
        return batch, True
