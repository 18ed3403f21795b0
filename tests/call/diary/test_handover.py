"""From diary to object: once, after any crash, and one call's trouble is no other's."""

import asyncio
from collections.abc import Sequence

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.diary.entries import CallOpened, encode
from sparring.call.diary.handover import sweep
from sparring.errors import SparringError, StoreUnavailable
from sparring.ids import CallId
from sparring.transcript import object_name
from tests.fakes.calls import an_opening
from tests.fakes.documents import call_id


class Shared(MemoryJournal):
    """A journal whose every call was abandoned, as a sweeper finds it after a crash."""

    def __init__(self) -> None:
        super().__init__()
        self.aside: dict[CallId, str] = {}

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        return tuple(call for call in self._lines if call not in self.aside)

    async def set_aside(self, call_id: CallId, reason: str) -> None:
        self.aside[call_id] = reason


class Choosy(MemoryStore):
    """A store that refuses the named objects."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: dict[str, SparringError] = {}

    async def put_once(self, name: str, data: bytes) -> None:
        if name in self.refused:
            raise self.refused[name]
        await super().put_once(name, data)


async def abandoned_calls(journal: Shared, count: int) -> list[CallOpened]:
    """Calls whose process died before anybody spoke."""
    calls = [an_opening().model_copy(update={"call_id": call_id(number)}) for number in range(count)]
    for opened in calls:
        await journal.append(opened.call_id, encode(opened))
    return calls


def test_a_call_that_can_never_be_handed_over_keeps_no_other_from_it() -> None:
    """A name taken by other bytes, and a diary that is nonsense, are set aside with the reason; the rest is swept."""

    async def whole() -> None:
        journal, store = Shared(), MemoryStore()
        calls = await abandoned_calls(journal, 4)
        await store.put_once(object_name(calls[0]), b"somebody else's")
        await journal.append(calls[2].call_id, b"nonsense")
        swept = await sweep(journal, store, idle_s=30)
        assert swept == (calls[1].call_id, calls[3].call_id)
        assert journal.aside == {calls[0].call_id: "object_conflict", calls[2].call_id: "diary_unreadable"}
        assert await sweep(journal, store, idle_s=30) == ()
        assert len(await journal.lines(calls[0].call_id)) == 1

    asyncio.run(whole())


def test_a_store_that_is_down_for_one_call_is_tried_again_for_that_call() -> None:
    """What may succeed later is not set aside, and keeps no other call waiting."""

    async def whole() -> None:
        journal, store = Shared(), Choosy()
        calls = await abandoned_calls(journal, 2)
        store.refused[object_name(calls[0])] = StoreUnavailable("down")
        assert await sweep(journal, store, idle_s=30) == (calls[1].call_id,)
        store.refused.clear()
        assert await sweep(journal, store, idle_s=30) == (calls[0].call_id,)
        assert journal.aside == {}

    asyncio.run(whole())
