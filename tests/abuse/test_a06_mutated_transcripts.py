"""A6: whatever bytes arrive as a transcript, they are accepted whole or refused with the one documented error."""

import json
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.documents import dump_document
from sparring.errors import TranscriptRejected
from sparring.transcript import parse_transcript
from tests.fakes.documents import a_transcript

WHOLE = dump_document(a_transcript())
MUTATIONS = 10_000


def outcome(data: bytes) -> str:
    try:
        parse_transcript(data, source="mutated")
    except TranscriptRejected:
        return "refused"
    return "accepted"


def flipped(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    del data[place : place + chance.randint(1, 40)]


def stuffed(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))


def truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def doubled(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    data[place:place] = data[place : place + chance.randint(1, 200)]


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (flipped, cut, stuffed, truncated, doubled)


def test_ten_thousand_mutations_meet_the_one_error() -> None:
    """Flipped, cut, stuffed, truncated and doubled bytes raise nothing but the documented rejection."""
    chance, found = random.Random(6), Counter[str]()
    for _ in range(MUTATIONS):
        data = bytearray(WHOLE)
        for _ in range(chance.randint(1, 6)):
            if len(data) > 1:
                chance.choice(WAYS)(data, chance)
        found[outcome(bytes(data))] += 1
    assert sum(found.values()) == MUTATIONS
    assert found["refused"] > 0.9 * MUTATIONS


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    """Bytes that are no transcript are no transcript."""
    assert outcome(data) == "refused"


@given(st.data())
def test_any_value_in_any_field_is_accepted_or_refused(data: st.DataObject) -> None:
    """A wrong value anywhere in the tree never raises anything else."""
    tree = json.loads(WHOLE)
    node, key = data.draw(st.sampled_from(list(places(tree))))
    node[key] = data.draw(JSON_VALUES)
    assert outcome(json.dumps(tree).encode()) in ("refused", "accepted")


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every place of a JSON tree as its container and key."""
    found: list[tuple[Any, Any]] = []
    keys = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in keys:
        found.append((tree, key))
        found.extend(places(value))
    return found


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": NaN', 1), id="NaN"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": Infinity', 1), id="infinity"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": 0.5', 1), id="a fraction"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": "0"', 1), id="a number as text"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": true', 1), id="a truth as a number"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": -1', 1), id="a negative time"),
        pytest.param(WHOLE.replace(b"Thank you", rb"\u0000", 1), id="NUL"),
        pytest.param(WHOLE.replace(b"Thank you", rb"\u202e", 1), id="right-to-left override"),
        pytest.param(WHOLE.replace(b"Thank you", rb"\ud800", 1), id="half a surrogate"),
        pytest.param(WHOLE.replace(b'"seed": 7', b'"seed": 7, "seed": 8', 1), id="a key twice"),
        pytest.param(WHOLE.replace(b'"seed": 7', b'"seed": 7, "is_admin": true', 1), id="a key too many"),
        pytest.param(b"\xef\xbb\xbf" + WHOLE, id="a byte order mark"),
        pytest.param(WHOLE + WHOLE, id="two documents"),
    ],
)
def test_a_known_trick_is_refused(data: bytes) -> None:
    """Each of these is accepted by some JSON reader."""
    assert data != WHOLE
    assert outcome(data) == "refused"
