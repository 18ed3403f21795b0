"""Text without the sounds that only held the floor, and without the commas that set them off.

Flows in: what was said. Flows out: the same as if nobody had said "um", with the place of every character in the
original. For whoever reads by patterns over characters; `words` leaves the same sounds out word by word.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_SOUND: Final = r"(?:u+h+m*|u+m+|ehm|e+rm?|h+m+|mm+|ah|eh)"
_ALONE_BEFORE: Final = r"(?<![\w'-])"
_ALONE_AFTER: Final = r"(?![\w'])(?!-\w)"
_HELD: Final = re.compile(
    rf"(?P<before>\s*,)?(?P<gap>^\s*|\s+|(?<=[.?!])|(?<=,)){_ALONE_BEFORE}{_SOUND}{_ALONE_AFTER}"
    rf"(?:\s*,?\s*{_ALONE_BEFORE}{_SOUND}{_ALONE_AFTER})*(?P<after>\s*,)?(?P<rest>\s*)",
    re.IGNORECASE,
)
_SOUNDS: Final = re.compile(
    rf"[aehmuAEHMU](?<![\w'-].)(?:(?<=[uU])(?:[uU]*[hH]+[mM]*|[uU]*[mM]+)|(?<=[eE])(?:[hH][mM]?|[eE]*[rR][mM]?)"
    rf"|(?<=[hH])[hH]*[mM]+|(?<=[mM])[mM]+|(?<=[aA])[hH]){_ALONE_AFTER}",
    re.DOTALL,
)
"""The same sounds by the set of their first letters, which a search looks for in a tenth of the time."""
RECENT_TEXTS: Final = 16
_BEGINS_A_WORD: Final = "'\"$("
_ENDS_A_SENTENCE: Final = (".", "?", "!", "\n")


class Unheld(NamedTuple):
    """Text without held sounds. `origins`: for each character, and for its end, the index in what was said."""

    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in what was said."""
        return self.origins[start], self.origins[end - 1] + 1 if end > start else self.origins[start]


@lru_cache(maxsize=RECENT_TEXTS)
def unheld(said: str) -> Unheld:
    """`said` without the sounds; of commas around them one is left, none where a sentence begins.

    Kept for the last few texts: half a dozen readers of a turn ask for it, one after the other.
    """
    if not _SOUNDS.search(said):
        return Unheld(said, range(len(said) + 1))
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for found in _HELD.finditer(said):
        pieces.append(said[at : found.start()])
        origins += range(at, found.start())
        left = _left_of(found, said)
        pieces.append(left)
        origins += [found.start()] * len(left)
        at = found.end()
    pieces.append(said[at:])
    return Unheld("".join(pieces), (*origins, *range(at, len(said) + 1)))


def _left_of(found: re.Match[str], said: str) -> str:
    """What is left where sounds stood: nothing, a blank, or a comma and a blank."""
    before = said[: found.start()].rstrip()
    if not before or found.end() == len(said):
        return ""
    if before.endswith(_ENDS_A_SENTENCE):
        return " "
    if not (said[found.end()].isalnum() or said[found.end()] in _BEGINS_A_WORD):
        return ""
    paused = (found["before"] or found["after"]) and not before.endswith(",")
    return ", " if paused else " "
