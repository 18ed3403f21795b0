"""What the other side has said, ready for comparing: the words that carry meaning and how they would be said back.

Flows in: utterances of the other side. Flows out: stems and word pairs to look for in the reply.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.words import bare_words

_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")
RECENT: Final = 5  # utterances looked back on besides the last one
RECENT_UTTERANCES: Final = 64  # what a call said so far is gone through again at each of its turns
_NOTHING: Final[frozenset[str]] = frozenset()
_LIGHT: Final = word_set(
    """a an the and or but if so then than that this these those there here it is are was were be been being am i me
    my mine we our us you your yours he she they them their his her him of to in on at for from with by as about
    into over under out up down off not no do does did doing have has had having will would can could should may
    might must like well okay yeah yes right think get got go going want what which who when where why how all any
    some more most other too also because lot thing things something kind sort say said one know mean mhm feel mm
    much many let come make take need needs us just really very maybe now been don't that's tell told good great
    thank thanks sure him help see look even still back way every keep give time day days week even ever"""
)
_SAME: Final = dict(
    pair.split(":")
    for pair in [
        *("fell:fall", "fallen:fall", "mom:mother", "mom's:mother", "mother's:mother", "dad:father", "dad's:father"),
        *("father's:father", "meds:medication", "pill:medication", "pills:medication", "medicine:medication"),
        *("wash:bath", "bathe:bath", "bathing:bath", "shower:bath", "showering:bath", "ate:eat", "slept:sleep"),
        *("discharged:discharge", "nights:night", "overnight:night", "forgot:forget", "stayed:stay", "lives:live"),
        *("left:leave", "wore:wear", "kids:child", "children:child", "lonely:alone", "awake:sleep", "cook:meal"),
        *("cooking:meal", "eating:eat", "costs:cost", "price:cost", "rate:cost", "expensive:cost", "tired:exhaust"),
        *("exhausted:exhaust", "exhausting:exhaust", "worried:worry", "scared:afraid", "frightened:afraid"),
        *("memory:dementia", "forgetful:forget", "wanders:wander", "husband's:husband", "wife's:wife"),
    ]
)
_TURNED: Final = {"i": "you", "my": "your", "me": "you", "am": "are", "we": "you", "our": "your", "myself": "yourself"}
_ENDINGS: Final = ("ings", "ing", "edly", "ed", "es", "s", "ly")


@dataclass(frozen=True, slots=True)
class HeardBefore:
    """What a reply is compared with.

    Args:
        words: of the last utterance.
        stems: words of the last utterance that carry meaning.
        earlier: the same of the few utterances before it.
        all_stems: `stems` and `earlier` together.
        ever: the same of everything that was said.
    """

    words: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    all_stems: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()

    @property
    def turned(self) -> frozenset[tuple[str, str]]:
        """Word pairs of the last utterance as they would be said back ("i am" is "you are")."""
        return frozenset(pairwise(_TURNED.get(word, word) for word in self.words))


def heard(said_before: Sequence[str]) -> HeardBefore:
    """Read what the other side has said, oldest first."""
    if not said_before:
        return HeardBefore()
    last = tuple(bare_words(said_before[-1]))
    before = [_stems_of(said) for said in said_before[:-1]]
    latest, older = stems(last), _NOTHING.union(*before[-RECENT:])
    return HeardBefore(last, latest, older, latest | older, latest.union(*before))


def stems(words: Iterable[str]) -> frozenset[str]:
    """The words that carry meaning, without their endings."""
    return frozenset(filter(None, map(_stem_of_meaning, words)))


@lru_cache(maxsize=RECENT_UTTERANCES)
def _stems_of(utterance: str) -> frozenset[str]:
    return stems(_WORD.findall(utterance.lower()))


@lru_cache(maxsize=8192)
def _stem_of_meaning(word: str) -> str:
    """The stem of a word that carries meaning, else nothing."""
    return stem(word) if len(word) > 2 and word not in _LIGHT else ""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending; words for one thing share one stem."""
    if word in _SAME:
        return _SAME[word]
    bare = word.partition("'")[0]
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return _SAME.get(bare, bare)
