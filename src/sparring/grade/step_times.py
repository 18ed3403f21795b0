"""How long each step of grading one event took, told as a span of the call's trace.

Flows in: the ends of steps, as they come. Flows out: one span with a part a step, and the measures among them.
"""

from sparring.errors import IdRejected
from sparring.ports import Clock, ObjectWritten, Telemetry
from sparring.scorecard import Scorecard
from sparring.telemetry import Key, Metric, Span, SpanName, Value, about_usage, code_of, usage_spans
from sparring.transcript import Usage, call_id_of


class Laps:
    """Steps of one event; the first begins now."""

    def __init__(self, clock: Clock, event: ObjectWritten) -> None:
        self._clock, self._event = clock, event
        self._ends: list[tuple[str, float]] = [("", clock.monotonic_s())]
        self._about: dict[Key, Value] = {}
        self._usage: tuple[Usage, ...] = ()  # of the judge

    def over(self, step: str, scorecard: Scorecard | None = None) -> None:
        """`step` is over; what was made of the call, once it is known."""
        self._ends.append((step, self._clock.monotonic_s()))
        if scorecard is not None:
            self._usage = scorecard.usage or ()
            self._about = {Key.STATUS: scorecard.status, Key.GRADER: code_of(scorecard.grader.name).lower()}
            if scorecard.grader.model is not None:
                self._about[Key.MODEL] = code_of(scorecard.grader.model)

    def tell(self, telemetry: Telemetry, outcome: str) -> None:
        """The event is handled, or handed back with an error's code. An event that names no call is nobody's trace."""
        now_s = self._clock.monotonic_s()
        took_ms = (now_s - self._ends[0][1]) * 1000
        telemetry.measure(Metric.GRADING_MS, took_ms, {Key.OUTCOME: outcome})
        try:
            call_id = call_id_of(self._event.object_name)
        except IdRejected:
            return
        parts = []
        for (_, began_s), (step, over_s) in zip(self._ends, self._ends[1:], strict=False):
            step_ms = (over_s - began_s) * 1000
            telemetry.measure(Metric.STEP_MS, step_ms, {Key.STAGE: step})
            parts.append(Span(SpanName.STEP, call_id, (now_s - began_s) * 1000, step_ms, {Key.STAGE: step}))
        about = self._about | {Key.OUTCOME: outcome, Key.ATTEMPT_NUMBER: self._event.attempt}
        for used in self._usage:
            telemetry.measure(Metric.USED, used.amount, about_usage(used))
        for span in usage_spans(call_id, self._usage):
            telemetry.span(span)
        failed = outcome != "done"
        telemetry.span(Span(SpanName.GRADING, call_id, took_ms, took_ms, about, tuple(parts), failed=failed))
