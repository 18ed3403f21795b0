"""What is said in words that no phrase stands for: sentences that are like examples of one thing to say.

Flows in: the sentences of a turn, and what was heard before it. Flows out: what one sentence, or two neighbours, are
like, with their characters. Small linear heads were taught by examples (`tools/train_likeness`); scored in whole numbers,
so that a call gets the same bytes on every machine. Only the grader asks: a buyer goes by acts. What a buyer holds back
is told by heads of the same kind (`concerns.py`).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from sparring.speech_acts.acts import Alike, Likeness
from sparring.speech_acts.learned.word_vectors import word_vectors
from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.heard import HeardBefore
from sparring.speech_acts.text.words import SentenceWords

UNIT: Final = 100
"""Weights and scores are whole hundredths."""
POINT_UNIT: Final = 1_024
"""What a point's unit weighs is counted in so many parts of a hundredth."""
_WEIGHTS: Final = "likeness.json"
_WORD: Final = "w "
_WORD_COUNTS: Final = (4, 8, 16)
_MOST_SHARED: Final = 3
_STATED: Final = frozenset(
    (
        Likeness.SAYS_BACK, Likeness.STAFFING_CHOSEN, Likeness.STAFFING_TRAINED, Likeness.STAFFING_SUPERVISED,
        Likeness.BACKUP_COVER, Likeness.NON_MEDICAL, Likeness.GIVES_PRICE, Likeness.EXPLAINS_PRICE, Likeness.PROOF,
        Likeness.PROMISES_WHO_ANSWERS, Likeness.PROMISES_SPEED, Likeness.PROMISES_DAYS,
    )
)  # fmt: skip
"""What nobody says by a question alone, whatever it speaks of."""
Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Heads(Generic[Name]):
    """The linear heads, one column each.

    Args:
        names: of the columns.
        rows: of each feature its row, from 1; words that no example has stand where their meaning puts them.
        weights: [features + 1, heads], whole hundredths; the first row is nought.
        least: [heads], the score from which a sentence is like the examples.
    """

    names: tuple[Name, ...]
    rows: dict[str, int]
    weights: npt.NDArray[np.int32]
    least: npt.NDArray[np.int32]

    def reached(self, sentences: Sequence[frozenset[str]]) -> tuple[list[list[int]], list[list[int]]]:
        """The columns that the features of each sentence reach, and those of each with the next one.

        Two sentences together have the weights of both less what they share: every feature is looked up once or twice.
        """
        many, found = len(sentences), self._rows_of(sentences)
        scores = self._scores([*found, *(one & other for one, other in pairwise(found))])
        scores[many:] = scores[: many - 1] + scores[1:many] - scores[many:]
        reached: list[list[int]] = [[] for _ in scores]
        windows, columns = (scores >= self.least).nonzero()
        for window, column in zip(windows.tolist(), columns.tolist(), strict=True):
            reached[window].append(column)
        return reached[:many], reached[many:]

    def scores(self, windows: Sequence[frozenset[str]]) -> npt.NDArray[np.int32]:
        """[windows, heads] of the features of each."""
        return self._scores(self._rows_of(windows))

    def _rows_of(self, windows: Sequence[frozenset[str]]) -> list[frozenset[int]]:
        return [frozenset(filter(None, map(self.rows.get, features))) for features in windows]

    def _scores(self, windows: Sequence[frozenset[int]]) -> npt.NDArray[np.int32]:
        """[windows, heads] of sets of rows, in one look at the weights."""
        found, starts = list[int](), list[int]()
        for rows in windows:
            starts.append(len(found))
            found.append(0)  # of no feature: a window that nobody knows is one all the same
            found += rows
        scores: npt.NDArray[np.int32] = np.add.reduceat(self.weights.take(found, 0), starts, 0)
        return scores


def alike(sentences: Sequence[Sentence], before: HeardBefore) -> Iterator[Alike]:
    """What the sentences of a turn are like, alone and with the next one where neither says it alone."""
    if not sentences:
        return
    heads = load_heads()
    alone, both = heads.reached([said_features(sentence, before) for sentence in sentences])
    asking = [_only_asks(sentence) for sentence in sentences]
    for sentence, columns, asks in zip(sentences, alone, asking, strict=True):
        yield from _placed(heads, columns, sentence, sentence, asks=asks)
    neighbours = zip(pairwise(sentences), both, pairwise(alone), pairwise(asking), strict=True)
    for (first, second), together, apart, both_ask in neighbours:
        columns = [one for one in together if one not in apart[0] and one not in apart[1]]
        yield from _placed(heads, columns, first, second, asks=all(both_ask))


def _only_asks(sentence: Sentence) -> bool:
    return all(clause.asks is not Asks.NO and clause.asks_by_form for clause in sentence.clauses)


def _placed(
    heads: Heads[Likeness], columns: Sequence[int], first: Sentence, last: Sentence, *, asks: bool
) -> Iterator[Alike]:
    start, end = first.words.items[0].start, last.words.items[-1].end
    likes = (heads.names[column] for column in columns)
    return (Alike(like, start, end) for like in likes if not (asks and like in _STATED))


def said_features(sentence: Sentence, before: HeardBefore) -> frozenset[str]:
    """What heads go by: words, neighbours and words one apart, how it asks, how long it is, what it takes up."""
    found = worded(sentence.words)
    found.update([f"asks {clause.asks.name}" for clause in sentence.clauses if clause.asks is not Asks.NO])
    found.update(_taken_up(sentence.stems, before))
    return frozenset(found)


def worded(sentence: SentenceWords) -> set[str]:
    """The words of a sentence, neighbours and words one apart, how many they are, and whether a mark asks."""
    words, end = sentence.texts, ">?" if sentence.asked else ">"
    found = {_WORD + word for word in words}
    found.update([f"b {one} {other}" for one, other in pairwise(["<", *words, end])])
    found.update([f"k {one} _ {other}" for one, other in zip(words, words[2:], strict=False)])
    found.add(f"n {_length_class(len(words))}")
    if sentence.asked:
        found.add("mark ?")
    return found


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


@cache
def load_heads() -> Heads[Likeness]:
    """The heads that come with the package, read once, in some 30 ms."""
    return parse_heads(read_document(_WEIGHTS), Likeness)


def read_document(name: str) -> dict[str, Any]:
    """Heads as they lie among the weights of this package."""
    document: dict[str, Any] = json.loads((files(__package__) / "weights" / name).read_text("utf-8"))
    return document


def parse_heads(document: dict[str, Any], named: type[Name]) -> Heads[Name]:
    """Heads from their JSON document: weights of a point's 128 numbers, and of each feature pairs of column and weight.

    What a word weighs by its meaning is added up here, once: of whole numbers, whose sums a float holds exactly.
    """
    names = tuple(map(named, document["heads"]))
    table = word_vectors()
    by_meaning = table.points.astype(np.float64) @ np.array(document["points"], np.float64).T // POINT_UNIT
    rows = {_WORD + word: row + 1 for word, row in table.rows.items()}
    for feature in document["weights"]:
        rows.setdefault(feature, len(rows) + 1)
    weights = np.zeros((len(rows) + 1, len(names)), np.int32)
    weights[1 : len(by_meaning) + 1] = by_meaning
    for feature, pairs in document["weights"].items():
        weights[rows[feature], pairs[::2]] += np.array(pairs[1::2], np.int32)
    return Heads(names, rows, weights, np.array(document["least"], np.int32))
