"""F6 over a real line that is bad in eight ways: an object is whole or absent, a call goes on, and nothing is lost.

Latency and limits are a tenth of the real ones: five seconds become half a second.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from sparring.adapters.store import factory
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.memory import MemoryStore
from sparring.call.active_call import ActiveCall
from sparring.call.lifecycle import CallStage
from sparring.documents import digest_of, dump_document
from sparring.errors import ObjectMissing, StoreUnavailable
from sparring.transcript import MAX_TRANSCRIPT_BYTES, object_name
from tests.contracts.places import s3_store
from tests.emulators.s3 import S3Server
from tests.fakes.active_calls import LIMITS, Office
from tests.fakes.calls import Onlooker
from tests.fakes.documents import a_transcript
from tests.faults.toxic_proxy import Toxic, ToxicProxy

NAME = object_name(a_transcript())
DATA = dump_document(a_transcript())
HALF = len(DATA) // 2
OUTAGE_S = 600


@pytest.fixture
async def proxy(s3: S3Server) -> AsyncIterator[ToxicProxy]:
    async with ToxicProxy(s3.port) as made:
        yield made


@pytest.fixture
def store(s3: S3Server, proxy: ToxicProxy, monkeypatch: pytest.MonkeyPatch) -> BucketStore:
    """A bucket behind the proxy."""
    monkeypatch.setattr(factory, "_CONFIG", {"timeout": "800ms", "connect_timeout": "400ms"})
    monkeypatch.setattr(factory, "_RETRY", {"max_retries": 1, "retry_timeout": timedelta(seconds=0.8)})
    return s3_store(s3.new_bucket(), proxy.port, monkeypatch)


TOXICS = [
    pytest.param(Toxic(latency_s=0.5), id="latency"),
    pytest.param(Toxic(bandwidth_bytes_s=2_000), id="bandwidth"),
    pytest.param(Toxic(slow_close_s=0.2), id="slow_close"),
    pytest.param(Toxic(timeout=True), id="timeout"),
    pytest.param(Toxic(reset_peer=True), id="reset_peer"),
    pytest.param(Toxic(slicer_bytes=97), id="slicer"),
    pytest.param(Toxic(limit_data_bytes=HALF), id="limit_data"),
]


@pytest.mark.parametrize("way", ["upstream", "downstream"])
@pytest.mark.parametrize("toxic", TOXICS)
async def test_a_bad_line_leaves_a_whole_object_or_none(
    store: BucketStore, proxy: ToxicProxy, way: str, toxic: Toxic
) -> None:
    """Written and read over it; once the line is good the same bytes are put again and stand there once."""
    setattr(proxy, way, toxic)
    with suppress(StoreUnavailable):
        await store.put_once(NAME, DATA)
    with suppress(StoreUnavailable, ObjectMissing):
        assert await store.get(NAME, max_bytes=MAX_TRANSCRIPT_BYTES) == DATA
    assert proxy.connections > 0
    await proxy.down()
    with pytest.raises(StoreUnavailable):
        await store.put_once(NAME, DATA)
    await proxy.up()
    assert [one.name async for one in store.listing("transcripts")] in ([], [NAME])
    await store.put_once(NAME, DATA)
    assert await store.get(NAME, max_bytes=MAX_TRANSCRIPT_BYTES) == DATA


async def test_an_object_that_was_cut_off_is_no_object(store: BucketStore, proxy: ToxicProxy) -> None:
    """Half of the bytes reached the service, and nobody can read them."""
    proxy.upstream = Toxic(limit_data_bytes=HALF)
    with pytest.raises(StoreUnavailable):
        await store.put_once(NAME, DATA)
    await proxy.down()
    await proxy.up()
    assert [one async for one in store.listing("transcripts")] == []


async def test_a_write_whose_answer_was_lost_is_taken_as_done(store: BucketStore, proxy: ToxicProxy) -> None:
    """The retry meets its own object and finds the same bytes."""
    proxy.downstream = Toxic(limit_data_bytes=1)
    with pytest.raises(StoreUnavailable):
        await store.put_once(NAME, DATA)
    await proxy.down()
    await proxy.up()
    assert await store.get(NAME, max_bytes=MAX_TRANSCRIPT_BYTES) == DATA
    await store.put_once(NAME, DATA)


async def test_calls_go_on_beside_a_hand_over_that_hangs(
    s3: S3Server, proxy: ToxicProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another call is picked up by its clock, held and answered before the store has said a word to the first."""
    monkeypatch.setattr(factory, "_CONFIG", {"timeout": "1h"})
    office = Office()
    finished, _ = await office.live()
    finished.session._store = s3_store(s3.new_bucket(), proxy.port, monkeypatch)
    proxy.upstream = proxy.downstream = Toxic(timeout=True)
    await finished.hang_up("rep", reason="The rep hung up.")
    keeper = asyncio.create_task(office.active_calls.run())
    await until(lambda: proxy.connections > 0)
    called, page = await office.open("discharge_planner"), Onlooker()
    await called.attach(page)
    called.ring()
    office.clock.advance(3)
    await until(lambda: called.stage is CallStage.LIVE)
    await called.line.type_text("Hi, this is Dana with Willow Lane Home Care. Have you got two minutes?")
    assert len(page.turns) >= 3
    assert finished.stage is CallStage.REVIEW
    await proxy.down()
    await proxy.up()
    office.clock.advance(LIMITS.touch_s)
    await until(lambda: finished.stage is CallStage.WRITTEN)
    keeper.cancel()
    await asyncio.gather(keeper, return_exceptions=True)


async def until(happened: Callable[[], bool]) -> None:
    """Look until it has."""
    async with asyncio.timeout(10):
        while not happened():
            await asyncio.sleep(0.01)


class Down(MemoryStore):
    """A store that takes nothing until it is back, and remembers what it was offered."""

    def __init__(self) -> None:
        super().__init__()
        self.is_back = False
        self.offered: dict[str, set[str]] = {}

    async def put_once(self, name: str, data: bytes) -> None:
        self.offered.setdefault(name, set()).add(digest_of(data))
        if not self.is_back:
            raise StoreUnavailable("down")
        await super().put_once(name, data)


async def test_nothing_is_lost_over_ten_minutes_without_a_store() -> None:
    """More calls than there are lines are held and wait in the diary; each is offered with one digest and kept once."""
    store = Down()
    office = Office(store=store)
    waiting: list[ActiveCall] = []
    for waited_s in range(0, OUTAGE_S, 5):
        if waited_s % 60 == 0:
            call, _ = await office.live()
            await call.hang_up("rep", reason="The rep hung up.")
            waiting.append(call)
        await office.after(5)
    assert len(waiting) > LIMITS.calls
    assert {call.stage for call in waiting} == {CallStage.REVIEW}
    store.is_back = True
    await office.after(LIMITS.touch_s)
    assert [(await office.written(call)).call_id for call in waiting] == [call.session.call_id for call in waiting]
    assert {len(digests) for digests in store.offered.values()} == {1}
    assert office.journal._lines == {}
