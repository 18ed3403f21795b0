"""What every transcript store promises, whatever it stands on."""

import asyncio

import pytest

from sparring.errors import IdRejected, ObjectConflict, ObjectMissing, ObjectTooLarge
from sparring.ports import TranscriptStore
from tests.contracts.places import STORES, store_place

NAME = "transcripts/2026/11/25/call_0123456789abcdefghij.json"
OTHER = "transcripts/2026/11/26/call_0123456789abcdefghij.json"


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> TranscriptStore:
    return store_place(request.param, request)


async def test_what_was_put_can_be_read(store: TranscriptStore) -> None:
    """An object comes back byte for byte."""
    await store.put_once(NAME, b"\x00whole\xff")
    assert await store.get(NAME, max_bytes=10) == b"\x00whole\xff"


async def test_the_same_bytes_again_change_nothing(store: TranscriptStore) -> None:
    """A repeated write of the same object is taken as done."""
    await store.put_once(NAME, b"once")
    await store.put_once(NAME, b"once")
    assert await store.get(NAME, max_bytes=10) == b"once"


@pytest.mark.parametrize("other", [b"twice", b"onc", b"once ", b""])
async def test_other_bytes_under_a_taken_name_are_refused(store: TranscriptStore, other: bytes) -> None:
    """An object is never changed once it is written."""
    await store.put_once(NAME, b"once")
    with pytest.raises(ObjectConflict):
        await store.put_once(NAME, other)
    assert await store.get(NAME, max_bytes=10) == b"once"


async def test_one_of_many_writers_wins(store: TranscriptStore) -> None:
    """Of writers with different bytes exactly one succeeds, and its bytes are what is read."""
    tried = [store.put_once(NAME, f"{number:05d}".encode()) for number in range(20)]
    outcomes = await asyncio.gather(*tried, return_exceptions=True)
    won = [number for number, outcome in enumerate(outcomes) if outcome is None]
    assert len(won) == 1
    assert all(isinstance(outcome, ObjectConflict) for outcome in outcomes if outcome is not None)
    assert await store.get(NAME, max_bytes=5) == f"{won[0]:05d}".encode()


async def test_a_missing_object_is_said_to_be_missing(store: TranscriptStore) -> None:
    """Reading a name nobody wrote is its own error."""
    await store.put_once(OTHER, b"there")
    with pytest.raises(ObjectMissing):
        await store.get(NAME, max_bytes=10)


async def test_an_object_over_the_limit_is_not_returned(store: TranscriptStore) -> None:
    """The reader's limit holds to the byte."""
    await store.put_once(NAME, b"12345")
    assert await store.get(NAME, max_bytes=5) == b"12345"
    with pytest.raises(ObjectTooLarge) as refused:
        await store.get(NAME, max_bytes=4)
    assert not refused.value.retryable


async def test_a_deleted_object_is_gone(store: TranscriptStore) -> None:
    """Deleting works whether or not the object is there, and leaves others alone."""
    await store.put_once(NAME, b"gone")
    await store.put_once(OTHER, b"stays")
    await store.delete(NAME)
    await store.delete(NAME)
    with pytest.raises(ObjectMissing):
        await store.get(NAME, max_bytes=10)
    assert await store.get(OTHER, max_bytes=10) == b"stays"


@pytest.mark.parametrize("name", ["", "../a/b.json", "/etc/passwd", "a/../b.json", "a//b.json", "a/b", "a/b.json\n"])
async def test_a_name_that_is_not_ours_is_refused(store: TranscriptStore, name: str) -> None:
    """No method takes a name that was not derived from ids."""
    with pytest.raises(IdRejected):
        await store.put_once(name, b"x")
    with pytest.raises(IdRejected):
        await store.get(name, max_bytes=10)
    with pytest.raises(IdRejected):
        await store.delete(name)
