"""Where an answer's time went, against what each stage may take: turn by turn and over many turns.

Flows in: what was measured of answers, in milliseconds by stage. Flows out: a table of stages with medians, 95th
percentiles and verdicts. Pure. The budgets are those of the design: end of turn 300 ms, understanding and deciding
500 ms, voice 300 ms, our own hand-over 50 ms, transport 150 ms both ways, glass to glass below a second.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

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

_FIELDS: Final = {
    "endpointing_ms": "end_of_turn",
    "hearing_ms": "hearing",
    "mind_ms": "mind",
    "voice_ms": "voice",
    "server_ms": "server",
    "glass_to_glass_ms": "glass_to_glass",
}


@dataclass(frozen=True, slots=True)
class Answer:
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


def answers_of(transcript: Transcript) -> tuple[Answer, ...]:
    """Every answer of a call that was measured."""
    return tuple(
        Answer(turn.index, stages) for turn in transcript.turns if turn.latency and (stages := _stages(turn.latency))
    )


def answer(turn: int, stages_ms: Mapping[str, float]) -> Answer:
    """From stages as they were told: those of the whole are added."""
    whole = dict(stages_ms)
    if "glass_to_glass" in whole and "server" in whole:
        whole["transport"] = max(0.0, whole["glass_to_glass"] - whole["server"])
    return Answer(turn, whole)


def budget_lines(answers: Iterable[Answer]) -> tuple[StageLine, ...]:
    """The stages that were measured, in their order."""
    given = list(answers)
    lines = []
    for stage, budget_ms in BUDGET_MS.items():
        values = sorted(one.stages_ms[stage] for one in given if stage in one.stages_ms)
        if values:
            within = sum(value <= budget_ms for value in values)
            lines.append(StageLine(stage, budget_ms, _rank(values, 0.5), _rank(values, 0.95), within, len(values)))
    return tuple(lines)


def _stages(latency: TurnLatency) -> dict[str, float]:
    told = {stage: float(value) for name, stage in _FIELDS.items() if (value := getattr(latency, name)) is not None}
    first_four = [told.get(stage) for stage in ("end_of_turn", "hearing", "mind", "voice")]
    if "server" in told and None not in first_four:
        told["playout"] = max(0.0, told["server"] - sum(value for value in first_four if value is not None))
    return dict(answer(0, told).stages_ms)


def _rank(ordered: Sequence[float], share: float) -> float:
    return ordered[math.ceil(share * len(ordered)) - 1]
