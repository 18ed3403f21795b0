"""The letters a pattern cannot do without: looking for these first costs a tenth of looking for the pattern.

Flows in: regular expressions. Flows out: for each some strings of which one stands in whatever the pattern finds, worked
out from Python's own reading of it, so that nobody keeps them beside it by hand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, repeat
from operator import contains
from typing import Any, Final, Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_MOST: Final = 48  # strings: looking for more costs more than it saves
_FEWEST_LETTERS: Final = 3  # shorter ones stand everywhere
_PARSER: Final[Any] = import_module("re._parser")
"""Where Python 3.11 to 3.13 keep it; the tests would tell if a later one read patterns another way."""


class Needed(NamedTuple):
    """A pattern and what it needs.

    Args:
        pattern: to be searched for in text.
        letters: of these one stands in everything that it finds; empty where nothing can be said.
        folded: the pattern does not heed case, and the letters are those of text in lower case.
    """

    pattern: re.Pattern[str]
    letters: tuple[str, ...]
    folded: bool = False

    def may_be_in(self, text: str) -> bool:
        """Whether the pattern need be looked for in a text at all."""
        if not self.letters:
            return True
        if self.folded:
            if not text.isascii():
                return True  # there are letters whose lower case is two, and others of which two share one
            text = text.lower()
        return any_in(text, self.letters)

    def found_in(self, text: str) -> re.Match[str] | None:
        """The first place where the pattern is found in a text."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def is_in(self, text: str) -> bool:
        """Whether the pattern is found in a text."""
        return self.may_be_in(text) and self.pattern.search(text) is not None


class Sieve(Generic[Value]):
    """Many patterns that heed case, each with a value: all strings that any of them needs are looked for at once."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Value]]) -> None:
        self._filed: Final = list(patterns)
        if any(pattern.flags & re.IGNORECASE for pattern, _ in self._filed):
            raise ValueError("the patterns of a sieve heed case")
        self._always: Final = list[int]()  # places of those that need nothing
        needing = defaultdict[str, list[int]](list)
        for at, (pattern, _) in enumerate(self._filed):
            letters = needed(pattern).letters
            for one in letters:
                needing[one].append(at)
            if not letters:
                self._always.append(at)
        # by its first three letters each string, with the places of the patterns that need it
        self._needing: Final = defaultdict[tuple[str, ...], list[tuple[str, list[int]]]](list)
        for one, places in needing.items():
            self._needing[tuple(one[:_FEWEST_LETTERS])].append((one, places))
        self._beginnings: Final = frozenset(self._needing)

    def possible(self, text: str) -> list[tuple[re.Pattern[str], Value]]:
        """The patterns that need be looked for in a text at all, in the order given."""
        beginnings = self._beginnings.intersection(zip(text, text[1:], text[2:], strict=False))
        there = [places for three in beginnings for one, places in self._needing[three] if one in text]
        return [self._filed[at] for at in sorted({*self._always, *chain.from_iterable(there)})]


def any_in(text: str, strings: Iterable[str]) -> bool:
    """Whether any of the strings stands in a text: in two thirds of the time of asking the text's own method."""
    return any(map(contains, repeat(text), strings))


def needed(pattern: re.Pattern[str]) -> Needed:
    """Work out what a compiled pattern needs."""
    parsed = _PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    folded = bool(parsed.state.flags & re.IGNORECASE)
    found = _best(_sets_of(parsed))
    letters = {one.lower() for one in found} if folded else found
    return Needed(pattern, tuple(sorted(shortest(letters))), folded)


def _sets_of(parsed: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """Sets of strings of each of which one stands in all that a sequence finds."""
    run = ""
    for operation, value in parsed:
        name = str(operation)
        if name == "LITERAL":
            run += chr(value)
            continue
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue  # takes no room: letters before and after stand side by side
        yield frozenset((run,))
        run = ""
        if name == "SUBPATTERN":
            _, flags_set, flags_cleared, inner = value
            if not (flags_set or flags_cleared):  # "(?i:my)" is no "my"
                yield from _sets_of(inner)
        elif name == "BRANCH":
            yield _of_any(value[1])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            yield from _sets_of(value[2])
        elif name == "ATOMIC_GROUP":
            yield from _sets_of(value)
    yield frozenset((run,))


def _of_any(branches: Sequence[Any]) -> frozenset[str]:
    """One set for whichever branch it is; none where one of them needs nothing."""
    best = [_best(_sets_of(branch)) for branch in branches]
    return frozenset().union(*best) if all(best) else frozenset()


def _best(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set whose shortest string is longest, of these the smallest."""
    fit = [one for one in sets if 0 < len(one) <= _MOST and _letters(one) >= _FEWEST_LETTERS]
    return max(fit, key=lambda one: (_letters(one), -len(one)), default=frozenset())


def _letters(strings: Iterable[str]) -> int:
    """Of the shortest: a blank tells little."""
    return min(len(one.strip()) for one in strings)


def shortest(letters: Iterable[str]) -> list[str]:
    """The strings without those that hold another one."""
    kept: list[str] = []
    for one in sorted(letters, key=len):
        if not any(other in one for other in kept):
            kept.append(one)
    return kept
