"""The buyer's turns, cut into sentences with their places, and how a finding cites one.

Flows in: a transcript. Flows out: sentences in plain small letters, and findings that quote the turn as it was said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sparring.grade.evidence import cite
from sparring.persona.out_of_role import lowered
from sparring.scorecard import ActorFault, ActorFinding
from sparring.transcript import Speaker, Transcript, Turn

_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")


@dataclass(frozen=True, slots=True)
class BuyerSentence:
    """`turn.text[start:end]`; `lowered` is the same in small letters with straight apostrophes."""

    turn: Turn
    start: int
    end: int
    lowered: str

    @property
    def is_question(self) -> bool:
        """By its mark: a recogniser's text has one where the voice rose."""
        return self.lowered.endswith("?")

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, plain."""
        return tuple(_WORD.findall(self.lowered))

    def finding(self, fault: ActorFault, sentence: str) -> ActorFinding:
        """This sentence is what is wrong."""
        return ActorFinding(fault=fault, evidence=cite(self.turn, self.start, self.end), sentence=sentence)


def buyer_turns(transcript: Transcript) -> Iterator[Turn]:
    """What the buyer said, in order."""
    return (turn for turn in transcript.turns if turn.speaker is Speaker.BUYER and turn.text.strip())


def rep_turns_before(transcript: Transcript, turn: int) -> Iterator[Turn]:
    """What the rep had said by then."""
    return (one for one in transcript.turns[:turn] if one.speaker is Speaker.REP)


def sentences(turn: Turn) -> Iterator[BuyerSentence]:
    """The sentences of a turn."""
    for found in _SENTENCE.finditer(turn.text):
        text = found.group()
        start = found.start() + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if end > start:
            yield BuyerSentence(turn, start, end, lowered(turn.text[start:end]))


def about(turn: Turn, fault: ActorFault, sentence: str) -> ActorFinding:
    """The whole turn is what is wrong."""
    return ActorFinding(fault=fault, evidence=cite(turn, 0, len(turn.text)), sentence=sentence)
