"""One turn under decision: who is called, what stands between the two, and what the rep has just said."""

from collections.abc import Iterator
from dataclasses import dataclass

from sparring.call.mind.facts.disclosure import concerns_whoever_is_here
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona


@dataclass(frozen=True, slots=True)
class TurnContext:
    """One turn under decision."""

    persona: Persona
    state: BuyerState
    reading: Reading


def reactions(turn: TurnContext) -> Iterator[int]:
    """Indices of the persona's reactions that this utterance calls for."""
    for index in turn.reading.reactions:
        stage = turn.persona.reactions[index].stage
        if concerns_whoever_is_here(turn.persona, turn.state.rapport, stage) and index not in turn.state.reacted:
            yield index
