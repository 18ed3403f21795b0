"""Which of a persona's cues may occur in some words, found by how they begin: most can be ruled out unread.

Flows in: all cues, once; normalised words, each turn. Flows out: the cues worth looking for.
"""

from collections import defaultdict
from collections.abc import Iterable

_START = 4  # letters
WHOLE_WORD_LETTERS = 3  # a cue of so few has to be a whole word: "car" is not "care"
ENDINGS = ("s", "ing", "ed")  # that such a word may have


class CueIndex:
    """Cues by how they begin: several words by the whole first one and a space, one word by its first letters."""

    def __init__(self, cues: Iterable[str]) -> None:
        by_start: dict[str, set[str]] = defaultdict(set)
        for cue in cues:
            first, space, _ = cue.partition(" ")
            by_start[f"{first} " if space else first[:_START]].add(cue)
        self._by_start = {start: frozenset(found) for start, found in by_start.items()}

    def near(self, text: str) -> frozenset[str]:
        """The cues that begin like a word of `text`, or like it without an "s": no other can occur there."""
        words = set(text.split())
        starts = {word[:letters] for word in words for letters in range(1, _START + 1)}
        starts.update(f"{word} " for word in words)
        starts.update(f"{word[:-1]} " for word in words if word[-1] == "s")
        return frozenset[str]().union(*map(self._by_start.__getitem__, starts & self._by_start.keys()))


def occurs(cue: str, padded: str) -> bool:
    """Whether a cue stands in normalised words with a space at both ends.

    As the beginning of a word, or as a whole one when it is very short.
    """
    if len(cue) > WHOLE_WORD_LETTERS:
        return f" {cue}" in padded
    return any(f" {cue}{ending} " in padded for ending in ("", *ENDINGS))
