"""The result stream through the grader: under kills, while it is down, and when a call is deleted meanwhile."""

from typing import Any

import pytest

from sparring.adapters.store.memory import MemoryStore
from sparring.adapters.store.result_stream import StoredStream
from sparring.errors import StoreUnavailable
from sparring.results.stream import name_of, row_of
from sparring.transcript import Attempt
from tests.contracts.test_analysis import graded
from tests.fakes.brain import Brain
from tests.fakes.documents import CALL_ID, a_transcript
from tests.fakes.interposed import Interposed, failing


async def test_what_an_earlier_version_wrote_stands() -> None:
    """A row that is worded otherwise today is not written over."""
    store, (call, card) = MemoryStore(), graded(1)
    row = row_of(call, card)
    assert row
    store.objects[name_of(row)] = b"as it was"
    await StoredStream(store).append(call, card)
    assert store.objects == {name_of(row): b"as it was"}


class Killed(BaseException):
    """The process is gone: no handler of ours runs."""


@pytest.mark.parametrize(("method", "side"), [("save", "after"), ("append", "before"), ("append", "after")])
async def test_a_killed_grader_adds_each_grade_once(method: str, side: str) -> None:
    """The event comes again until the object stands, and then no more."""
    brain, target = Brain(), MemoryStore()
    waiting = [Killed()]

    def hook(name: str, at: str) -> None:
        if (name, at) == (method, side) and waiting:
            raise waiting.pop()

    results: Any = Interposed(brain.results, hook)
    stream: Any = Interposed(StoredStream(target), hook)
    await brain.write(a_transcript(attempt=Attempt(kind="counted")))
    event = await brain.queue.receive()
    with pytest.raises(Killed):
        await brain.with_parts(results=results, stream=stream).handle(event)
    await brain.queue.retry_later(event, "killed")
    brain.clock.advance(3_600)
    while again := await brain.queue.receive():
        await brain.with_parts(results=results, stream=stream).handle(again)
    assert (len(target.objects), brain.grader.graded, brain.states()) == (1, 1, ["done"])


async def test_a_stream_that_is_down_is_tried_again() -> None:
    """The grade stands meanwhile, and the event waits."""
    brain, target = Brain(), MemoryStore()
    stream: Any = Interposed(StoredStream(target), failing("append", StoreUnavailable("down")))
    await brain.write(a_transcript(attempt=Attempt(kind="counted")))
    await brain.with_parts(stream=stream).handle(await brain.queue.receive())
    assert await brain.results.get(CALL_ID)
    assert (target.objects, brain.states()) == ({}, ["waiting"])
    brain.clock.advance(3_600)
    await brain.with_parts(stream=stream).handle(await brain.queue.receive())
    assert (len(target.objects), brain.states()) == (1, ["done"])


async def test_a_call_deleted_meanwhile_is_withdrawn_again() -> None:
    """Whichever comes first, nothing of it stays but the word that it is gone."""
    brain, target = Brain(), MemoryStore()
    await brain.write(a_transcript(attempt=Attempt(kind="counted")))

    class Forgetful(StoredStream):
        async def append(self, call: Any, card: Any) -> None:
            await brain.results.forget(call.call_id)
            await super().append(call, card)

    await brain.with_parts(stream=Forgetful(target)).handle(await brain.queue.receive())
    (name,) = target.objects
    assert name.endswith("_deleted.json")
