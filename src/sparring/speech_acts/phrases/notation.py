"""A small notation for spoken phrases, so that the tables of the speech acts read like speech.

    word        that word               (a|b c)     one of these
    word?       perhaps that word       (a|b)?      perhaps one of these
    ~3          up to three words       {name}      a list of words from the lexicon
    stem*       any ending              *           any word
    #           a number in digits
    ^ and $     the phrase begins or ends its clause

Flows in: phrases. Flows out: regular expressions over normalised words (each preceded by one space) that have no
unbounded repetition, and for each phrase the words and pairs of neighbouring words of which one must be present, so that
most are never tried.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain, pairwise
from typing import Final
from weakref import WeakSet

from sparring.speech_acts.phrases.lexicon import COMMON, WORD_LISTS

_ITEM = re.compile(r"\(|\)\??|\||~\d+|\{\w+\}\??|[^\s()|{}~]+")
_WORD_COST: Final = (5.0, 100.0)  # how often a word is met, roughly: any other; one of the common ones
_PAIR_COST: Final = (1.0, 12.0)  # the same of a pair: with any other word in it; of two common ones
_MOST_PAIRS: Final = 96  # beyond that the words say enough, and the table would grow
MOST_NEEDS: Final = 4
_CLOSES: Final = frozenset(("", "|", ")", ")?"))
_WRITTEN: "WeakSet[Phrase]" = WeakSet()


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase: its regular expression, and sets of grams of each of which one must be present.

    `starts` and `ends` hold the words it can begin and end with (None: any word), `skipped` says that it can also match
    nothing.
    """

    regex: str
    needs: tuple[frozenset[str], ...] = ()
    starts: frozenset[str] | None = None
    ends: frozenset[str] | None = None
    skipped: bool = False


