"""A word of an utterance, with the characters it came from."""

from collections.abc import Callable, Sequence
from functools import partial
from operator import itemgetter
from typing import Any, Final, NamedTuple


class TextWord(NamedTuple):
    """One word and the characters of the utterance it came from."""

    text: str
    start: int
    end: int
    paused: bool  # a comma, a dash or the like stands before it


text_word: Final[Callable[[tuple[str, int, int, bool]], TextWord]] = partial(tuple.__new__, TextWord)
"""`TextWord` of a tuple of its fields, without a call into Python: words are made by the hundred each turn."""
TEXT_OF: Final[Callable[[tuple[Any, ...]], str]] = itemgetter(0)
"""The text of a word, or of a tuple that begins with it, for `map`: without a call into Python as well."""


def ends_before(words: Sequence[TextWord], at: int) -> bool:
    """Whether what is said pauses before word `at`, or is over there."""
    return at == len(words) or words[at].paused
