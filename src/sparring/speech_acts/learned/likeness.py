"""What is said in words that no phrase stands for: sentences that are like examples of one thing to say.

Flows in: the sentences of a turn, and what was heard before it. Flows out: what one sentence, or two neighbours, are
like, with their characters. Small linear heads were taught by examples (`tools/train_likeness`); scored in whole numbers,
so that a call gets the same bytes on every machine. Only the grader asks: a buyer goes by acts. What a buyer holds back
is told by heads of the same kind (`concerns.py`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain, islice, pairwise
from typing import Any, Final, Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from sparring.speech_acts.acts import Alike, Likeness
from sparring.speech_acts.learned.word_vectors import word_vectors
from sparring.speech_acts.learned.worded import APART, FOLLOWED, WORD, Said, Worded
from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.text.asking import Asks

UNIT: Final = 100
"""Weights and scores are whole hundredths."""
POINT_UNIT: Final = 1_024
"""What a point's unit weighs is counted in so many parts of a hundredth."""
_WEIGHTS: Final = "likeness.json"
_STATED: Final = frozenset(
    (
        Likeness.SAYS_BACK, Likeness.STAFFING_CHOSEN, Likeness.STAFFING_TRAINED, Likeness.STAFFING_SUPERVISED,
        Likeness.BACKUP_COVER, Likeness.NON_MEDICAL, Likeness.GIVES_PRICE, Likeness.EXPLAINS_PRICE, Likeness.PROOF,
        Likeness.PROMISES_WHO_ANSWERS, Likeness.PROMISES_SPEED, Likeness.PROMISES_DAYS, Likeness.LINKS_SERVICE_TO_NEED,
    )
)  # fmt: skip
"""What nobody says by a question alone, whatever it speaks of."""
_ASKED: Final = frozenset(one for one in Likeness if one.value.startswith(("asks_", "checks_")))
_MORE_UNASKED: Final = 25  # hundredths
"""By so much more must words that ask nothing be like what is mostly asked: "a number for you, in case"."""
_MORE_LISTED: Final = 120  # hundredths
"""And by so much where a mark that does not ask ends a list of help: "Meals, groceries and a reminder for her pills."."""
_AT_ONCE: Final = 4
"""So many things may one sentence be like, the likest of them; who seems to say more says most of it by chance."""
_TURNS_AT_ONCE: Final = 32
"""All that a call has, mostly; of the longest there can be no more than 40 MB of weights are looked at at once."""
Name = TypeVar("Name", bound=str)


class WordRows(NamedTuple):
    """Rows of words and of neighbours, as a sentence has them among its grams, and of words one apart."""

    grams: dict[str, int]
    apart: dict[tuple[str, str], int]


class Reached(NamedTuple):
    """Columns that the sentences of a turn reach, each alone and with the next one, and how far above their least."""

    alone: list[dict[int, int]]
    both: list[dict[int, int]]


@dataclass(frozen=True, slots=True)
class Heads(Generic[Name]):
    """The linear heads, one column each.

    Args:
        names: of the columns.
        rows: of each feature its row, from 1; words that no example has stand where their meaning puts them.
        weights: [features + 1, heads], whole hundredths; the first row is nought.
        least: [heads], the score from which a sentence is like the examples.
        of_words: the rows of words by the words, so that no name is put together to look for.
    """

    names: tuple[Name, ...]
    rows: dict[str, int]
    weights: npt.NDArray[np.int32]
    least: npt.NDArray[np.int32]
    of_words: WordRows

    def rows_of(self, said: Worded) -> frozenset[int]:
        """The rows of a sentence's features, those that nobody taught left out."""
        words, rows = said.words, self.of_words
        found = {
            *map(self.rows.get, said.others),
            *map(rows.grams.get, said.grams),
            *map(rows.grams.get, said.edges()),
            *map(rows.apart.get, zip(words, words[2:], strict=False)),
        }
        return frozenset(filter(None, found))

    def reached(self, turns: Sequence[Sequence[frozenset[int]]]) -> list[Reached]:
        """For each turn, of the rows of its sentences, the columns that they reach.

        Two sentences together have the weights of both less what they share: every row is looked up once or twice.
        """
        alone = list(chain.from_iterable(turns))
        if not alone:
            return [Reached([], []) for _ in turns]
        ends = set(accumulate(map(len, turns)))
        first = np.array([at for at in range(len(alone)) if at + 1 not in ends], np.intp)
        scores = self._scores([*alone, *(alone[at] & alone[at + 1] for at in first.tolist())])
        scores[len(alone) :] = scores[first] + scores[first + 1] - scores[len(alone) :]
        above = scores - self.least
        hits = (above >= 0).nonzero()
        columns: list[dict[int, int]] = [{} for _ in scores]
        for window, column, more in zip(*map(np.ndarray.tolist, (*hits, above[hits])), strict=True):
            columns[window][column] = more
        one, two = iter(columns[: len(alone)]), iter(columns[len(alone) :])
        return [Reached([*islice(one, len(turn))], [*islice(two, max(0, len(turn) - 1))]) for turn in turns]

    def scores(self, windows: Sequence[frozenset[str]]) -> npt.NDArray[np.int32]:
        """[windows, heads] of the features of each."""
        return self._scores([frozenset(self.rows.get(feature, 0) for feature in features) for features in windows])

    def _scores(self, windows: Sequence[frozenset[int]]) -> npt.NDArray[np.int32]:
        """[windows, heads] of sets of rows, in one look at the weights."""
        found, starts = list[int](), list[int]()
        for rows in windows:
            starts.append(len(found))
            found.append(0)  # of no feature: a window that nobody knows is one all the same
            found += rows
        scores: npt.NDArray[np.int32] = np.add.reduceat(self.weights.take(found, 0), starts, 0, np.int32)
        return scores


