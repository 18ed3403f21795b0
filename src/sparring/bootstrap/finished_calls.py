"""Finished calls of this installation, wherever it keeps them, for whoever asks on the command line.

Flows in: the configured air gap and results store. Flows out: transcripts, one by its call's id or the newest of a
month, with what grading them was charged for. What an answer took and what a call used stand in its transcript.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import Final

from sparring.adapters.clock import SystemClock
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.storage import open_air_gap, open_results
from sparring.config import Config
from sparring.errors import ObjectMissing
from sparring.ids import CallId
from sparring.ports import Clock, ResultsStore, StoredObject
from sparring.transcript import MAX_TRANSCRIPT_BYTES, TRANSCRIPTS, Transcript, Usage, call_id_in, parse_transcript

DAYS: Final = 30
"""So far back the newest calls are looked for."""
AT_ONCE: Final = 8
_MISSING: Final = "No transcript of this call is in the air gap: it is not finished, was deleted, or lies elsewhere."


@dataclass(frozen=True, slots=True)
class FinishedCalls:
    """Reads what both brains have left behind."""

    store: FolderStore | BucketStore
    results: ResultsStore
    clock: Clock

    async def transcript(self, call_id: CallId) -> Transcript:
        """Raises: ObjectMissing, StoreUnavailable, StoreFailed, TranscriptRejected, ResultsFailed."""
        return await self._read(await self.name_of(call_id))

    async def name_of(self, call_id: CallId) -> str:
        """Where its transcript stands. Raises: ObjectMissing, StoreUnavailable, ResultsFailed."""
        record = await self.results.get_call(call_id)
        return await self._listed_name(call_id) if record is None else record.object_name

    async def newest(self, calls: int | None) -> Sequence[Transcript]:
        """The newest `calls` of the last 30 days, or all of them; oldest first. Raises: as `transcript`."""
        names: list[str] = []
        today = self.clock.now().astimezone(UTC)
        for day in (today - timedelta(days=back) for back in range(DAYS + 1)):
            if calls is None or len(names) < calls:
                names += [one.name for one in await self._written_on(f"{day:%Y/%m/%d}")]
        reading = asyncio.Semaphore(AT_ONCE)
        read = await asyncio.gather(*(self._read_if_there(name, reading) for name in names[:calls]))
        return sorted((one for one in read if one is not None), key=lambda one: one.started_at)

    async def usage_of_grading(self, call_id: CallId) -> tuple[Usage, ...]:
        """Of the newest grade; nothing where the rules graded, or nobody did. Raises: ResultsFailed."""
        scorecard = await self.results.get(call_id)
        return () if scorecard is None else scorecard.usage or ()

    async def _written_on(self, day: str) -> list[StoredObject]:
        """Newest first; what is no transcript is passed over."""
        found = [one async for one in self.store.listing(f"{TRANSCRIPTS}/{day}") if call_id_in(one.name)]
        return sorted(found, key=lambda one: (one.written_at, one.name), reverse=True)

    async def _listed_name(self, call_id: CallId) -> str:
        """Of a call that brain 2 has not read: every listing is looked through."""
        async for one in self.store.listing(TRANSCRIPTS):
            if one.name.endswith(f"/{call_id}.json"):
                return one.name
        raise ObjectMissing(_MISSING)

    async def _read_if_there(self, name: str, reading: asyncio.Semaphore) -> Transcript | None:
        async with reading:
            try:
                return await self._read(name)
            except ObjectMissing:  # deleted since it was listed
                return None

    async def _read(self, name: str) -> Transcript:
        try:
            data = await self.store.get(name, max_bytes=MAX_TRANSCRIPT_BYTES)
        except ObjectMissing:
            raise ObjectMissing(_MISSING) from None
        return await asyncio.to_thread(parse_transcript, data, source=name)


@asynccontextmanager
async def finished_calls(config: Config) -> AsyncIterator[FinishedCalls]:
    """Opened for one question. Raises: ConfigRejected."""
    clock = SystemClock()
    store, results = open_air_gap(config), open_results(config, clock)
    try:
        yield FinishedCalls(store, results, clock)
    finally:
        await results.close()
        await store.close()
