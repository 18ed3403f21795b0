"""Noticing what was written to a bucket."""

import asyncio
from datetime import timedelta

import pytest
from obstore.store import MemoryStore

from sparring.adapters.events import bucket
from sparring.adapters.events.bucket import BucketWatch
from sparring.adapters.store.bucket import BucketStore
from sparring.errors import StoreUnavailable
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import call_id
from tests.fakes.interposed import Interposed, failing
from tests.fakes.memory import MemoryQueue


@pytest.fixture
def store() -> BucketStore:
    return BucketStore(MemoryStore())


@pytest.fixture
def queue() -> MemoryQueue:
    return MemoryQueue(FakeClock())


def name(number: int, *, days_ago: int = 0) -> str:
    return f"transcripts/{START - timedelta(days=days_ago):%Y/%m/%d}/{call_id(number)}.json"


async def test_todays_and_yesterdays_objects_are_events_once(store: BucketStore, queue: MemoryQueue) -> None:
    """Older ones are found at the next full look, and nothing but transcripts at any."""
    watch = BucketWatch(store, queue, FakeClock())
    for one in (name(1), name(2, days_ago=1), name(3, days_ago=2), "transcripts/2026/11/25/notes.json"):
        await store.put_once(one, b"{}")
    assert [await watch.look(), await watch.look()] == [2, 0]
    assert [await watch.reconcile(), await watch.reconcile()] == [1, 0]


async def test_an_outage_is_made_up_for(
    store: BucketStore, queue: MemoryQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After one, everything is looked at."""
    monkeypatch.setattr(bucket, "_POLL_S", 0.001)
    await store.put_once(name(1, days_ago=9), b"{}")
    broken = Interposed(queue, failing("publish", StoreUnavailable("down")))
    stop = asyncio.Event()
    running = asyncio.create_task(BucketWatch(store, broken, FakeClock()).run(stop))
    while not queue.entries:
        await asyncio.sleep(0)
    stop.set()
    await running
    assert [entry.event.object_name for entry in queue.entries.values()] == [name(1, days_ago=9)]
