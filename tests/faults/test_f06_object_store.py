"""F6: the object store is down, slow, full or cut off mid-write: nothing is lost, and nothing is ever half there."""

import asyncio
import errno
import os
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.store import files
from sparring.adapters.store.folder import FolderStore
from sparring.documents import dump_document
from sparring.errors import ObjectMissing, StoreUnavailable
from sparring.grade import worker
from sparring.transcript import MAX_TRANSCRIPT_BYTES, object_name
from tests.fakes.brain import Brain
from tests.fakes.documents import CALL_ID, a_transcript
from tests.fakes.interposed import Interposed

NAME = object_name(a_transcript())
DATA = dump_document(a_transcript())


class OutOfOrder:
    """Makes the n-th system call of a write fail, then every later one too, as a full or dying disk does."""

    def __init__(self, fatal: int, error: int) -> None:
        self.fatal, self.error, self.made = fatal, error, 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(real) if name in ("open", "link", "fsync", "fdopen") else real

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.made += 1
            if self.made > self.fatal:
                raise OSError(self.error, os.strerror(self.error))
            return real(*args, **kwargs)

        return call


async def held(store: FolderStore) -> bytes | None:
    try:
        return await store.get(NAME, max_bytes=MAX_TRANSCRIPT_BYTES)
    except ObjectMissing:
        return None


def files_under(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
async def test_a_write_that_fails_anywhere_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    """The first, then the second, then every later system call fails: the object is whole or absent, never half."""
    for fatal in range(40):
        store = FolderStore(tmp_path / str(fatal))
        disk = OutOfOrder(fatal, error)
        monkeypatch.setattr(files, "os", disk)
        try:
            await store.put_once(NAME, DATA)
        except StoreUnavailable:
            pass
        else:
            break
        finally:
            monkeypatch.undo()
        assert await held(store) in (None, DATA)
        await store.put_once(NAME, DATA)
        assert await held(store) == DATA
        assert files_under(tmp_path / str(fatal)) == [Path(NAME).name]
    assert fatal > 5


async def test_a_file_size_limit_cuts_nothing_in_half(tmp_path: Path) -> None:
    """A write that the system stops in the middle leaves no object and no part of one."""
    store = FolderStore(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(StoreUnavailable):
            await store.put_once(NAME, DATA)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files_under(tmp_path) == []
    await store.put_once(NAME, DATA)
    assert await held(store) == DATA


@pytest.fixture
def brain() -> Brain:
    return Brain()


async def test_nothing_is_lost_over_a_ten_minute_outage(brain: Brain) -> None:
    """The event outlives the outage on the schedule, and the call is graded once the store is back."""
    await brain.write(a_transcript())
    down_until = brain.clock.now().timestamp() + 600

    def outage(_name: str, _side: str) -> None:
        if brain.clock.now().timestamp() < down_until:
            raise StoreUnavailable("down")

    brain.store = Interposed(brain.store, outage)
    waited_s = 0
    while await brain.results.get(CALL_ID) is None:
        await brain.drain()
        brain.clock.advance(1)
        waited_s += 1
        assert waited_s < 1_200
    assert brain.states() == ["done"]
    assert waited_s >= 600


async def test_a_slow_store_is_given_up_on_and_tried_again(brain: Brain, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read that takes longer than allowed is a transient failure, so the lease never runs out under it."""
    monkeypatch.setattr(worker, "READ_LIMIT_S", 0.01)
    await brain.write(a_transcript())
    whole = brain.store

    class Slow:
        async def get(self, name: str, *, max_bytes: int) -> bytes:
            await asyncio.Event().wait()
            raise AssertionError("never answers")

    brain.store = Slow()
    await brain.drain()
    assert brain.states() == ["waiting"]
    brain.store = whole
    brain.clock.advance(10)
    await brain.drain()
    assert brain.states() == ["done"]


async def test_a_store_that_cannot_be_reached_is_not_an_empty_one(tmp_path: Path) -> None:
    """A folder that is a file is an outage, not a missing object."""
    (tmp_path / "objects").write_text("in the way")
    store = FolderStore(tmp_path / "objects")
    with pytest.raises(StoreUnavailable):
        await store.get(NAME, max_bytes=10)
    with pytest.raises(StoreUnavailable):
        await store.put_once(NAME, DATA)
