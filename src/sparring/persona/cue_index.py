"""Which of a persona's cues may occur in some words, found by how they begin: most can be ruled out unread.

Flows in: all cues, once; normalised words, each turn. Flows out: the cues worth looking for.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

_START, _NEXT_START = 4, 3  # letters
_SAID_KEPT = 16_384
WHOLE_WORD_LETTERS = 3  # a cue of so few has to be a whole word: "car" is not "care"
ENDINGS = ("s", "ing", "ed")  # that such a word may have


class CueIndex:
    """Cues by how they begin: several words by the first one and how the next begins, one word by its first letters."""

    def __init__(self, cues: Iterable[str]) -> None:
        by_start: dict[str, set[str]] = defaultdict(set)
        for cue in cues:
            first, *following = cue.split(" ")
            by_start[f"{first} {following[0][:_NEXT_START]}" if following else first[:_START]].add(cue)
        self._by_start = {start: frozenset(found) for start, found in by_start.items()}
        # of words and pairs that were said: most are said again and again
        self._by_said: dict[str, frozenset[str]] = {}

    def near(self, text: str) -> frozenset[str]:
        """The cues that begin like words of `text`, or like them without an "s": no other can occur there."""
        words, known = text.split(), self._by_said
        if len(known) > _SAID_KEPT:
            known = self._by_said = {}
        said = {*words, *map(" ".join, pairwise(words))}
        for one in said.difference(known):
            known[one] = self._begun_like(one)
        return frozenset[str]().union(*map(known.__getitem__, said))

    def _begun_like(self, said: str) -> frozenset[str]:
        """The cues that begin like a word, if they are one; like two words, if they are several."""
        first, pair, second = said.partition(" ")
        if pair:
            begun = [second[:letters] for letters in range(1, _NEXT_START + 1)]
            starts = {f"{one} {next_one}" for one in (first, first.removesuffix("s")) for next_one in begun}
        else:
            starts = {first[:letters] for letters in range(1, _START + 1)}
        return frozenset[str]().union(*map(self._by_start.__getitem__, starts & self._by_start.keys()))


def occurs(cue: str, padded: str) -> bool:
    """Whether a cue stands in normalised words with a space at both ends.

    As the beginning of a word, or as a whole one when it is very short.
    """
    if len(cue) > WHOLE_WORD_LETTERS:
        return f" {cue}" in padded
    return any(f" {cue}{ending} " in padded for ending in ("", *ENDINGS))
