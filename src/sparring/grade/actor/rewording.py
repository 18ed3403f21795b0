"""Whether the model that words the buyer kept leaving its role, though nobody heard it.

Flows in: the call's `reworded` events, which say why words of a model were held back, and the turns it worded. Flows
out: one finding at the turn with which it was too often. The rep heard the persona's own lines in their place, later
and plainer than a buyer would speak: a call of such answers is no fair attempt.
"""

from collections.abc import Iterator
from typing import Final, get_args

from sparring.grade.actor.utterances import about
from sparring.persona.out_of_role import RoleFault
from sparring.scorecard import ActorFinding
from sparring.transcript import EventKind, Speaker, Transcript

TOO_OFTEN: Final = 3  # answers; one or two slips were mended unheard
TOO_LARGE_A_SHARE: Final = 0.25  # of the buyer's answers so far
_OUT_OF_ROLE: Final = frozenset(get_args(RoleFault))
_SENTENCE: Final = "The model behind the buyer kept leaving its role; what it said then was not spoken."


def left_role(transcript: Transcript) -> Iterator[ActorFinding]:
    """At the first turn by which it had happened three times and in a quarter of the answers."""
    slipped = {
        event.turn
        for event in transcript.events
        if event.kind is EventKind.REWORDED and event.ref in _OUT_OF_ROLE and event.turn is not None
    }
    answers = slips = 0
    for turn in transcript.turns:
        answers += turn.speaker is Speaker.BUYER
        slips += turn.index in slipped
        if turn.index in slipped and slips >= TOO_OFTEN and slips >= TOO_LARGE_A_SHARE * answers:
            yield about(turn, "left_role", _SENTENCE)
            return
