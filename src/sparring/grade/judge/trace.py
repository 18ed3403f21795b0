"""How judging one call went, as one span of the call's trace: its steps, and in them questions, tries and checks.

Flows in: moments, outcomes and counts, as they come. Flows out: the span and its measures, told once. A model's answer
goes by the GenAI conventions that `telemetry.Key` names. No word of the call, no quote, and no level that a rep was
given is in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sparring.grade.judge.asking import Asking, TriedQuestion, Try
from sparring.grade.judge.form import section_of
from sparring.grade.judge.steps import Check
from sparring.grade.judge.votes import Withheld
from sparring.ids import CallId
from sparring.ports import JudgeModel, JudgeOutcome, Telemetry
from sparring.telemetry import Key, Metric, Span, SpanName, Value, code_of, provider_of

_NOT_ANSWERED = "not_answered"  # the time was up before the first try was, or another section's failure ended it


@dataclass(slots=True)
class Lap:
    """Something between two moments of the clock."""

    name: SpanName
    began_s: float
    over_s: float
    about: dict[Key, Value] = field(default_factory=dict)
    parts: list["Lap"] = field(default_factory=list)
    failed: bool = False


class Trail:
    """Judging one call, which begins now."""

    def __init__(self, asking: Asking, call_id: CallId) -> None:
        self._asking, self._call_id, self._clock = asking, call_id, asking.clock
        self._began_s = self._clock.monotonic_s()
        self._steps: list[Lap] = []

    @contextmanager
    def step(self, stage: str) -> Iterator[Lap]:
        """What is done inside is a step, and what is asked meanwhile is its part."""
        now_s, first = self._clock.monotonic_s(), len(self._asking.asked)
        lap = Lap(SpanName.STEP, now_s, now_s, {Key.STAGE: f"judge.{stage}"})
        self._steps.append(lap)
        try:
            yield lap
        finally:
            lap.over_s = self._clock.monotonic_s()
            lap.parts += [_section(asked, self._asking.judge, lap.over_s) for asked in self._asking.asked[first:]]

    def tell(self, telemetry: Telemetry, outcome: str) -> None:
        """Judging is over: `outcome` is the scorecard's status, or that the rules stand in."""
        now_s, judge = self._clock.monotonic_s(), self._asking.judge
        about: dict[Key, Value] = {Key.OUTCOME: outcome, Key.MODEL: code_of(judge.name)}
        whole = Lap(SpanName.JUDGING, self._began_s, now_s, about, self._steps, failed=outcome != "graded")
        for lap in _all(self._steps):
            _measure(telemetry, lap)
        telemetry.span(_span(whole, self._call_id, now_s))


def checked(step: Lap, checks: Iterable[Check]) -> None:
    """Put the checks of a step's quotes into it."""
    for check in checks:
        began_s = step.began_s + check.after_ms / 1000
        about: dict[Key, Value] = {
            Key.CRITERION: check.criterion,
            Key.QUOTES: check.found + len(check.lost),
            Key.LOST: len(check.lost),
            Key.OUTCOME: _fate(check),
        }
        step.parts.append(Lap(SpanName.CHECK, began_s, began_s + check.took_ms / 1000, about))


def _fate(check: Check) -> str:
    """On all its quotes, on some, without a level because none was said, or on the lowest level, which needs none."""
    if isinstance(check.opinion, Withheld):
        return "withheld"
    if check.lost:
        return "partly"
    return "stands" if check.found else "nothing_claimed"


def _section(asked: TriedQuestion, judge: JudgeModel, now_s: float) -> Lap:
    section, sample = section_of(asked.form)
    outcome = asked.tries[-1].outcome.value if asked.tries else _NOT_ANSWERED
    about: dict[Key, Value] = {Key.SECTION: section, Key.SAMPLE: sample, Key.OUTCOME: outcome}
    over_s = now_s if asked.over_s is None else asked.over_s
    tries = [_chat(tried, judge) for tried in asked.tries]
    return Lap(SpanName.SECTION, asked.began_s, over_s, about, tries, failed=outcome != JudgeOutcome.OK.value)


def _chat(tried: Try, judge: JudgeModel) -> Lap:
    """By the GenAI conventions, without the texts."""
    about: dict[Key, Value] = {
        Key.GEN_AI_OPERATION: "chat",
        Key.GEN_AI_OUTPUT: "json",
        Key.GEN_AI_PROVIDER: provider_of(judge.service),
        Key.GEN_AI_REQUEST_MODEL: code_of(judge.model),
    }
    if tried.model is not None:
        about[Key.GEN_AI_RESPONSE_MODEL] = code_of(tried.model)
    if tried.tokens is not None:
        about[Key.GEN_AI_INPUT_TOKENS] = tried.tokens.input + tried.tokens.cached_input
        about[Key.GEN_AI_CACHED_TOKENS] = tried.tokens.cached_input
        about[Key.GEN_AI_OUTPUT_TOKENS] = tried.tokens.output
    failed = tried.outcome is not JudgeOutcome.OK
    if failed:
        about[Key.ERROR_TYPE] = tried.outcome.value
    return Lap(SpanName.CHAT, tried.began_s, tried.over_s, about, failed=failed)


def _all(laps: Sequence[Lap]) -> Iterator[Lap]:
    for lap in laps:
        yield lap
        yield from _all(lap.parts)


def _measure(telemetry: Telemetry, lap: Lap) -> None:
    took_s = lap.over_s - lap.began_s
    if lap.name is SpanName.STEP:
        telemetry.measure(Metric.STEP_MS, took_s * 1000, lap.about)
    elif lap.name is SpanName.CHECK:
        about = {key: lap.about[key] for key in (Key.CRITERION, Key.OUTCOME)}
        telemetry.measure(Metric.CHECKS, 1, about)
    elif lap.name is SpanName.CHAT:
        named = (Key.GEN_AI_OPERATION, Key.GEN_AI_PROVIDER, Key.GEN_AI_REQUEST_MODEL, Key.ERROR_TYPE)
        telemetry.measure(Metric.CHAT_S, took_s, {key: lap.about[key] for key in named if key in lap.about})


def _span(lap: Lap, call_id: CallId, now_s: float) -> Span:
    parts = tuple(_span(part, call_id, now_s) for part in lap.parts)
    ago_ms, took_ms = (now_s - lap.began_s) * 1000, (lap.over_s - lap.began_s) * 1000
    return Span(lap.name, call_id, ago_ms, took_ms, lap.about, parts, failed=lap.failed)
