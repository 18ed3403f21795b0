"""Notices objects written to a bucket, where nobody else tells of them: S3, Google Cloud Storage, Azure without events.

Flows in: listings of a `BucketStore`. Flows out: `ObjectWritten` events whose ids come from the objects' names, so that
looking twice publishes once. Today's and yesterday's folders are listed every three seconds, everything at start and
once an hour: a listing is paid for, about 58,000 requests a day.
"""

import asyncio
import hashlib
import logging
from datetime import UTC, timedelta

from sparring.adapters.events.folder import pause
from sparring.adapters.store.bucket import BucketStore
from sparring.errors import SparringError
from sparring.ports import Clock, EventSink, ObjectWritten
from sparring.transcript import TRANSCRIPTS, call_id_in

_log = logging.getLogger(__name__)

_POLL_S = 3.0
_POLLS_PER_HOUR = 1_200
_BATCH = 500


class BucketWatch:
    """Publishes what lies in `store` to `sink`."""

    def __init__(self, store: BucketStore, sink: EventSink, clock: Clock) -> None:
        self._store, self._sink, self._clock = store, sink, clock

    async def look(self) -> int:
        """Publish what is new today and yesterday; how many. Raises: EventsFailed, StoreUnavailable."""
        today = self._clock.now().astimezone(UTC)
        days = (today - timedelta(days=1), today)
        return sum([await self._publish(f"{TRANSCRIPTS}/{day:%Y/%m/%d}") for day in days])

    async def reconcile(self) -> int:
        """Publish everything that was never published. Raises: EventsFailed, StoreUnavailable."""
        return await self._publish(TRANSCRIPTS)

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set. A queue or bucket that fails is looked at again at the next turn."""
        polls = 0
        while not stop.is_set():
            try:
                await (self.reconcile() if polls % _POLLS_PER_HOUR == 0 else self.look())
            except SparringError as error:
                _log.warning("watch failed: %s", error.code)
                polls = -1  # what was missed meanwhile may be older than yesterday
            polls += 1
            await pause(stop, _POLL_S)

    async def _publish(self, folder: str) -> int:
        new, batch = 0, list[ObjectWritten]()
        async for listed in self._store.listing(folder):
            if call_id_in(listed.name) is None:
                continue
            event_id = hashlib.sha256(listed.name.encode()).hexdigest()[:32]
            batch.append(ObjectWritten(event_id, listed.name, listed.written_at))
            if len(batch) == _BATCH:
                new, batch = new + await self._sink.publish(batch), []
        return new + (await self._sink.publish(batch) if batch else 0)
