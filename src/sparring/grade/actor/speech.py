"""What no buyer says: talk of an assistant, the agency's own lines, and the words of whoever is on the other end.

Flows in: the buyer's turns, who called whom, and the agency's name. Flows out: findings, one of each kind at most, at
the first place. Questions about machines, and what a front desk says when it answers, are none.
"""

from collections.abc import Iterator

from sparring.grade.actor.utterances import buyer_turns, sentences
from sparring.persona import Persona
from sparring.persona.out_of_role import role_fault
from sparring.scorecard import ActorFault, ActorFinding
from sparring.transcript import Transcript, Turn

_SENTENCES: dict[ActorFault, str] = {
    "assistant_talk": "The buyer spoke like a computer assistant.",
    "role_swap": "The buyer spoke as if they were the agency.",
    "wrong_direction": "The buyer mixed up who had called whom.",
}


def out_of_role(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """Assistant talk, swapped roles, and the wrong direction of the call; each once."""
    told: set[ActorFault] = set()
    calls = transcript.call_direction == "buyer_calls"
    answering = _first_words(transcript)
    for turn in buyer_turns(transcript):
        for sentence in sentences(turn):
            answers = turn.index in answering and not calls
            fault = role_fault(sentence.lowered, persona, calls=calls, answers=answers)
            if fault is not None and fault not in told:
                told.add(fault)
                yield sentence.finding(fault, _SENTENCES[fault])


def _first_words(transcript: Transcript) -> set[int]:
    """The turns in which somebody comes to the phone: the buyer's first, and the first of each further person."""
    seen: dict[str | None, Turn] = {}
    for turn in buyer_turns(transcript):
        seen.setdefault(turn.stage, turn)
    return {turn.index for turn in seen.values()}
