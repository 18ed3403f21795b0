"""Which of a persona's cues may occur in some words, found by how they begin: most can be ruled out unread.

Flows in: all cues, once; normalised words, each turn. Flows out: the cues worth looking for.
"""

from collections import defaultdict
from collections.abc import Iterable

_START = 4  # letters
_WORDS_KEPT = 8_192
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
        self._by_word: dict[str, frozenset[str]] = {}  # of words that were said: most are said again and again

    def near(self, text: str) -> frozenset[str]:
        """The cues that begin like a word of `text`, or like it without an "s": no other can occur there."""
        words, known = set(text.split()), self._by_word
        if len(known) > _WORDS_KEPT:
            known = self._by_word = {}
        for word in words - known.keys():
            known[word] = self._begun_like(word)
        return frozenset[str]().union(*map(known.__getitem__, words))

    def _begun_like(self, word: str) -> frozenset[str]:
        starts = {f"{word} ", *(word[:letters] for letters in range(1, _START + 1))}
        if word[-1] == "s":
            starts.add(f"{word[:-1]} ")
        return frozenset[str]().union(*map(self._by_start.__getitem__, starts & self._by_start.keys()))


def occurs(cue: str, padded: str) -> bool:
    """Whether a cue stands in normalised words with a space at both ends.

    As the beginning of a word, or as a whole one when it is very short.
    """
    if len(cue) > WHOLE_WORD_LETTERS:
        return f" {cue}" in padded
    return any(f" {cue}{ending} " in padded for ending in ("", *ENDINGS))
