"""Replies that take their matter from the question just asked: "and if she's sick?" - "then we send somebody else".

Flows in: what was asked last, and a sentence of the reply. Flows out: the act that the sentence does as an answer and
would not do by itself.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Sentence, found
from sparring.speech_acts.phrases.index import index_of
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.words import sentences

_ABSENCE_ASKED: Final = index_of(
    phrases("""
    (if|when|suppose|say) ~6 (sick|ill|off|out|vacation|holiday|late|quits|leaves|cancels|show|showed|come|make it|flat tire)
    (who|what|how) ~6 (sick|ill|call out|calls out|calls off|calls in|does not show|do not show|no show|can not come|vacation)
    (back up|backup|cover|substitute|replacement|stand in)
""")
)
_SENDS_SOMEBODY: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (send|sending|sends|bring|find|get|have|has|put|call|calls|line up|pull) ~4 (another|somebody|someone|other|second|else|more|others|\
        substitute|replacement|one of|team|supervisor)
    (another|somebody|someone|other|second|different) ~3 (comes|come|goes|go|takes|covers|steps|is there|will be there|would come|\
        is coming|is sent)
    (i|me|we|one of us|my ({family})|supervisor|manager|nurse|owner) ~2 (come|comes|cover|covers|go|goes|step|steps|fill|fills) ~4
""")
)
_LEAVES_IT_OPEN: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (try|tries|hope|hopes|maybe|might|depends|not always|can not promise|can not guarantee|do not|rarely|that does not|never had)
""")
)


def asks_who_covers(said_before: Sequence[str]) -> bool:
    """Whether the last that was said asks what happens when a caregiver cannot come."""
    asked = sentences(said_before[-1]) if said_before else ()
    return any(
        phrase.pattern.search(words.text) for words in asked for phrase, _ in _ABSENCE_ASKED.possible(words.grams)
    )


def says_who_covers(sentence: Sentence, *, asked: bool) -> Iterator[Act]:
    """Somebody is sent or comes, said to one who asked what happens then."""
    if not asked or any(True for _ in found(_LEAVES_IT_OPEN, sentence)):
        return
    for first, last in found(_SENDS_SOMEBODY, sentence):
        opening, closing = sentence.covering(first, last)
        if closing.asks is Asks.NO:
            yield sentence.act(ActKind.BACKUP_COVER, opening.first, closing.last)
