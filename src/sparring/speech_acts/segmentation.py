"""An utterance read: its sentences with their clauses and words.

Flows in: text. Flows out: the sentences that tables and models work on, and where a full stop would stand in speech.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sparring.speech_acts.phrase_families import Sentence, found
from sparring.speech_acts.phrases.index import TableSlice
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.asking import TAGS, Asks
from sparring.speech_acts.text.clauses import Clause, clauses
from sparring.speech_acts.text.words import RECENT_UTTERANCES, SentenceWords, sentences

_LEADS_ON: Final = word_set("if when while after before since once because suppose say with for about besides apart")
"""A clause that begins so belongs to the question after it: "if you could change one thing, what would it be"."""


_GUESSING: Final = (
    " i guess ",
    " i suppose ",
    " i take it ",
)  # "I was reading the notes | and I guess we got too dear?"


def read(utterance: str) -> tuple[Sentence, ...]:
    """The sentences of an utterance, in order; those without a word are left out."""
    return tuple(map(whole, sentences(utterance)))


def whole(words: SentenceWords) -> Sentence:
    """A sentence of words with its clauses."""
    return Sentence(words, clauses(words))


def says_any(table: TableSlice[None], sentence: Sentence) -> bool:
    """Whether any phrase of one of the `SENTENCE_TABLES` stands in the sentence."""
    return any(True for _ in found(table, sentence))


@lru_cache(maxsize=RECENT_UTTERANCES)
def stops(utterance: str) -> tuple[int, ...]:
    """Characters at which a new sentence begins although no mark says so: a question begins or has ended there."""
    return stops_in(read(utterance))


def stops_in(read_already: Iterable[Sentence]) -> tuple[int, ...]:
    """The same of an utterance that has been read."""
    return tuple(at for sentence in read_already for at in _stops_within(sentence))


def _stops_within(sentence: Sentence) -> Iterator[int]:
    for before, after in pairwise(sentence.clauses):
        if _parts(sentence, before, after):
            yield sentence.words.items[after.first].start


def _parts(sentence: Sentence, before: Clause, after: Clause) -> bool:
    words = sentence.words
    tag = words.between(after.core, after.last).strip() in TAGS
    if _asks(before):
        # "who's your favorite, if I can ask": a marked sentence ends where its mark stands
        return not (tag or _offers_choice(sentence, before, after)) if _asks(after) else not words.stopped
    if words.asked and words.since(after.core).startswith(_GUESSING):
        return True
    leads_on = not _LEADS_ON.isdisjoint(word.text for word in words.items[before.first : before.core + 1])
    return _asks(after) and not tag and not leads_on


def _offers_choice(sentence: Sentence, before: Clause, after: Clause) -> bool:
    """As in "what are they looking at, is it readmissions or something else": one question, with answers to choose."""
    words = sentence.words.between(after.core, after.last)
    return before.asks is Asks.OPEN and words.startswith((" is it ", " is that ", " are they ")) and " or " in words


def _asks(clause: Clause) -> bool:
    return clause.asks is not Asks.NO and clause.asks_by_form
