"""A small notation for spoken phrases, so that the tables of the speech acts read like speech.

    word        that word               (a|b c)     one of these
    word?       perhaps that word       (a|b)?      perhaps one of these
    ~3          up to three words       {name}      a list of words from the lexicon
    stem*       any ending              #           a number in digits
    ^ and $     the phrase begins or ends its clause

Flows in: phrases. Flows out: regular expressions over normalised words (each preceded by one space) that have no
unbounded repetition, and for each phrase the words of which one must be present, so that most are never tried.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sparring.speech_acts.lexicon import COMMON, WORD_LISTS

_ITEM = re.compile(r"\(|\)\??|\||~\d|\{\w+\}\??|[^\s()|{}~]+")
_COMMON_COST = 20
_NO_HINT_COST = 10_000


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase: its regular expression and the words of which one must be present (empty: unknown)."""

    regex: str
    hint: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Phrase:
    """One compiled phrase.

    Args:
        source: the phrase as written, without anchors.
        hint: words of which at least one occurs in everything the phrase matches; empty: it must always be tried.
        at_start: matches only where a clause begins.
        at_end: matches only where a clause ends.
    """

    source: str
    hint: frozenset[str]
    at_start: bool
    at_end: bool
    _regex: str = field(repr=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at first use: most phrases of the tables are never needed in one call."""
        return re.compile(self._regex + "(?= )")


def phrase(source: str) -> Phrase:
    """Compile one phrase.

    Raises:
        ValueError: the notation is broken (unbalanced brackets, unknown list of words).
    """
    at_start, at_end = source.startswith("^"), source.endswith("$")
    body = source.removeprefix("^").removesuffix("$")
    part = _Parser(_ITEM.findall(_spell_out(body))).parse()
    return Phrase(body, part.hint, at_start, at_end, part.regex)


def phrases(*sources: str) -> tuple[Phrase, ...]:
    """Compile many phrases: each argument is one, or several on lines of their own."""
    lines = (line.strip() for source in sources for line in source.splitlines())
    return tuple(phrase(line) for line in lines if line)


def _spell_out(body: str, lists: Mapping[str, str] = WORD_LISTS) -> str:
    def replace(match: re.Match[str]) -> str:
        if match[1] not in lists:
            raise ValueError(f"unknown list of words: {match[1]}")
        return f"({lists[match[1]]})"

    spelt = re.sub(r"\{(\w+)\}", replace, body)
    return spelt if spelt == body else _spell_out(spelt, lists)


class _Parser:
    """Recursive descent over the items of one phrase."""

    def __init__(self, items: list[str]) -> None:
        self._items = items
        self._at = 0

    def parse(self) -> _Part:
        part = self._alternatives()
        if self._at != len(self._items):
            raise ValueError(f"unbalanced phrase at item {self._at}: {' '.join(self._items)}")
        return part

    def _peek(self) -> str:
        return self._items[self._at] if self._at < len(self._items) else ""

    def _alternatives(self) -> _Part:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        hints = [branch.hint for branch in branches]
        hint = frozenset().union(*hints) if all(hints) else frozenset()
        return _Part("(?:" + "|".join(branch.regex for branch in branches) + ")", hint)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._peek() not in ("", "|") and not self._peek().startswith(")"):
            parts.append(self._item())
        return _Part("".join(part.regex for part in parts), _rarest(part.hint for part in parts))

    def _item(self) -> _Part:
        item = self._peek()
        self._at += 1
        if item == "(":
            return self._group()
        if item.startswith("~"):
            return _Part(rf"(?: \S+){{0,{item[1]}}}?")
        if item.endswith("?"):
            return _Part(f"(?: {_word(item[:-1])})?")
        return _Part(f" {_word(item)}", frozenset() if "*" in item or item == "#" else frozenset((item,)))

    def _group(self) -> _Part:
        inner = self._alternatives()
        closing = self._peek()
        if not closing.startswith(")"):
            raise ValueError(f"unbalanced phrase: {' '.join(self._items)}")
        self._at += 1
        if closing == ")?":
            return _Part(f"(?:{inner.regex})?")
        return _Part(f"(?:{inner.regex})", inner.hint)


def _word(item: str) -> str:
    if item == "#":
        return r"\d[\d.,:/]*"
    return re.escape(item).replace(r"\*", r"\w*")


def _cost(hint: frozenset[str]) -> int:
    if not hint:
        return _NO_HINT_COST
    return sum(_COMMON_COST if word in COMMON else 1 for word in hint)


def _rarest(hints: Iterable[frozenset[str]]) -> frozenset[str]:
    return min(hints, key=_cost, default=frozenset())
