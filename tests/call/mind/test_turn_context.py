"""Which of the persona's reactions an utterance calls for."""

from dataclasses import replace

import pytest

from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.state import BuyerState, Rapport
from sparring.call.mind.turn_context import TurnContext, reactions
from sparring.persona import find_persona
from tests.fakes.reps import saying

PERSONA = find_persona("front_desk_block")
AT_THE_DESK = tuple(at for at, reaction in enumerate(PERSONA.reactions) if reaction.stage == "front_desk")
BEHIND_IT = tuple(at for at, reaction in enumerate(PERSONA.reactions) if reaction.stage is None)


def called_for(*, stage: int, reacted: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Of an utterance that all of the persona's reactions are about."""
    reading = replace(understood(PERSONA, saying("Hello.")), reactions=tuple(range(len(PERSONA.reactions))))
    state = BuyerState(PERSONA.id, 1, "easy", Rapport(1, 1, stage=stage), reacted=reacted)
    return tuple(reactions(TurnContext(PERSONA, state, reading)))


@pytest.mark.parametrize(("stage", "expected"), [(0, AT_THE_DESK), (1, BEHIND_IT)])
def test_whoever_is_on_the_line_reacts(stage: int, expected: tuple[int, ...]) -> None:
    """The front desk does not answer for the coordinator, nor the coordinator for the desk."""
    assert expected
    assert called_for(stage=stage) == expected


def test_nobody_reacts_in_the_same_way_twice() -> None:
    """A reaction that was used up is not called for again."""
    assert called_for(stage=1, reacted=BEHIND_IT[:1]) == BEHIND_IT[1:]
