"""What a call tells of itself: a span a buyer turn with its stages, one for the call, and the measures among them.

Flows in: what the session tells its watcher, passed on as it is. Flows out: ids, codes and numbers for the `Telemetry`
port. Nothing is measured here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sparring.call.diary.committed_turns import CallWatcher
from sparring.call.diary.entries import CallOpened
from sparring.call.line import RepHeard
from sparring.ports import Clock, Telemetry
from sparring.telemetry import Attributes, Key, Metric, Span, SpanName, about_usage, code_of, usage_spans
from sparring.transcript import Ending, Speaker, Turn, TurnLatency
from sparring.usage import Meter


@dataclass(slots=True)
class _Turn:
    """A buyer turn, and when it was over; told once the page has had time to add what it measured."""

    turn: Turn
    over_s: float


class CallTelemetry:
    """Stands between the session and who shows the call.

    Args:
        opened: which call.
        watcher: told everything, first.
        telemetry: where spans and measures go.
        clock: when.
    """

    def __init__(self, opened: CallOpened, watcher: CallWatcher, *, telemetry: Telemetry, clock: Clock) -> None:
        self._opened, self._watcher, self._telemetry, self._clock = opened, watcher, telemetry, clock
        self.meter = Meter()  # the session's, once there is one
        self.gaps: Callable[[], Mapping[str, int]] = dict  # the line's, likewise
        self.rep_heard: Callable[[], RepHeard | None] = lambda: None
        self._waiting: _Turn | None = None
        self._told: set[int] = set()  # turns whose first form was seen
        self._voices: dict[str, set[str]] = {}  # by person

    def turn_committed(self, turn: Turn) -> None:
        """A turn stands, or has changed."""
        self._watcher.turn_committed(turn)
        if turn.index in self._told:
            if self._waiting is not None and self._waiting.turn.index == turn.index:
                self._waiting.turn = turn
            return
        self._told.add(turn.index)
        self._telemetry.measure(Metric.TURNS, 1, {Key.STAGE: turn.speaker.value, Key.CHANNEL: turn.channel})
        if turn.speaker is Speaker.BUYER:
            self._buyer_spoke(turn)

    def call_ended(self, ending: Ending) -> None:
        """Nobody speaks any more."""
        self._watcher.call_ended(ending)
        self._tell_waiting()
        opened = self._opened
        distinct = max((len(voices) for voices in self._voices.values()), default=0)
        if distinct:
            self._telemetry.measure(Metric.DISTINCT_VOICES, distinct, {Key.VOICE_ENGINE: code_of(opened.engines.voice)})
        self._telemetry.measure(Metric.CALLS, 1, {Key.ENDED_BY: ending.by, Key.CALL_TYPE: opened.call_type})
        lasted_ms = max(0.0, (self._clock.now() - opened.started_at).total_seconds() * 1000)  # clocks are put back
        about = self._about_the_call(ending) | {Key.VOICES: distinct, Key.PEOPLE: len(self._voices)}
        about |= self._tell_rep_heard()
        self._telemetry.span(Span(SpanName.CALL, opened.call_id, lasted_ms, lasted_ms, about))
        self._tell_gaps()
        self._tell_usage()

    def _tell_gaps(self) -> None:
        transport = code_of(self._opened.engines.transport)
        for part, blocks in self.gaps().items():
            if blocks:
                self._telemetry.measure(Metric.GAPS, blocks, {Key.STAGE: part, Key.TRANSPORT: transport})

    def _tell_rep_heard(self) -> dict[Key, str | int | float]:
        heard, call_id = self.rep_heard(), self._opened.call_id
        if heard is None:
            return {}
        if heard.fallbacks:
            transport = code_of(self._opened.engines.transport)
            self._telemetry.measure(Metric.FALLBACKS, len(heard.fallbacks), {Key.TRANSPORT: transport})
        for one in heard.fallbacks:
            ago_ms = (self._clock.monotonic_s() - one.began_s) * 1000
            self._telemetry.span(Span(SpanName.FALLBACK, call_id, ago_ms, one.lasted_s * 1000))
        return {Key.HEARD_BY: "packets" if heard.straight else "client", Key.FALLBACKS: len(heard.fallbacks)}

    def _tell_usage(self) -> None:
        usage = self.meter.usage()
        for one in usage:
            self._telemetry.measure(Metric.USED, one.amount, about_usage(one))
        for span in usage_spans(self._opened.call_id, usage):
            self._telemetry.span(span)

    def _buyer_spoke(self, turn: Turn) -> None:
        if turn.interrupted:
            self._telemetry.measure(Metric.INTERRUPTIONS, 1, {Key.CHANNEL: turn.channel})
        if turn.voice_id is not None:
            self._voices.setdefault(turn.stage or "", set()).add(turn.voice_id)
        self._tell_waiting()
        self._waiting = _Turn(turn, self._clock.monotonic_s())

    def _tell_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None or waiting.turn.latency is None or waiting.turn.latency.server_ms is None:
            return
        latency, engines = waiting.turn.latency, self._opened.engines
        by = {Key.VOICE_ENGINE: code_of(engines.voice), Key.BUYER_ENGINE: code_of(engines.buyer)}
        for measure, value in ((Metric.ANSWER_MS, latency.server_ms), (Metric.GLASS_MS, latency.glass_to_glass_ms)):
            if value is not None:
                self._telemetry.measure(measure, value, by)
        for stage, took_ms in latency.stages_ms().items():
            self._telemetry.measure(Metric.STAGE_MS, took_ms, {Key.STAGE: stage, **by})
        self._telemetry.span(self._span(waiting, latency))

    def _span(self, waiting: _Turn, latency: TurnLatency) -> Span:
        turn, call_id, answer_ms = waiting.turn, self._opened.call_id, latency.server_ms or 0
        spoke_ms = turn.end_ms - turn.start_ms
        ago_ms = (self._clock.monotonic_s() - waiting.over_s) * 1000 + spoke_ms + answer_ms
        parts, begins_ms = [], ago_ms
        for stage, took_ms in latency.stages_ms().items():
            parts.append(Span(SpanName.STAGE, call_id, begins_ms, took_ms, {Key.STAGE: stage, Key.TURN: turn.index}))
            begins_ms -= took_ms
        return Span(SpanName.TURN, call_id, ago_ms, answer_ms, self._about_a_turn(turn, latency), tuple(parts))

    def _about_a_turn(self, turn: Turn, latency: TurnLatency) -> Attributes:
        engines = self._opened.engines
        known = {
            Key.TURN: turn.index,
            Key.CHANNEL: turn.channel,
            Key.INTERRUPTED: turn.interrupted,
            Key.VOICE: turn.voice_id,
            Key.VOICE_ENGINE: code_of(engines.voice),
            Key.BUYER_ENGINE: code_of(engines.buyer),
            Key.HEARING_ENGINE: code_of(engines.hearing),
            Key.SERVER_MS: latency.server_ms,
            Key.GLASS_MS: latency.glass_to_glass_ms,
            Key.PITCH_HZ: turn.pitch_hz,
        }
        return {key: value for key, value in known.items() if value is not None}

    def _about_the_call(self, ending: Ending) -> dict[Key, str | int | float]:
        opened = self._opened
        return {
            Key.CALL: opened.call_id,
            Key.PERSONA: opened.persona.id,
            Key.RUBRIC: opened.rubric.id,
            Key.CALL_TYPE: opened.call_type,
            Key.DIRECTION: opened.call_direction,
            Key.DIFFICULTY: opened.difficulty,
            Key.ATTEMPT: opened.attempt.kind,
            Key.TRANSPORT: code_of(opened.engines.transport),
            Key.HEARING_ENGINE: code_of(opened.engines.hearing),
            Key.BUYER_ENGINE: code_of(opened.engines.buyer),
            Key.VOICE_ENGINE: code_of(opened.engines.voice),
            Key.ENDED_BY: ending.by,
            Key.COMPLETE: ending.complete,
            Key.TURNS: len(self._told),
        }
