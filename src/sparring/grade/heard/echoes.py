"""What the other side had said that a sentence says back: the sentence of theirs with most of its words.

Flows in: a hearing and an act. Flows out: that sentence's place, or nothing where it is in other words altogether.
"""

from functools import lru_cache
from typing import NamedTuple

from sparring.grade.evidence import meanings
from sparring.grade.heard.admissible import RECENT_SENTENCES
from sparring.grade.heard.testimony import IN_ANY_RECAP, READ_BACK, Hearing, PlacedAct
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.fillers import unheld

RECENT_TURNS = 4
"""How far back what is said back was mostly told; of what is older a single word is no echo."""


_SAID_BY_CHANCE = word_set(
    "aunt uncle mother father mom dad husband wife brother sister son daughter parents nurse doctor "
    "monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight o'clock works let's "
    "only really still even much many first last next every back wants wanted needs needed maybe please thank thanks "
    "question questions "
    "people send sends sent do does did "
    "hello hi bye sorry great fine okay day way place part kind able actually exactly mrs mr before after again"
)


class Echo(NamedTuple):
    """`text[start:end]` of the other side's turn, of which `words` words come back."""

    turn: int
    start: int
    end: int
    words: int


def echo_of(hearing: Hearing, act: PlacedAct, speaker: str) -> Echo | None:
    """What the act's sentence says back, the latest of several that come back with as many words."""
    side = hearing.of(speaker).texts[act.turn]
    start, end = side.span_around(act.start, act.end)
    mine = _words(side.text[start:end]) - meanings(hearing.buyer_name)
    other = hearing.buyer if speaker == "rep" else hearing.rep
    found = [
        Echo(turn, one.start, one.end, len(mine & _words(text.text[one.start : one.end])))
        for turn, text in other.texts.items()
        if turn < act.turn
        for one in text.sentences
    ]
    best = max(found, key=lambda one: (one.words, one.turn, one.start), default=None)
    return best if best and best.words and (best.words > 1 or act.turn - best.turn <= RECENT_TURNS) else None


@lru_cache(maxsize=RECENT_SENTENCES)
def _words(text: str) -> frozenset[str]:
    """Those that nobody says by chance: "that's" and "only" come back in any call.

    Kept for as many sentences as a call has: each is compared with all that the other side said before it.
    """
    return (
        frozenset(one for one in meanings(unheld(text).text) if "'" not in one)
        - IN_ANY_RECAP
        - READ_BACK
        - _SAID_BY_CHANCE
    )
