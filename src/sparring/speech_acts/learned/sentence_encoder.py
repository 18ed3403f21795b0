"""Where a sentence lies by its words in their order: "who calls you" and "who do you call" have the same words.

Flows in: rows of the tables of words. Flows out: a point in 192 dimensions. Three words at a time go through one
convolution, and three of what comes of them through another; of what is above zero the sum counts, and the most (Kim
2014, doi:10.3115/v1/D14-1181). `tools/train_word_vectors/distil.py` taught it to put ways to ask for one fact together,
and about where a sentence encoder puts them. All its numbers are whole, and no sum of them outgrows what a float holds
exactly: a sentence lies at the same place on every machine.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.speech_acts.learned.points import Points, ShortPoints, at_one_length

LONGEST: Final = 24  # words; what follows says no more about what is asked
SHRINK: Final = 1 << 13  # of the sums, so that their squares are exact too
MOST: Final = 127  # what goes into a convolution, so that its sums stay exact in 32 bits
_AROUND: Final = 3  # words at a time

_Rows = npt.NDArray[np.int64]


class Convolution(NamedTuple):
    """What is done to each three words in a row; whole numbers.

    Args:
        kernel: [in, 3 * out], of the first of the three, then of the second and of the third.
        bias: [out], what is added.
        shrink: a power of two by which what is above zero is divided, rounded down, and held at `MOST`.
    """

    kernel: ShortPoints
    bias: ShortPoints
    shrink: int


class Network(NamedTuple):
    """All of it; whole numbers.

    Args:
        words: [words + 1, in], where each word lies; no word lies at the origin and is the last.
        convolutions: the first, of words, and the second, of what comes of the first.
        onwards: of the sums over all words of the words themselves, of the first and of the second: [in, 192] each.
        onwards_most: of the most over all words of the first and of the second: [in, 192] each.
    """

    words: npt.NDArray[np.int8]
    convolutions: tuple[Convolution, Convolution]
    onwards: tuple[Points, Points, Points]
    onwards_most: tuple[Points, Points]


@cache
def network() -> Network:
    """The one that comes with the package, read once."""
    with as_file(files(__package__) / "weights" / "sentence_encoder.npz") as path, np.load(path) as found:
        stored: Any = found
        convolutions = (
            Convolution(
                stored[f"kernel_{place}"].astype(np.float32),
                stored[f"bias_{place}"].astype(np.float32),
                int(stored[f"shrink_{place}"]),
            )
            for place in (1, 2)
        )
        first, second = convolutions
        by_words, by_first, by_second = (stored[f"onwards_{place}"].astype(np.float64) for place in range(3))
        most_first, most_second = (stored[f"onwards_most_{place}"].astype(np.float64) for place in (1, 2))
        words = np.pad(stored["words"], ((0, 1), (0, 0)))
        return Network(words, (first, second), (by_words, by_first, by_second), (most_first, most_second))


def encoded(texts: Sequence[Sequence[int]]) -> Points:
    """[texts, 192]: where each lies, 64 far out but for rounding; the origin without words.

    Args:
        texts: of each the rows of its words in the tables, in their order.
    """
    if not texts:
        return np.zeros((0, network().onwards[0].shape[1]))
    none = len(network().words) - 1
    told = [[*text[:LONGEST], none] for text in texts]
    begins = np.cumsum([0, *map(len, told[:-1])])
    return at_one_length(_summed(np.array([row for text in told for row in text]), begins))


def _summed(rows: _Rows, begins: _Rows) -> Points:
    """[texts, 192] of all texts in a row; after each stands no word, so that it has nothing to do with the next."""
    by, between = network(), np.array([*begins[1:], len(rows)]) - 1
    words, at = np.unique(rows, return_inverse=True)  # what a word adds to the first is reckoned once
    values = by.words[words].astype(np.float32)
    first, second = by.convolutions
    summed = _added(values[at], begins) @ by.onwards[0]
    values = _convolved((values @ first.kernel)[at], between, first)
    summed += _added(values, begins) @ by.onwards[1] + _most(values, begins) @ by.onwards_most[0]
    values = _convolved(values @ second.kernel, between, second)
    summed += _added(values, begins) @ by.onwards[2] + _most(values, begins) @ by.onwards_most[1]
    return np.floor(summed / SHRINK)


def _convolved(multiplied: ShortPoints, between: _Rows, by: Convolution) -> ShortPoints:
    """[words, out]: of each word with the one before and the one after it; of no word nothing.

    Args:
        multiplied: [words, 3 * out], by the kernel.
        between: the places of no word.
        by: what is done.
    """
    each = multiplied.reshape(len(multiplied), _AROUND, -1)
    threes: ShortPoints = each[:, 1] + by.bias
    threes[1:] += each[:-1, 0]
    threes[:-1] += each[1:, 2]
    threes *= np.float32(1 / by.shrink)  # as exact as to divide by it, and seven times as fast
    np.floor(threes, out=threes)
    np.maximum(threes, 0, out=threes)
    np.minimum(threes, MOST, out=threes)
    threes[between] = 0
    return threes


def _added(values: ShortPoints, begins: _Rows) -> Points:
    """[texts, out]: the sums of each text, which short numbers hold."""
    added = values.sum(axis=0, keepdims=True) if len(begins) == 1 else np.add.reduceat(values, begins)
    return added.astype(np.float64)


def _most(values: ShortPoints, begins: _Rows) -> Points:
    """[texts, out]: the most of each text."""
    most = values.max(axis=0, keepdims=True) if len(begins) == 1 else np.maximum.reduceat(values, begins)
    return most.astype(np.float64)
