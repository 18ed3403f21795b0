"""What the buyer's mind was told, noted in step with the call: a replay is held against it.

Flows in: each thing told and the state it led to. Flows out: entries for the diary.
"""

from sparring.call import exchange
from sparring.call.buyer import BuyerState
from sparring.call.diary.entries import Traced
from sparring.transcript import Step, StepKind


class MindTrace:
    """One call's."""

    def __init__(self) -> None:
        self._told: list[tuple[StepKind, int | None, int | None, BuyerState]] = []

    def told(
        self, kind: StepKind, state: BuyerState, *, turn: int | None = None, silence_ms: int | None = None
    ) -> None:
        """The mind stands at `state` since it was told."""
        self._told.append((kind, turn, silence_ms, state))

    def take(self) -> list[Traced]:
        """Everything since the last time. Marking a state takes a fraction of a millisecond."""
        told, self._told = self._told, []
        marks = {id(state): exchange.mark(state) for state in {id(one[3]): one[3] for one in told}.values()}
        steps = [
            Step(kind=kind, turn=turn, silence_ms=silence_ms, state=marks[id(state)])
            for kind, turn, silence_ms, state in told
        ]
        return [Traced(steps=tuple(steps))] if steps else []
