"""What a job's process does before there is a job, and whom it asks about its rep."""

import asyncio
import gc
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.room.job_metadata import JobMetadata, room_of
from sparring.bootstrap.agent_job import GONE_WITHIN_S, Carrier, finish, warm_up
from sparring.bootstrap.storage import open_results
from sparring.call.diary.entries import CallCarried, CallOpened, encode
from sparring.config import Config
from sparring.errors import CallOver, MediaFailed
from sparring.ids import CallId, new_rep_id
from sparring.ports import RepAccount
from sparring.speech_acts.phrases import notation
from tests.fakes.calls import an_opening


def test_an_idle_process_has_every_phrase_compiled_and_nothing_to_collect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first call of a process finds no work of tens of milliseconds left on its loop."""
    for name in [one for one in os.environ if one.startswith("SPARRING_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SPARRING_DATA_DIR", str(tmp_path))
    frozen, threshold, interval_s = gc.get_freeze_count(), gc.get_threshold(), sys.getswitchinterval()
    process = SimpleNamespace(userdata={})
    try:
        warm_up(cast("Any", process), engines=tmp_path / "engines")
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
        sys.setswitchinterval(interval_s)
    assert all("pattern" in vars(written) for written in notation._WRITTEN)
    assert [type(one) for one in process.userdata.values()] == [Carrier]


async def test_the_rep_s_name_is_looked_up_by_their_id(tmp_path: Path) -> None:
    """It stands in no token and in no diary; who is not known, or a database that fails, has no name."""
    config, rep_id = Config(data_dir=tmp_path), new_rep_id()
    accounts = open_results(config, SystemClock())
    await accounts.put_rep(RepAccount(rep_id=rep_id, name="Dana Whitfield", email=None))
    await accounts.close()
    carrier = Carrier(config, tmp_path / "engines")
    assert await carrier.name_of(rep_id) == "Dana Whitfield"
    assert await carrier.name_of(new_rep_id()) == ""
    broken = Carrier(Config(data_dir=tmp_path, results="postgresql://nobody@127.0.0.1:1/none"), tmp_path / "engines")
    async with asyncio.timeout(5):
        assert await broken.name_of(rep_id) == ""
    await carrier.close()
    await broken.close()


async def test_of_two_processes_that_were_sent_for_a_call_one_carries_it(tmp_path: Path) -> None:
    """The slower one finds, once it is in the room, that the other has taken the call up, and lets go."""
    carrier, opened = Carrier(Config(data_dir=tmp_path), tmp_path / "engines"), an_opening()
    await carrier.journal.append(opened.call_id, encode(opened))

    async def connect(**_: Any) -> None:
        await carrier.journal.append(opened.call_id, encode(CallCarried(engines=opened.engines)))

    with pytest.raises(CallOver, match="meanwhile"):
        await carrier.join(_job_for(opened, connect))
    await carrier.close()


async def test_a_job_that_is_over_is_given_so_long_to_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its end on, whatever the rest of it waits for."""
    given: list[float] = []
    monkeypatch.setattr("sparring.bootstrap.agent_job.end_within", given.append)
    carrier = Carrier(Config(data_dir=tmp_path), tmp_path / "engines")
    job: Any = SimpleNamespace(proc=SimpleNamespace(userdata={"sparring_carrier": carrier}))
    await finish(job)
    assert given == [GONE_WITHIN_S]


NEVER_LEAVES = """
import threading
from sparring.bootstrap.agent_job import end_within
end_within(0.2)
threading.Event().wait()
"""


def test_a_job_that_never_leaves_is_ended() -> None:
    """As one would whose media server has fallen silent."""
    assert subprocess.run([sys.executable, "-c", NEVER_LEAVES], timeout=60, check=False).returncode == 0


async def test_a_process_marks_the_diary_from_the_moment_it_is_sent(tmp_path: Path) -> None:
    """One that dies before it is in the room is missed by its marks; afterwards it marks no more."""
    carrier, opened, marked = Carrier(Config(data_dir=tmp_path), tmp_path / "engines"), an_opening(), asyncio.Event()

    class Marked(MemoryJournal):
        async def touch(self, call_ids: Sequence[CallId]) -> None:
            assert call_ids == [opened.call_id]
            marked.set()

    carrier.journal = Marked()
    await carrier.journal.append(opened.call_id, encode(opened))

    async def connect(**_: Any) -> None:
        async with asyncio.timeout(5):
            await marked.wait()
        raise MediaFailed("The media server is gone.")

    with pytest.raises(MediaFailed):
        await carrier.join(_job_for(opened, connect))
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "on-its-way"]
    await carrier.close()


def _job_for(opened: CallOpened, connect: Callable[..., Awaitable[None]]) -> Any:
    told = JobMetadata(call_id=opened.call_id, rep_id=opened.rep_id, persona_id=opened.persona.id)
    job = SimpleNamespace(metadata=told.model_dump_json(), room=SimpleNamespace(name=room_of(opened.call_id)), id="job")
    room = SimpleNamespace(register_text_stream_handler=lambda *_: None)
    return SimpleNamespace(job=job, room=room, connect=connect)
