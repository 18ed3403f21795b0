"""Words without their endings: by these it is told whether two sentences speak of the same thing.

Flows in: a word or a text. Flows out: a stem, or the set of them.
"""

import re
from functools import lru_cache

_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 4  # letters of a stem, and of a word that counts
_SPOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_WORD = re.compile(rf"[A-Za-z']{{{_SHORTEST},}}")


@lru_cache(maxsize=4_096)  # the words of talk: a persona's come in every turn
def stem(word: str) -> str:
    """A word without the commonest endings, for telling whether two mean the same thing."""
    low = word.lower().removesuffix("'s")
    ending = next((one for one in _ENDINGS if low.endswith(one) and len(low) - len(one) >= _SHORTEST), "")
    return low[: len(low) - len(ending)]


def stems(text: str) -> frozenset[str]:
    """Stems of the longer words of a text."""
    return frozenset(stem(word) for word in _WORD.findall(text))


def spoken_words(text: str) -> str:
    """Lower-case words parted by single spaces, as what a rep says is read."""
    return " ".join(_SPOKEN.findall(text.lower().replace("\u2019", "'")))
