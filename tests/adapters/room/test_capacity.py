"""What agents say of their places, and what the door makes of it."""

import asyncio
import json
import os
import socket
import sys
from pathlib import Path

from sparring.adapters.clock import SystemClock
from sparring.adapters.room.capacity import FORGOTTEN_S, FRESH_S, LATE_S, CapacityBoard


def board_of(folder: Path, agent: str = "sparring") -> CapacityBoard:
    return CapacityBoard(folder / "agents", SystemClock(), agent=agent)


def noted(folder: Path, host: str, free: object, *, agent: str = "sparring", ago_s: float = 0.0) -> Path:
    """What an agent on another machine said."""
    (folder / "agents").mkdir(exist_ok=True)
    path = folder / "agents" / f"{host}-1.json"
    path.write_text(json.dumps({"agent": agent, "free": free}), "utf-8")
    at_s = SystemClock().now().timestamp() - ago_s
    os.utime(path, (at_s, at_s))
    return path


async def test_places_of_all_agents_are_added_up(tmp_path: Path) -> None:
    """Those of another name are not ours, and one that has fallen silent has none."""
    assert await board_of(tmp_path).free() is None
    noted(tmp_path, "one", 2)
    noted(tmp_path, "two", 3)
    noted(tmp_path, "silent", 4, ago_s=FRESH_S + 1)
    noted(tmp_path, "other", 5, agent="another")
    noted(tmp_path, "garbled", "many")
    assert await board_of(tmp_path).free() == 5
    assert await board_of(tmp_path, agent="nobody").free() is None


async def test_an_agent_tells_until_it_stops(tmp_path: Path) -> None:
    """Then it leaves nothing behind."""
    telling = asyncio.create_task(board_of(tmp_path).keep(lambda: 3))
    async with asyncio.timeout(5):
        while await board_of(tmp_path).free() != 3:
            await asyncio.sleep(0.01)
    telling.cancel()
    await asyncio.gather(telling, return_exceptions=True)
    assert await board_of(tmp_path).free() is None
    assert list((tmp_path / "agents").iterdir()) == []


async def test_the_note_of_an_agent_that_was_killed_is_swept_up(tmp_path: Path) -> None:
    """An hour later."""
    note = noted(tmp_path, "killed", 4, ago_s=FORGOTTEN_S + 1)
    assert await board_of(tmp_path).free() is None
    assert not note.exists()


async def test_a_folder_that_cannot_be_written_ends_no_agent(tmp_path: Path) -> None:
    """The door takes it for gone meanwhile."""
    (tmp_path / "agents").write_text("in the way", "utf-8")
    telling = asyncio.create_task(board_of(tmp_path).keep(lambda: 3))
    await asyncio.sleep(0.05)
    assert not telling.done()
    telling.cancel()
    await asyncio.gather(telling, return_exceptions=True)


AGENT = """
import fcntl, os, pathlib, socket, sys
note = pathlib.Path(sys.argv[1], f"{socket.gethostname()}-{os.getpid()}.json")
lock = os.open(note.with_suffix(".lock"), os.O_RDWR | os.O_CREAT)
fcntl.flock(lock, fcntl.LOCK_EX)
note.write_text(sys.argv[2])
print(note, flush=True)
sys.stdin.read()
"""


async def test_an_agent_that_was_killed_on_this_machine_is_not_believed_any_more(tmp_path: Path) -> None:
    """At once, while its note is fresh; one that lives is believed though its note is late."""
    (tmp_path / "agents").mkdir()
    told, pipe = json.dumps({"agent": "sparring", "free": 2}), asyncio.subprocess.PIPE
    agent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", AGENT, str(tmp_path / "agents"), told, stdin=pipe, stdout=pipe
    )
    assert agent.stdout is not None
    note = Path((await agent.stdout.readline()).decode().strip())
    late_s = SystemClock().now().timestamp() - (FRESH_S + LATE_S) / 2
    os.utime(note, (late_s, late_s))
    assert await board_of(tmp_path).free() == 2
    agent.kill()
    await agent.wait()
    os.utime(note)
    assert await board_of(tmp_path).free() is None


async def test_a_note_without_a_lock_is_believed_for_its_age(tmp_path: Path) -> None:
    """As where the data folder knows no locks, also on this machine."""
    noted(tmp_path, socket.gethostname(), 2)
    assert await board_of(tmp_path).free() == 2
    noted(tmp_path, socket.gethostname(), 2, ago_s=FRESH_S + 1)
    assert await board_of(tmp_path).free() is None
