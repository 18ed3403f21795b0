"""Phrases found by what they need: of some three thousand a sentence tries two or three.

Flows in: tables of phrases, and the grams of a sentence. Flows out: the phrases of each table that can stand in it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any, Generic, TypeVar

from sparring.speech_acts.phrases.notation import MOST_NEEDS, Phrase

Value = TypeVar("Value")


class Index(Generic[Value]):
    """Phrases with values; which of them are possible is told by a few operations on long numbers.

    A phrase has up to `MOST_NEEDS` needs, rarest first. A number has a row of bits for the first need of every phrase,
    beside it a row for the second, and so on; a gram has the number of the needs it meets. All of a sentence's together
    say which phrases lack nothing: in a third of the time of asking sets, on 1,300 phrases.
    """

    def __init__(self, entries: Iterable[tuple[Phrase, Value]] = ()) -> None:
        self._entries: list[tuple[Phrase, Value]] = []
        self._met_by: dict[str, int] = {}
        self._rarest: frozenset[str] = frozenset()  # grams that meet the first need of any phrase
        self._always_met = 0  # of needs that a phrase does not have
        self._always: list[int] = []
        self._filed = (
            0  # entries that the numbers know; rows are as long as there are entries, so all are filed at once
        )
        self.add(entries)

    def add(self, entries: Iterable[tuple[Phrase, Value]]) -> None:
        """File more phrases, after those that are there."""
        self._entries.extend(entries)

    def places(self, grams: frozenset[str]) -> list[int]:
        """Places of the entries whose phrases can stand in a sentence of these grams, each once, in order."""
        if self._filed != len(self._entries):
            self.file()
        if self._rarest.isdisjoint(grams):
            return self._always  # a small table seldom has any phrase that could stand there
        met, row = reduce(or_, filter(None, map(self._met_by.get, grams)), self._always_met), self._filed
        possible = met
        for _ in range(MOST_NEEDS - 1):
            met >>= row
            possible &= met
        return _bits(possible)

    def possible(self, grams: frozenset[str]) -> list[tuple[Phrase, Value]]:
        """The entries whose phrases can stand in a sentence of these grams, each once, in the order given."""
        return [self._entries[at] for at in self.places(grams)]

    def file(self) -> None:
        """Make the numbers, where entries were added since; done at the first look otherwise, and safe beside it."""
        row, met_by, always_met = len(self._entries), dict[str, int](), 0
        if row == self._filed:
            return
        for at, (phrase, _) in enumerate(self._entries):
            for place, need in enumerate(phrase.needs):
                bit = 1 << row * place + at
                for gram in need:
                    met_by[gram] = met_by.get(gram, 0) | bit
            for place in range(len(phrase.needs), MOST_NEEDS):
                always_met |= 1 << row * place + at
        self._always = [at for at, (phrase, _) in enumerate(self._entries) if not phrase.needs]
        self._rarest = frozenset(chain.from_iterable(phrase.needs[0] for phrase, _ in self._entries if phrase.needs))
        self._met_by, self._always_met, self._filed = met_by, always_met, row


def _bits(number: int) -> list[int]:
    """Places of the bits that are set in a number, in order."""
    places: list[int] = []
    while number:
        lowest = number & -number
        places.append(lowest.bit_length() - 1)
        number ^= lowest
    return places


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