def alike(turns: Sequence[Said]) -> Iterator[list[Alike]]:
    """What the sentences of each turn are like, alone and with the next one where neither says it alone.

    Many turns at once: a look at the weights costs as much for one sentence as for fifty.
    """
    heads = load_heads()
    for at in range(0, len(turns), _TURNS_AT_ONCE):
        some = turns[at : at + _TURNS_AT_ONCE]
        reached = heads.reached([[heads.rows_of(one) for one in turn.worded] for turn in some])
        yield from (list(_alike(heads, turn.sentences, found)) for turn, found in zip(some, reached, strict=True))


def _alike(heads: Heads[Likeness], sentences: Sequence[Sentence], reached: Reached) -> Iterator[Alike]:
    alone, both = reached
    if not any(alone) and not any(both):
        return
    for sentence, columns in zip(sentences, alone, strict=True):
        yield from _placed(heads, columns, (sentence,))
    for two, together, apart in zip(pairwise(sentences), both, pairwise(alone), strict=True):
        columns = {one: more for one, more in together.items() if one not in apart[0] and one not in apart[1]}
        yield from _placed(heads, columns, two)


def _placed(heads: Heads[Likeness], columns: Mapping[int, int], said: Sequence[Sentence]) -> Iterator[Alike]:
    """The likest of what one sentence or two may be like, in the order of the heads."""
    if not columns:
        return
    least = sorted(columns.values())[-_AT_ONCE:][0]
    asking = [clause.asks is not Asks.NO for sentence in said for clause in sentence.clauses]
    only_asks = all(asking) and all(clause.asks_by_form for sentence in said for clause in sentence.clauses)
    start, end = said[0].words.items[0].start, said[-1].words.items[-1].end
    for column, above in columns.items():
        like = heads.names[column]
        chance = above < least or (like in _ASKED and above < _more_unasked(like, said) and not any(asking))
        if not (chance or (only_asks and like in _STATED)):
            yield Alike(like, start, end, above)


def _more_unasked(like: Likeness, said: Sequence[Sentence]) -> int:
    last = said[-1].words
    listed = like is Likeness.ASKS_CARE_NEEDS and last.stopped and not last.asked
    return _MORE_LISTED if listed else _MORE_UNASKED


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
    rows = {f"{WORD} {word}": row + 1 for word, row in table.rows.items()}
    for feature in document["weights"]:
        rows.setdefault(feature, len(rows) + 1)
    weights = np.zeros((len(rows) + 1, len(names)), np.int32)
    weights[1 : len(by_meaning) + 1] = by_meaning
    for feature, pairs in document["weights"].items():
        weights[rows[feature], pairs[::2]] += np.array(pairs[1::2], np.int32)
    return Heads(names, rows, weights, np.array(document["least"], np.int32), _of_words(rows))


def _of_words(rows: Mapping[str, int]) -> WordRows:
    """The rows of words and pairs of words by the words in their names."""
    of_words = WordRows({}, {})
    for feature, row in rows.items():
        kind, *words = feature.split(" ")
        if kind in (WORD, FOLLOWED):
            of_words.grams[" ".join(words)] = row
        elif kind == APART:
            of_words.apart[words[0], words[-1]] = row
    return of_words
