"""What of a turn is worth an event in the call's diary. Pure.

Flows in: a turn as it stands and how it came about. Flows out: diary entries, in the order they happened.
"""

from collections.abc import Sequence

from sparring.call import exchange
from sparring.call.buyer import BuyerState, Move
from sparring.call.diary.entries import Happened
from sparring.transcript import Event, EventKind, Turn


def of_rep_turn(turn: Turn, *, at_ms: int, talked_over: bool, unsure: bool) -> list[Happened]:
    """The rep spoke over the buyer; the recogniser was not sure."""
    found = []
    if talked_over:  # the buyer yields at once: what counts is how long the rep kept the word
        length_ms = turn.end_ms - turn.start_ms
        found.append(Event(kind=EventKind.OVERLAP, at_ms=turn.start_ms, duration_ms=length_ms, ref="rep"))
    if unsure:
        found.append(Event(kind=EventKind.UNSURE_HEARING, at_ms=at_ms, turn=turn.index))
    return [Happened(event=event) for event in found]


def of_buyer_move(
    move: Move, after: BuyerState, turn: Turn | None, *, at_ms: int, interrupted: bool, faults: Sequence[str]
) -> list[Happened]:
    """What came of a move. `turn`: None when nothing of it was heard; `faults`: why a model's words were replaced."""
    index = turn.index if turn else None
    cut: list[tuple[EventKind, str | None]] = [(EventKind.INTERRUPTION, "rep")] if interrupted and turn else []
    reworded = [(EventKind.REWORDED, why) for why in faults]
    happened = [*cut, *reworded, *exchange.outcome(move, after, anything_heard=turn is not None)]
    return [Happened(event=Event(kind=kind, at_ms=at_ms, turn=index, ref=ref)) for kind, ref in happened]


def of_the_voice(turn: Turn, *, drifted: bool, stood_in: bool) -> list[Happened]:
    """It sounded like somebody else, or somebody else spoke for the first time in a refused voice's place."""
    noticed = [EventKind.VOICE_DRIFT] * drifted + [EventKind.VOICE_FALLBACK] * stood_in
    return [Happened(event=Event(kind=kind, at_ms=turn.start_ms, turn=turn.index)) for kind in noticed]
