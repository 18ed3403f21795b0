"""An utterance read: its sentences with their clauses and words.

Flows in: text. Flows out: the sentences that tables and models work on.
"""

from collections.abc import Iterable

from sparring.speech_acts.clauses import clauses
from sparring.speech_acts.families import Sentence, matches
from sparring.speech_acts.phrases import Phrase
from sparring.speech_acts.words import sentences


def read(utterance: str) -> tuple[Sentence, ...]:
    """The sentences of an utterance, in order; those without a word are left out."""
    return tuple(Sentence(words, clauses(words), words.vocabulary) for words in sentences(utterance))


def says_any(phrases: Iterable[Phrase], sentence: Sentence) -> bool:
    """Whether any of the phrases stands in the sentence."""
    return any(phrase.possible(sentence.words.grams) and any(matches(phrase, sentence)) for phrase in phrases)
