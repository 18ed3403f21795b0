"""How many further calls each agent would take, as it says itself: a note of its own in the shared data folder.

Flows in: an agent's places, each second. Flows out: their sum, for the door, which refuses a rep at once instead of
letting the phone ring where nobody will come. A note that is not renewed is of an agent that is gone; on the door's own
machine a killed agent is found out at once, for the system lets go of the lock that it held.
"""

import asyncio
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sparring.documents import Document, dump_document, parse_document
from sparring.errors import DocumentRejected
from sparring.ports import Clock

if sys.platform != "win32":
    import fcntl

TOLD_EVERY_S = 1.0
LATE_S = 10.0  # an agent that is known to live may be so late: its machine is busy
FRESH_S = 5.0  # one that was killed on another machine is believed so long
FORGOTTEN_S = 3_600.0
MAX_NOTE_BYTES = 1_000


class _Note(Document):
    agent: str
    free: int


class CapacityBoard:
    """`Places` of the agents that share `folder` and bear the name `agent`."""

    def __init__(self, folder: Path, clock: Clock, *, agent: str) -> None:
        self._folder, self._clock, self._agent = folder, clock, agent
        self._host = f"{socket.gethostname()}-"
        self._own = folder / f"{self._host}{os.getpid()}.json"

    async def free(self) -> int | None:
        """See the port."""
        return await asyncio.to_thread(self._read)

    async def keep(self, free: Callable[[], int]) -> None:
        """Tell until cancelled, then take the note away."""
        with _held(_lock_of(self._own)):
            try:
                while True:
                    await asyncio.to_thread(self._write, free())
                    await asyncio.sleep(TOLD_EVERY_S)
            finally:
                self._withdraw()

    def _write(self, free: int) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            making = self._own.with_suffix(".new")
            making.write_bytes(dump_document(_Note(agent=self._agent, free=free)))
            making.replace(self._own)
        except OSError:
            return  # a full disk ends no call; the door takes the agent for gone meanwhile

    def _withdraw(self) -> None:
        with suppress(OSError):
            self._own.unlink(missing_ok=True)
            _lock_of(self._own).unlink(missing_ok=True)

    def _read(self) -> int | None:
        notes = [note for path in self._folder.glob("*.json") if (note := self._note(path)) is not None]
        return sum(note.free for note in notes) if notes else None

    def _note(self, path: Path) -> _Note | None:
        try:
            age_s = self._clock.now().timestamp() - path.stat().st_mtime
            if age_s > FORGOTTEN_S:
                path.unlink()
                _lock_of(path).unlink(missing_ok=True)
            lives = _lives(_lock_of(path)) if path.name.startswith(self._host) else None
            if lives is False or age_s > (LATE_S if lives else FRESH_S):
                return None
            note = parse_document(
                path.read_bytes(), _Note, source="agent", max_bytes=MAX_NOTE_BYTES, rejected=DocumentRejected
            )
        except (OSError, DocumentRejected):
            return None
        return note if note.agent == self._agent else None


def _lock_of(note: Path) -> Path:
    return note.with_suffix(".lock")


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """While this process lives, at most; where locks do not work there is no file."""
    file = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        _lock(file, shared=False)
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    try:
        yield
    finally:
        if file is not None:
            os.close(file)


def _lives(path: Path) -> bool | None:
    """Whether whoever took this lock is there; None: not known."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        _lock(file, shared=True)
    except BlockingIOError:
        return True
    except OSError:
        return None
    finally:
        os.close(file)
    return False


def _lock(file: int, *, shared: bool) -> None:
    """Raises: BlockingIOError when somebody else has it, OSError where there are no locks."""
    if sys.platform == "win32":
        raise OSError
    fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
