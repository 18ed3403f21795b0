"""Notices objects written to a folder and publishes an event for each: a write is the event, nobody else raises it.

Flows in: the folder that `FolderStore` writes. Flows out: `ObjectWritten` events, each with an id derived from the
object's name, so that looking twice publishes once. The newest days are looked at five times a second, older ones that
changed once a minute, and every object at start and once an hour (20,000 objects: 0.4 s of processor time): whatever
dies between a write and its event, the next look finds it.
"""

import asyncio
import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sparring.errors import SparringError
from sparring.ports import EventSink, ObjectWritten
from sparring.transcript import TRANSCRIPTS, call_id_in

_log = logging.getLogger(__name__)

_POLL_S = 0.2
_AFTER_FAILURE_S = 2.0  # a disk that is full is not filled with warnings
_POLLS_PER_MINUTE = 300
_POLLS_PER_HOUR = 60 * _POLLS_PER_MINUTE
_RECENT_DAYS = 2  # a call belongs to the day it began and may end after midnight
_LISTINGS_UNTIL_QUIET = 3  # a file may appear within one tick of the folder's clock after it was listed


class FolderWatch:
    """Publishes what lies in `root`, the folder of a `FolderStore`, to `sink`."""

    def __init__(self, root: Path, sink: EventSink) -> None:
        self._root, self._sink = root, sink
        self._listings: dict[Path, tuple[int, int]] = {}  # day folder -> its change time, listings since

    async def look(self) -> int:
        """Publish what is new in the newest day folders; the number of new objects. Raises: EventsFailed."""
        return await self._publish(lambda: self._changed(self._days()[-_RECENT_DAYS:]))

    async def look_back(self) -> int:
        """Publish what is new in any day folder that changed; the number of new objects. Raises: EventsFailed."""
        return await self._publish(lambda: self._changed(self._days()))

    async def reconcile(self) -> int:
        """Publish everything that was never published; the number of such objects. Raises: EventsFailed."""
        return await self._publish(self._days)

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set. A queue or folder that fails is looked at again two seconds later."""
        polls = 0
        while not stop.is_set():
            wait_s = _POLL_S
            try:
                await self._look_as_due(polls)
            except (SparringError, OSError) as error:
                _log.warning("watch failed: %s", getattr(error, "code", type(error).__name__))
                wait_s = _AFTER_FAILURE_S
            polls += 1
            await pause(stop, wait_s)

    async def _look_as_due(self, polls: int) -> int:
        if polls % _POLLS_PER_HOUR == 0:
            return await self.reconcile()
        if polls % _POLLS_PER_MINUTE == 0:
            return await self.look_back()
        return await self.look()

    async def _publish(self, days: Callable[[], list[Path]]) -> int:
        events = await asyncio.to_thread(lambda: [event for day in days() for event in self._objects(day)])
        try:
            return await self._sink.publish(events) if events else 0
        except SparringError:
            self._listings.clear()  # what was listed is not published: the next look lists it again
            raise

    def _days(self) -> list[Path]:
        return sorted(self._root.glob(f"{TRANSCRIPTS}/[0-9]*/[0-9]*/[0-9]*"))

    def _changed(self, days: list[Path]) -> list[Path]:
        return [day for day in days if self._is_worth_listing(day)]

    def _is_worth_listing(self, day: Path) -> bool:
        changed_ns = day.stat().st_mtime_ns
        seen_ns, listings = self._listings.get(day, (0, 0))
        listings = listings + 1 if seen_ns == changed_ns else 1
        self._listings[day] = (changed_ns, listings)
        return listings <= _LISTINGS_UNTIL_QUIET

    def _objects(self, day: Path) -> Iterator[ObjectWritten]:
        folder = day.relative_to(self._root).as_posix()
        for entry in os.scandir(day):
            name = f"{folder}/{entry.name}"
            if call_id_in(name) is None:
                continue
            try:
                written_at = datetime.fromtimestamp(entry.stat().st_mtime, UTC)
            except FileNotFoundError:
                continue  # deleted since it was listed
            yield ObjectWritten(hashlib.sha256(name.encode()).hexdigest()[:32], name, written_at)


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait this long, or until `stop` is set."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
