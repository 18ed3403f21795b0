"""Finished calls are found wherever the installation keeps them: in a folder or in a cloud's bucket."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import obstore.store
import pytest

from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.finished_calls import DAYS, FinishedCalls
from sparring.documents import dump_document
from sparring.errors import ObjectMissing
from sparring.transcript import Transcript, Usage, object_name
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, OTHER_CALL_ID, a_call_record, a_scorecard, a_transcript, call_id
from tests.fakes.memory import MemoryResults

JUDGED = (Usage(part="judge", service="azure-openai", model="o4-mini", unit="input_tokens", amount=900),)


@pytest.fixture(params=["folder", "bucket"])
def finished(request: pytest.FixtureRequest, tmp_path: Path) -> FinishedCalls:
    clock = FakeClock()
    store = FolderStore(tmp_path) if request.param == "folder" else BucketStore(obstore.store.MemoryStore())
    return FinishedCalls(store, MemoryResults(clock), clock)


async def keep(finished: FinishedCalls, number: int, *, days_ago: int) -> Transcript:
    """A call of some day."""
    call = a_transcript(call_id=call_id(number), started_at=START - timedelta(days=days_ago))
    await finished.store.put_once(object_name(call), dump_document(call))
    return call


async def test_a_call_is_found_by_its_id_also_before_it_is_graded(finished: FinishedCalls) -> None:
    """By the listing, and by what brain 2 noted once it has."""
    call = a_transcript()
    await finished.store.put_once(object_name(call), dump_document(call))
    assert await finished.transcript(CALL_ID) == call
    await finished.results.begin(a_call_record(call))
    assert await finished.transcript(CALL_ID) == call


async def test_a_call_that_is_not_there_is_one_error(finished: FinishedCalls) -> None:
    """Known to the results and deleted since, or never heard of."""
    await finished.results.begin(a_call_record())
    for call in (CALL_ID, OTHER_CALL_ID):
        with pytest.raises(ObjectMissing, match="not finished"):
            await finished.transcript(call)


@pytest.mark.parametrize(
    ("calls", "numbers"), [(1, [3]), (2, [2, 3]), (None, [1, 2, 3])], ids=["newest", "two", "a_month"]
)
async def test_the_newest_calls_come_oldest_first(
    finished: FinishedCalls, calls: int | None, numbers: list[int]
) -> None:
    """Of the last month; what is no transcript is passed over."""
    for number, days_ago in ((1, 20), (2, 1), (3, 0), (4, DAYS + 5)):
        await keep(finished, number, days_ago=days_ago)
    await finished.store.put_once(f"transcripts/{START:%Y/%m/%d}/notes.json", b"{}")
    assert [one.call_id for one in await finished.newest(calls)] == [call_id(number) for number in numbers]


async def test_what_grading_was_charged_for_stands_in_the_grade(finished: FinishedCalls) -> None:
    """Nothing where nobody graded, or the rules did."""
    assert await finished.usage_of_grading(CALL_ID) == ()
    await finished.results.begin(a_call_record())
    await finished.results.save(a_scorecard(usage=JUDGED), None)
    assert await finished.usage_of_grading(CALL_ID) == JUDGED


async def test_a_call_deleted_while_it_is_listed_is_left_out(
    finished: FinishedCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's deletion is no fault of whoever counts."""
    gone, kept = await keep(finished, 1, days_ago=0), await keep(finished, 2, days_ago=0)
    store = _Losing(finished.store, object_name(gone), monkeypatch)
    assert [one.call_id for one in await finished.newest(None)] == [kept.call_id]
    assert store.lost


class _Losing:
    """Deletes an object just before it is read."""

    def __init__(self, store: FolderStore | BucketStore, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lost = False
        get: Callable[..., object] = store.get

        async def losing(asked: str, *, max_bytes: int) -> bytes:
            if asked == name:
                self.lost = True
                await store.delete(name)
            data = await get(asked, max_bytes=max_bytes)  # type: ignore[misc]
            assert isinstance(data, bytes)
            return data

        monkeypatch.setattr(store, "get", losing)
