"""One reading rule: where a pattern is written, some words are said."""

import re
from collections.abc import Callable, Iterable


class Rule:
    """A pattern and what is said instead of each match.

    Args:
        pattern: a regular expression.
        say: from a match to words.
    """

    __slots__ = ("pattern", "say")

    def __init__(self, pattern: str, say: Callable[[re.Match[str]], str]) -> None:
        self.pattern, self.say = re.compile(pattern), say

    def read(self, text: str) -> str:
        """`text` with every match said."""
        return self.pattern.sub(self.say, text)


def read_all(rules: Iterable[Rule], text: str) -> str:
    """`text` after all `rules`, in their order."""
    for rule in rules:
        text = rule.read(text)
    return text
