"""What a `ResultStream` does, on every kind of store: objects that are only ever added, one a grade."""

import pytest

from sparring.adapters.store.result_stream import StoredStream
from sparring.errors import ObjectMissing
from sparring.ports import ResultStream, TranscriptStore
from sparring.results.stream import deletion_of, line_of, name_of, row_of
from tests.contracts.places import STORES, store_place
from tests.contracts.test_analysis import graded
from tests.fakes.documents import STARTED_AT


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest) -> tuple[ResultStream, TranscriptStore]:
    """A stream, and the new and empty store that it writes to."""
    store = store_place(request.param, request)
    return StoredStream(store), store  # type: ignore[arg-type]  # every store of the suites closes


async def test_a_grade_is_one_object_however_often_it_is_added(place: tuple[ResultStream, TranscriptStore]) -> None:
    """Whoever reads on finds it once; another grade of the call is another object."""
    stream, store = place
    call, card = graded(1)
    later = card.grader.model_copy(update={"version": f"{card.grader.version}1"})
    second = card.model_copy(update={"grader": later})
    rows = [row_of(call, one) for one in (card, second)]
    for one in (card, card, second):
        await stream.append(call, one)
    for row in rows:
        assert row is not None
        assert await store.get(name_of(row), max_bytes=100_000) == line_of(row)
    assert len({name_of(row) for row in rows if row is not None}) == 2
    await stream.close()


async def test_a_deleted_call_leaves_the_word_that_it_is_gone(place: tuple[ResultStream, TranscriptStore]) -> None:
    """The grade is not to be had any more; to withdraw it once more changes nothing."""
    stream, store = place
    call, card = graded(1)
    row = row_of(call, card)
    assert row is not None
    await stream.append(call, card)
    for _ in range(2):
        await stream.withdraw(call, card, at=STARTED_AT)
    with pytest.raises(ObjectMissing):
        await store.get(name_of(row), max_bytes=100_000)
    assert await store.get(name_of(deletion_of(call, at=STARTED_AT)), max_bytes=1_000)
    await stream.close()


async def test_private_practice_leaves_no_trace(place: tuple[ResultStream, TranscriptStore]) -> None:
    """Neither a grade nor the word that it was deleted."""
    stream, store = place
    (call, card), (counted, _) = graded(1, kind="private"), graded(1)
    row = row_of(counted, card)
    assert row is not None
    await stream.append(call, card)
    await stream.withdraw(call, card, at=STARTED_AT)
    for name in (name_of(row), name_of(deletion_of(counted, at=STARTED_AT))):
        with pytest.raises(ObjectMissing):
            await store.get(name, max_bytes=100_000)
    await stream.close()
