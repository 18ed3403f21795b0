"""The table of word vectors: 11,000 words, each a point in 128 dimensions.

`tools/train_word_vectors` made it so that the sum of a sentence's words lies where a sentence encoder puts the sentence. Its
numbers are whole, so that sums and products of them are exact on every machine.
"""

from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt


class WordVectors(NamedTuple):
    """The words there are.

    Args:
        rows: of each word its row.
        points: [words, 128].
    """

    rows: dict[str, int]
    points: npt.NDArray[np.int8]

    def row(self, word: str) -> int | None:
        """Where a word stands, or the one it is a form of: "mother's" is "mother"."""
        return self.rows.get(word, self.rows.get(word.partition("'")[0]))


def word_vectors() -> WordVectors:
    """The table that comes with the package."""
    return read_vectors("sparring.speech_acts.learned", "word_vectors.npz")


@cache
def read_vectors(package: str, name: str) -> WordVectors:
    """A table of this form among the weights of a package, read once, in 20 ms."""
    with as_file(files(package) / "weights" / name) as path, np.load(path, allow_pickle=False) as found:
        stored: Any = found["words"]
        words: Final = stored.tobytes().decode().split("\n")
        return WordVectors({word: row for row, word in enumerate(words)}, found["points"])
