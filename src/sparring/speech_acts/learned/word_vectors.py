"""The tables of word vectors: 11,000 words, each a point in 128 dimensions.

`tools/train_word_vectors` made the first so that the sum of a sentence's words lies where a sentence encoder puts the
sentence, and the second from it, so that a question lies where the facts lie that it asks for. Their numbers are whole, so
that sums and products of them are exact on every machine.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.speech_acts.learned.points import Points


class WordVectors(NamedTuple):
    """The words there are.

    Args:
        rows: of each word its row, in both tables.
        points: [words, 128].
    """

    rows: dict[str, int]
    points: npt.NDArray[np.int8]

    def row(self, word: str) -> int | None:
        """Where a word stands, or the one it is a form of: "mother's" is "mother"."""
        row = self.rows.get(word)
        return self.rows.get(word.partition("'")[0]) if row is None else row

    def rows_of(self, words: str) -> list[int]:
        """Of the known ones of normalised words their rows, in their order."""
        return [row for word in words.split() if (row := self.row(word)) is not None]

    def sum_of(self, words: str) -> Points:
        """[128]: where the sum of normalised words lies; the origin when none is known."""
        summed: Points = np.add.reduce(self.points[self.rows_of(words)], 0, np.float64)
        return summed

    def sums_of(self, texts: Iterable[str]) -> Points:
        """[texts, 128]: the same of many normalised texts, in one look at the table."""
        rows = [self.rows_of(text) for text in texts]
        points = np.zeros((len(rows), self.points.shape[1]))
        told = [place for place, some in enumerate(rows) if some]
        first = np.cumsum([0, *(len(rows[place]) for place in told)])[:-1]
        if told:
            every = self.points[[row for some in rows for row in some]]
            points[told] = np.add.reduceat(every, first, dtype=np.int32)
        return points


def word_vectors() -> WordVectors:
    """The table by which sentences lie where an encoder puts them."""
    return _read("word_vectors.npz")


def question_vectors() -> WordVectors:
    """The table by which questions lie where the facts lie that they ask for."""
    return _read("question_vectors.npz")


@cache
def _read(name: str) -> WordVectors:
    """One of them, read once, in 20 ms."""
    with as_file(files(__package__) / "weights" / name) as path, np.load(path, allow_pickle=False) as found:
        stored: Any = found["words"]
        words: Final = stored.tobytes().decode().split("\n")
        return WordVectors({word: row for row, word in enumerate(words)}, found["points"])
