"""The result stream as objects of a store: `StoredStream(store)` implements `ResultStream` on any of them.

Flows in: grades of calls that count. Flows out: one small JSON object each, under the day it was graded.
"""

from contextlib import suppress
from datetime import datetime
from typing import Protocol

from sparring.errors import ObjectConflict
from sparring.ports import CallRecord, TranscriptStore
from sparring.results.stream import ResultRow, deletion_of, line_of, name_of, row_of
from sparring.scorecard import Scorecard


class ClosableStore(TranscriptStore, Protocol):
    """A store of this stream's own."""

    async def close(self) -> None:
        """Nothing may be called afterwards."""


class StoredStream:
    """Create-only objects in `store`."""

    def __init__(self, store: ClosableStore) -> None:
        self._store = store

    async def append(self, call: CallRecord, card: Scorecard) -> None:
        """See the port. Raises: StoreUnavailable."""
        row = row_of(call, card)
        if row is not None:
            await self._put(row)

    async def withdraw(self, call: CallRecord, card: Scorecard, *, at: datetime) -> None:
        """See the port. Raises: StoreUnavailable."""
        row = row_of(call, card)
        if row is not None:
            await self._put(deletion_of(call, at=at))
            await self._store.delete(name_of(row))

    async def close(self) -> None:
        """Let go of the store."""
        await self._store.close()

    async def _put(self, row: ResultRow) -> None:
        # the name is the grade: what stands there was written of it before, perhaps by an earlier version
        with suppress(ObjectConflict):
            await self._store.put_once(name_of(row), line_of(row))
