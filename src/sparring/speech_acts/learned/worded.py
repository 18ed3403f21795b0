"""What heads go by: a sentence as its words, and the names of what else is told of it.

Flows in: the sentences of a turn, and what was heard before it. Flows out: each as heads look at it (`likeness.py`,
`concerns.py`), and by the names that its features have where heads are taught.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.heard import HeardBefore
from sparring.speech_acts.text.words import SentenceWords

WORD: Final = "w"
FOLLOWED: Final = "b"
APART: Final = "k"
BEGINNING: Final = "<"
_WORD_COUNTS: Final = (4, 8, 16)
_MOST_SHARED: Final = 3


class Worded(NamedTuple):
    """A sentence as heads look at it.

    Args:
        words: in order.
        grams: the same and the pairs of neighbours, as the sentence has them ready.
        end: what stands behind them: `>?` where a mark asks, else `>`.
        others: every other feature, by name.
    """

    words: Sequence[str]
    grams: frozenset[str]
    end: str
    others: Sequence[str]

    def edges(self) -> tuple[str, str]:
        """The first word with the beginning before it, the last one with the end behind it."""
        return f"{BEGINNING} {''.join(self.words[:1])}", f"{''.join(self.words[-1:])} {self.end}"

    def features(self) -> frozenset[str]:
        """The names of all features: words, neighbours and words one apart, and the others."""
        words, whole = self.words, (BEGINNING, *self.words, self.end)
        found = {f"{WORD} {word}" for word in words}
        found.update([f"{FOLLOWED} {one} {other}" for one, other in pairwise(whole)])
        found.update([f"{APART} {one} _ {other}" for one, other in zip(words, words[2:], strict=False)])
        return frozenset(found.union(self.others))


class Said(NamedTuple):
    """A turn to be compared with examples: its sentences, and each as heads look at it."""

    sentences: Sequence[Sentence]
    worded: Sequence[Worded]


def said(sentences: Sequence[Sentence], before: HeardBefore) -> Said:
    """A turn of the rep's, after what was heard before it."""
    return Said(sentences, [said_after(sentence, before) for sentence in sentences])


def said_after(sentence: Sentence, before: HeardBefore) -> Worded:
    """A sentence, how it asks, and what it takes up of what was heard."""
    asks = [f"asks {clause.asks.name}" for clause in sentence.clauses if clause.asks is not Asks.NO]
    return worded(sentence.words, *asks, *_taken_up(sentence.stems, before))


def worded(sentence: SentenceWords, *others: str) -> Worded:
    """The words of a sentence, how many they are, whether a mark asks, and `others`."""
    length = f"n {_length_class(len(sentence.texts))}"
    if sentence.asked:
        return Worded(sentence.texts, sentence.grams, ">?", (length, "mark ?", *others))
    return Worded(sentence.texts, sentence.grams, ">", (length, *others))


def _length_class(words: int) -> int:
    return words if words < _WORD_COUNTS[0] else max(one for one in _WORD_COUNTS if one <= words)


def _taken_up(mine: frozenset[str], before: HeardBefore) -> Iterator[str]:
    """How much of what was heard is said back, in thirds."""
    shared = len(mine & before.stems)
    yield f"sh {min(_MOST_SHARED, shared)}"
    yield f"se {min(2, len(mine & before.ever))}"
    if mine:
        yield f"sp {3 * shared // len(mine)}"
    if before.ever:  # of words that hold nothing nothing is said back: what else was said with them weighs nothing
        yield f"tk {3 * shared // max(1, len(before.stems))}"
