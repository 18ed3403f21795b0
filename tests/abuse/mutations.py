"""Bytes of a whole document, flipped, cut, stuffed, truncated and doubled: what A6 sends through every door."""

import random
from collections import Counter
from collections.abc import Callable, Iterator

MUTATIONS = 10_000


def _flipped(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    del data[place : place + chance.randint(1, 40)]


def _stuffed(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))


def _truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _doubled(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    data[place:place] = data[place : place + chance.randint(1, 200)]


_WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (_flipped, _cut, _stuffed, _truncated, _doubled)


def mutations(*wholes: bytes, count: int = MUTATIONS, most_changes: int = 6) -> Iterator[bytes]:
    """`count` mutations of the documents in turn, the same ones at every run."""
    chance = random.Random(6)
    for number in range(count):
        data = bytearray(wholes[number % len(wholes)])
        for _ in range(chance.randint(1, most_changes)):
            if len(data) > 1:
                chance.choice(_WAYS)(data, chance)
        yield bytes(data)


def outcomes(outcome: Callable[[bytes], str], *wholes: bytes, most_changes: int = 6) -> Counter[str]:
    """How often each outcome came; anything that `outcome` raises ends the test."""
    return Counter(outcome(data) for data in mutations(*wholes, most_changes=most_changes))
