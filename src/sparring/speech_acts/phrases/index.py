"""Phrases found by what they need: of some three thousand a sentence tries two or three.

Flows in: tables of phrases, and the grams of a sentence. Flows out: the phrases of each table that can stand in it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from sparring.speech_acts.phrases.notation import MOST_NEEDS, Phrase

Value = TypeVar("Value")


class Index(Generic[Value]):
    """Phrases with values; which of them are possible is told by a few operations on long numbers.

    Each need of each phrase has a bit, `MOST_NEEDS` side by side for one phrase; a gram has those of the needs it meets.
    All of a sentence's together say which phrases lack nothing: in a third of the time of asking sets, on 1,300 phrases.
    """

    def __init__(self, entries: Iterable[tuple[Phrase, Value]] = ()) -> None:
        self._entries: list[tuple[Phrase, Value]] = []
        self._met_by: dict[str, int] = {}
        self._always_met = 0  # of needs that a phrase does not have
        self._first_needs = 0
        self._always: list[int] = []
        self.add(entries)

    def add(self, entries: Iterable[tuple[Phrase, Value]]) -> None:
        """File more phrases, after those that are there."""
        for at, (phrase, value) in enumerate(entries, start=len(self._entries)):
            self._entries.append((phrase, value))
            first = 1 << MOST_NEEDS * at
            self._first_needs |= first
            for place, need in enumerate(phrase.needs):
                for gram in need:
                    self._met_by[gram] = self._met_by.get(gram, 0) | first << place
            for place in range(len(phrase.needs), MOST_NEEDS):
                self._always_met |= first << place
            if not phrase.needs:
                self._always.append(at)

    def places(self, grams: frozenset[str]) -> list[int]:
        """Places of the entries whose phrases can stand in a sentence of these grams, each once, in order."""
        known = grams & self._met_by.keys()
        if not known:
            return self._always
        met = reduce(or_, map(self._met_by.__getitem__, known), self._always_met)
        possible = self._first_needs
        for place in range(MOST_NEEDS):
            possible &= met >> place
        return list(_bits(possible))

    def possible(self, grams: frozenset[str]) -> list[tuple[Phrase, Value]]:
        """The entries whose phrases can stand in a sentence of these grams, each once, in the order given."""
        return [self._entries[at] for at in self.places(grams)]


def _bits(number: int) -> Iterator[int]:
    """Places of the phrases whose first need has its bit in a number, in order."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() // MOST_NEEDS
        number ^= lowest


def index_of(table: Iterable[Phrase]) -> Index[None]:
    """A table of phrases that only have to be found."""
    return Index((phrase, None) for phrase in table)


@dataclass(frozen=True, slots=True)
class TableSlice(Generic[Value]):
    """One table of a `JointIndex`: its entries `first..stop`, the latter not included."""

    first: int
    stop: int


class JointIndex(Index[Any]):
    """Tables that are asked of the same sentences: each sentence is looked up once for all of them."""

    def part(self, entries: Iterable[tuple[Phrase, Value]]) -> TableSlice[Value]:
        """Add a table."""
        first = len(self._entries)
        self.add(entries)
        return TableSlice(first, len(self._entries))

    def phrases(self, table: Iterable[Phrase]) -> TableSlice[None]:
        """Add a table of phrases that only have to be found."""
        return self.part((phrase, None) for phrase in table)

    def of_part(self, part: TableSlice[Value], places: Sequence[int]) -> Sequence[tuple[Phrase, Value]]:
        """Those entries of one table that are at the `places` which were found for a sentence."""
        low = bisect_left(places, part.first)
        if low == len(places) or places[low] >= part.stop:
            return ()
        return [self._entries[at] for at in places[low : bisect_left(places, part.stop)]]
