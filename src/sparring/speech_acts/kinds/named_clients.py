"""Clients who are named: a person's name where the speaker talks about somebody the agency cares for.

Flows in: a sentence and what was known before it. Flows out: acts that identify a client.
"""

from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind, Context
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import says_any
from sparring.speech_acts.text.names import FIRST_NAMES
from sparring.speech_acts.text.words import bare_words

_OF_OURS: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (one of)? (our|my) (own|other|current|former|old)? (client|clients|patient|patients|resident|residents)
    (client|patient|resident|family|lady|gentleman) of (ours|mine)
    {we} (have been|are|were) with (them|her|him|the family|that family) ~3
    (use|uses|used|hired|chose|have|has|had) us (three|two|one|four|five|every|for|on|twice|since|last|all|a few|\
        now) ~3
    {we} (had|have|helped|served|started|are helping|are with|see|visit) your (neighbor|neighbors|friend|cousin|\
        coworker|colleague|pastor|doctor)
    {we} (care for|take care of|took care of|cared for|look after|looked after|have been caring for|are caring for)
    (a|one|another) (client|patient) of (ours|mine)
    {we} (are|were|have been) (there|with them|with him|with her|in the house|in their home) (every|each|all|most|\
        three|two|five|seven|since|for) ~2
""")
)
_UNDONE: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (can not|could not|will not|never|do not|not allowed to|not able to) ~3 (share|name|say|tell|give|use|discuss|\
        mention)
    (help|helping|care for|take care of|look after|caring for) (you|your)
    (will|would|can|could|going to) ~2 (care for|take care of|look after|help)
""")
)
_TITLES: Final = word_set("mr mrs ms miss")
_CLIENT_WORDS: Final = word_set(
    """us know them neighbor neighbors friend cousin coworker colleague client clients patient patients resident
    residents ours care caring look looked cared"""
)
_PLURALS: Final = word_set(
    """caregivers families patients clients nurses aides doctors agencies weekends neighbors residents services
    hospitals mornings evenings afternoons stairs others papers sisters brothers parents people folks"""
)
_NEARBY: Final = 10  # words between the client and the name


def identifies_client(sentence: Sentence, context: Context) -> Iterator[Act]:
    """A client named by title or by first and last name; names the other side has used do not count."""
    if _CLIENT_WORDS.isdisjoint(sentence.vocabulary):
        return
    if not says_any(_OF_OURS, sentence) or says_any(_UNDONE, sentence):
        return
    items = sentence.words.items
    known = {*bare_words(context.other_name), *(word for said in context.said_before for word in bare_words(said))}
    near = [at for at, word in enumerate(items) if word.text in _CLIENT_WORDS]
    for at in range(len(items) - 1):
        name = items[at + 1] if items[at].text in _TITLES else items[at]
        titled = items[at].text in _TITLES and name.text.isalpha()
        family = (
            items[at].text == "the"
            and _is_family_name(items[at + 1].text)
            and items[at + 2 : at + 3] != ()
            and items[at + 2].text in ("on", "over", "down", "from", "next", "across")
        )
        full = items[at].text in FIRST_NAMES and items[at + 1].text.isalpha() and not items[at + 1].paused
        if (titled or full or family) and name.text not in known and any(abs(at - one) <= _NEARBY for one in near):
            opening, closing = sentence.covering(min(at, *near), max(at + 1, *near))
            yield sentence.act(ActKind.IDENTIFIES_CLIENT, opening.first, closing.last, about=name.text)


def _is_family_name(word: str) -> bool:
    """Whether a word may be a family in the plural ("the Hendersons"), as far as spelling tells."""
    return word.endswith("s") and len(word) > 5 and word not in _PLURALS