@dataclass(frozen=True)
class Phrase:
    """One compiled phrase.

    Args:
        source: the phrase as written, without anchors.
        needs: sets of grams; at least one gram of each occurs in everything the phrase matches, rarest set first.
        at_start: matches only where a clause begins.
        at_end: matches only where a clause ends.
        regex: what it is compiled from.
        starts: the words it can begin with; None where that may be any word.
    """

    source: str
    needs: tuple[frozenset[str], ...]
    at_start: bool
    at_end: bool
    regex: str = field(repr=False)
    starts: frozenset[str] | None = field(repr=False, default=None)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at first use, or by `compile_all`: most phrases of the tables are never needed in one call."""
        return re.compile(self.regex + "(?= )")


def phrase(source: str) -> Phrase:
    """Compile one phrase.

    Raises:
        ValueError: the notation is broken (unbalanced brackets, unknown list of words).
    """
    at_start, at_end = source.startswith("^"), source.endswith("$")
    body = source.removeprefix("^").removesuffix("$")
    part = _Parser(_ITEM.findall(body)).parse()
    starts = None if part.skipped else part.starts
    made = Phrase(body, _rarest(part.needs), at_start, at_end, part.regex, starts)
    _WRITTEN.add(made)
    return made


def compile_all() -> None:
    """Compile every phrase written so far. Safe in a thread beside others."""
    for written in tuple(_WRITTEN):
        _ = written.pattern


def phrases(*sources: str) -> tuple[Phrase, ...]:
    """Compile many phrases: each argument is one, or several on lines of their own."""
    lines = (line.strip() for source in sources for line in source.splitlines())
    return tuple(phrase(line) for line in lines if line)


def grams_of(words: Sequence[str]) -> frozenset[str]:
    """The words of a sentence and its pairs of neighbours: what phrases need is asked of these."""
    return frozenset(chain(words, map(" ".join, pairwise(words))))


def any_at_start(source: str) -> Callable[[str], bool]:
    """A test whether a text of words begins with any of the phrases, one a line."""
    compiled = phrases(source)
    match = re.compile("(?:" + "|".join(one.regex for one in compiled) + ")(?= )").match
    starts = _union(one.starts for one in compiled)
    if starts is None:
        return lambda text: match(text) is not None
    return lambda text: text[1 : text.find(" ", 1)] in starts and match(text) is not None


def any_within(source: str) -> Callable[[str], bool]:
    """A test whether any of the phrases, one a line, stands in a text of words."""
    pattern = re.compile("(?:" + "|".join(one.regex for one in phrases(source)) + ")(?= )")
    return lambda text: pattern.search(text) is not None


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """All their words; None where one of them is any word."""
    words: frozenset[str] = frozenset()
    for known in sets:
        if known is None:
            return None
        words |= known
    return words


@cache
def _list_part(name: str) -> _Part:
    """A list of words, read once: some are in every third phrase."""
    if name not in WORD_LISTS:
        raise ValueError(f"unknown list of words: {name}")
    inner = _Parser(_ITEM.findall(WORD_LISTS[name])).parse()
    return replace(inner, regex=f"(?:{inner.regex})")


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
        return _Part(
            "(?:" + "|".join(branch.regex for branch in branches) + ")",
            tuple(_needs_of_any(branches)),
            _union(branch.starts for branch in branches),
            _union(branch.ends for branch in branches),
            skipped=any(branch.skipped for branch in branches),
        )

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._peek() not in _CLOSES:
            parts.append(self._item())
        if len(parts) == 1:
            return parts[0]
        firm = [place for place, part in enumerate(parts) if not part.skipped]
        return _Part(
            "".join(part.regex for part in parts),
            (*(need for part in parts for need in part.needs), *_pairs(parts)),
            _union(part.starts for part in parts[: firm[0] + 1 if firm else None]),
            _union(part.ends for part in parts[firm[-1] if firm else 0 :]),
            skipped=not firm,
        )

    def _item(self) -> _Part:
        item = self._items[self._at]
        self._at += 1
        return self._group() if item == "(" else _single(item)

    def _group(self) -> _Part:
        inner = self._alternatives()
        closing = self._peek()
        if not closing.startswith(")"):
            raise ValueError(f"unbalanced phrase: {' '.join(self._items)}")
        self._at += 1
        group = replace(inner, regex=f"(?:{inner.regex})")
        return _optional(group) if closing == ")?" else group


@cache
def _single(item: str) -> _Part:
    """What no bracket opens: a word, a list of words, a gap. The tables hold each of them many times."""
    if item.startswith("~"):
        return _Part(rf"(?: \S+){{0,{item[1:]}}}?", skipped=True)
    if item.startswith("{"):
        group = _list_part(item[1 : item.index("}")])
        return _optional(group) if item.endswith("?") else group
    bare = item.removesuffix("?")
    only = None if "*" in bare or bare == "#" else frozenset((bare,))
    if item.endswith("?"):
        return _Part(f"(?: {_word(bare)})?", (), only, only, skipped=True)
    return _Part(f" {_word(item)}", (only,) if only else (), only, only)


def _optional(group: _Part) -> _Part:
    return _Part(f"{group.regex}?", (), group.starts, group.ends, skipped=True)


def _word(item: str) -> str:
    if item == "#":
        return r"\d[\d.,:/]*"
    if item == "*":
        return r"\S+"
    return re.escape(item).replace(r"\*", r"\w*")


def _pairs(parts: Sequence[_Part]) -> Iterator[frozenset[str]]:
    """For each part that is always there, its last word with the word that comes next, where both are known."""
    for place, part in enumerate(parts):
        following = parts[place + 1 :]
        firm = next((at for at, one in enumerate(following) if not one.skipped), None)
        if part.skipped or part.ends is None or firm is None:
            continue
        starts = _union(one.starts for one in following[: firm + 1])
        if starts is not None and len(part.ends) * len(starts) <= _MOST_PAIRS:
            yield frozenset(f"{last} {first}" for last in part.ends for first in starts)


def _needs_of_any(branches: Sequence[_Part]) -> Iterator[frozenset[str]]:
    """What is needed whichever branch it is: one of their rarest needs, and one of their next rarest."""
    ordered = [_rarest(branch.needs) for branch in branches]
    if all(ordered):
        yield frozenset().union(*(needs[0] for needs in ordered))
        if any(len(needs) > 1 for needs in ordered):
            yield frozenset().union(*(needs[:2][-1] for needs in ordered))


def _rarest(needs: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The few rarest needs, the rarest first, without those that another one implies."""
    kept: list[frozenset[str]] = []
    for need in sorted(needs, key=_cost) if len(needs) > 1 else needs:
        if len(kept) < MOST_NEEDS and not any(one <= need for one in kept):
            kept.append(need)
    return tuple(kept)


@cache
def _cost(need: frozenset[str]) -> float:
    """Roughly how often one of these grams is met."""
    return sum(map(_cost_of_gram, need))


def _cost_of_gram(gram: str) -> float:
    first, _, second = gram.partition(" ")
    if second:
        return _PAIR_COST[first in COMMON and second in COMMON]
    return _WORD_COST[first in COMMON]
