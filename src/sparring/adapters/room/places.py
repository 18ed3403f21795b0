"""How many further calls each agent would take, as it says itself: a note of its own in the shared data folder.

Flows in: an agent's places, each second. Flows out: their sum, for the door, which refuses a rep at once instead of
letting the phone ring where nobody will come. A note that is not renewed is of an agent that is gone.
"""

import asyncio
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sparring.documents import Document, dump_document, parse_document
from sparring.errors import DocumentRejected
from sparring.ports import Clock

TOLD_EVERY_S = 1.0
FRESH_S = 10.0  # an agent whose machine is busy is late; one that was killed is believed so long
FORGOTTEN_S = 3_600.0
MAX_NOTE_BYTES = 1_000


class _Note(Document):
    agent: str
    free: int


class PlacesBoard:
    """`Places` of the agents that share `folder` and bear the name `agent`."""

    def __init__(self, folder: Path, clock: Clock, *, agent: str) -> None:
        self._folder, self._clock, self._agent = folder, clock, agent
        self._own = folder / f"{socket.gethostname()}-{os.getpid()}.json"

    async def free(self) -> int | None:
        """See the port."""
        return await asyncio.to_thread(self._read)

    async def keep(self, free: Callable[[], int]) -> None:
        """Tell until cancelled, then take the note away."""
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

    def _read(self) -> int | None:
        notes = [note for path in self._folder.glob("*.json") if (note := self._note(path)) is not None]
        return sum(note.free for note in notes) if notes else None

    def _note(self, path: Path) -> _Note | None:
        try:
            age_s = self._clock.now().timestamp() - path.stat().st_mtime
            if age_s > FORGOTTEN_S:
                path.unlink()
            if age_s > FRESH_S:
                return None
            note = parse_document(
                path.read_bytes(), _Note, source="agent", max_bytes=MAX_NOTE_BYTES, rejected=DocumentRejected
            )
        except (OSError, DocumentRejected):
            return None
        return note if note.agent == self._agent else None
