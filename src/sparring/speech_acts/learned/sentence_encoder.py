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
_AT_ONCE: Final = 128  # texts: what they are multiplied to stays in a processor's cache, at two thirds of the time
_ONWARDS: Final = ("onwards_0", "onwards_1", "onwards_2", "onwards_most_1", "onwards_most_2")

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
        onwards: [all, 192], of the sums over all words of the words themselves, of the first and of the second, and of
            the most over all words of the first and of the second.
    """

    words: npt.NDArray[np.int8]
    convolutions: tuple[Convolution, Convolution]
    onwards: Points


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
        words = np.pad(stored["words"], ((0, 1), (0, 0)))
        onwards = np.concatenate([stored[name] for name in _ONWARDS]).astype(np.float64)
        return Network(words, (first, second), onwards)


def encoded(texts: Sequence[Sequence[int]]) -> Points:
    """[texts, 192]: where each lies, 64 far out but for rounding; the origin without words.

    Args:
        texts: of each the rows of its words in the tables, in their order.
    """
    points = np.zeros((len(texts), network().onwards.shape[1]))
    for first in range(0, len(texts), _AT_ONCE):
        points[first : first + _AT_ONCE] = _encoded(texts[first : first + _AT_ONCE])
    return points


def _encoded(texts: Sequence[Sequence[int]]) -> Points:
    none = len(network().words) - 1
    told = [[*text[:LONGEST], none] for text in texts]
    begins = np.cumsum([0, *map(len, told[:-1])])
    return at_one_length(_summed(np.array([row for text in told for row in text]), begins))


def _summed(rows: _Rows, begins: _Rows) -> Points:
    """[texts, 192] of all texts in a row; after each stands no word, so that it has nothing to do with the next."""
    by, between = network(), np.array([*begins[1:], len(rows)]) - 1
    values, multiplied = _by_word(rows, few=len(begins) == 1)
    first = _convolved(multiplied, between, by.convolutions[0])
    second = _convolved(first @ by.convolutions[1].kernel, between, by.convolutions[1])
    added = [_added(one, begins) for one in (values, first, second)]
    most = [_most(one, begins) for one in (first, second)]
    return np.floor(np.concatenate((*added, *most), axis=1) @ by.onwards / SHRINK)


def _by_word(rows: _Rows, *, few: bool) -> tuple[ShortPoints, ShortPoints]:
    """[words, in] where words lie, and [words, 3 * out] by the first kernel: of many, which come again, each once."""
    by = network()
    words, at = (rows, slice(None)) if few else np.unique(rows, return_inverse=True)
    values = by.words[words].astype(np.float32)
    return values[at], (values @ by.convolutions[0].kernel)[at]


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


def _added(values: ShortPoints, begins: _Rows) -> ShortPoints:
    """[texts, out]: the sums of each text, which short numbers hold."""
    added: ShortPoints = np.add.reduceat(values, begins) if len(begins) > 1 else values.sum(axis=0, keepdims=True)
    return added


def _most(values: ShortPoints, begins: _Rows) -> ShortPoints:
    """[texts, out]: the most of each text."""
    most: ShortPoints = np.maximum.reduceat(values, begins) if len(begins) > 1 else values.max(axis=0, keepdims=True)
    return most
