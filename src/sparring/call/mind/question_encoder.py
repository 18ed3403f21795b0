"""Where a question lies by its words in their order: "who calls you" and "who do you call" have the same words.

Flows in: rows of the table of words. Flows out: a point in 192 dimensions. Three words at a time go through one
convolution, and three of what comes of them through another; of what is above zero the sum counts, and the most (Kim
2014, doi:10.3115/v1/D14-1181). `tools/train_word_vectors/distil.py` taught it to put ways to ask for one fact together,
and about where a sentence encoder puts them. All its numbers are whole, and no sum of them outgrows what a float holds
exactly: a question lies at the same place on every machine.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

LONGEST: Final = 24  # words; what follows says no more about what is asked
LENGTH: Final = 64  # how far out each point lies
SHRINK: Final = 1 << 13  # of the sums, so that their squares are exact too
MOST: Final = 127  # what goes into a convolution, so that its sums stay exact in 32 bits
_AROUND: Final = 3  # words at a time

_Points = npt.NDArray[np.float64]  # whole numbers
_Short = npt.NDArray[np.float32]  # whole numbers
_Rows = npt.NDArray[np.int64]


class Convolution(NamedTuple):
    """What is done to each three words in a row; whole numbers.

    Args:
        kernel: [in, 3 * out], of the first of the three, then of the second and of the third.
        bias: [out], what is added.
        shrink: a power of two by which what is above zero is divided, rounded down, and held at `MOST`.
    """

    kernel: _Short
    bias: _Short
    shrink: int


class Network(NamedTuple):
    """All of it; whole numbers.

    Args:
        words: [words, in], where each word lies.
        convolutions: the first, of words, and the second, of what comes of the first.
        onwards: of the sums over all words of the words themselves, of the first and of the second: [in, 192] each.
        onwards_most: of the most over all words of the first and of the second: [in, 192] each.
    """

    words: npt.NDArray[np.int8]
    convolutions: tuple[Convolution, Convolution]
    onwards: tuple[_Points, _Points, _Points]
    onwards_most: tuple[_Points, _Points]


@cache
def network() -> Network:
    """The one that comes with the package, read once."""
    with as_file(files("sparring.call.mind") / "weights" / "question_encoder.npz") as path, np.load(path) as found:
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
        return Network(stored["words"], (first, second), (by_words, by_first, by_second), (most_first, most_second))


def encoded(texts: Sequence[Sequence[int]]) -> _Points:
    """[texts, 192]: where each lies, 64 far out but for rounding; the origin without words.

    Args:
        texts: of each the rows of its words in the table, in their order.
    """
    told = [text[:LONGEST] for text in texts if text]
    points = np.zeros((len(texts), network().onwards[0].shape[1]))
    if told:
        rows = np.array([row for text in told for row in text])
        begins = np.cumsum([0, *map(len, told[:-1])])
        points[[at for at, text in enumerate(texts) if text]] = at_one_length(_summed(rows, begins))
    return points


def _summed(rows: _Rows, begins: _Rows) -> _Points:
    by = network()
    layer, at = np.unique(rows, return_inverse=True)  # what a word adds to the first is reckoned once
    values = by.words[layer].astype(np.float32)
    summed = np.add.reduceat(values[at], begins, dtype=np.float64) @ by.onwards[0]
    for convolution, onwards, onwards_most in zip(by.convolutions, by.onwards[1:], by.onwards_most, strict=True):
        values = _convolved(values, at, begins, convolution)
        at = np.arange(len(rows))
        summed += np.add.reduceat(values, begins, dtype=np.float64) @ onwards
        summed += np.maximum.reduceat(values, begins).astype(np.float64) @ onwards_most
    shrunk: _Points = np.floor_divide(summed, SHRINK)
    return shrunk


def _convolved(values: _Short, at: _Rows, begins: _Rows, by: Convolution) -> _Short:
    """[words, out]: of each word with the one before and the one after it, which at the ends of a text are none.

    Args:
        values: [different, in].
        at: [words], which of them each is.
        begins: of each text the place of its first word.
        by: what is done.
    """
    each = (values @ by.kernel).reshape(len(values), _AROUND, -1)
    follows = np.ones(len(at), bool)
    follows[begins] = False
    second = np.flatnonzero(follows)
    threes: _Short = each[at, 1] + by.bias
    threes[second] += each[at[second - 1], 0]
    threes[second - 1] += each[at[second], 2]
    held: _Short = np.clip(np.floor_divide(threes, np.float32(by.shrink)), 0, MOST)
    return held


def lengths_of(points: _Points) -> _Points:
    """[points]: how far out each lies; 1 at the origin, so that one may divide by them."""
    lengths: _Points = np.sqrt((points * points).sum(axis=1))
    lengths[lengths == 0] = 1
    return lengths


def at_one_length(points: _Points) -> _Points:
    """The same directions, 64 far out but for rounding, in whole numbers; the origin stays there."""
    placed: _Points = np.rint(LENGTH * points / lengths_of(points)[:, np.newaxis])
    return placed
