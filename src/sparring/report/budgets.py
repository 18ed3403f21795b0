"""Where an answer's time went, against what each stage may take: turn by turn and over many turns.

Flows in: what was measured of answers, in milliseconds by stage. Flows out: a table of stages with medians, 95th
percentiles and verdicts. Pure. The budgets are those of the design: end of turn 300 ms, understanding and deciding
500 ms, voice 300 ms, our own hand-over 50 ms, transport 150 ms both ways, glass to glass below a second.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sparring.report.latency import nearest_rank
from sparring.transcript import Transcript, TurnLatency

BUDGET_MS: Final[Mapping[str, int]] = {
    "end_of_turn": 300,
    "hearing": 100,
    "mind": 500,
    "voice": 300,
    "playout": 50,
    "server": 850,
    "transport": 150,
    "glass_to_glass": 1_000,
}
"""Stages in order. `server` is the first five together as they were measured; `transport` is what the page adds."""


@dataclass(frozen=True, slots=True)
class AnswerLatency:
    """One answer of the buyer: the turn, and what each stage took; stages that were not measured are missing."""

    turn: int
    stages_ms: Mapping[str, float]

    @property
    def over(self) -> tuple[str, ...]:
        """Stages that took more than their budget."""
        return tuple(stage for stage in BUDGET_MS if self.stages_ms.get(stage, 0) > BUDGET_MS[stage])


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage over many answers. `within` counts answers that kept to the budget."""

    stage: str
    budget_ms: int
    p50_ms: float
    p95_ms: float
    within: int
    measured: int

    @property
    def kept(self) -> bool:
        """Whether the 95th percentile is within the budget."""
        return self.p95_ms <= self.budget_ms


def answers_of(transcript: Transcript) -> tuple[AnswerLatency, ...]:
    """Every answer of a call that was measured."""
    return tuple(
        AnswerLatency(turn.index, stages)
        for turn in transcript.turns
        if turn.latency and (stages := _stages(turn.latency))
    )


def answer(turn: int, stages_ms: Mapping[str, float]) -> AnswerLatency:
    """From stages as they were told: those of the whole are added."""
    whole = dict(stages_ms)
    if "glass_to_glass" in whole and "server" in whole:
        whole["transport"] = max(0.0, whole["glass_to_glass"] - whole["server"])
    return AnswerLatency(turn, whole)


def budget_lines(answers: Iterable[AnswerLatency]) -> tuple[StageLine, ...]:
    """The stages that were measured, in their order."""
    given = list(answers)
    lines = []
    for stage, budget_ms in BUDGET_MS.items():
        values = sorted(one.stages_ms[stage] for one in given if stage in one.stages_ms)
        if values:
            within = sum(value <= budget_ms for value in values)
            p50_ms, p95_ms = nearest_rank(values, 0.5), nearest_rank(values, 0.95)
            lines.append(StageLine(stage, budget_ms, p50_ms, p95_ms, within, len(values)))
    return tuple(lines)


def _stages(latency: TurnLatency) -> Mapping[str, float]:
    whole = {"server": latency.server_ms, "glass_to_glass": latency.glass_to_glass_ms}
    told = latency.stages_ms() | {stage: took_ms for stage, took_ms in whole.items() if took_ms is not None}
    return answer(0, told).stages_ms
