"""Calls and reps taken back by the operator, beside a running Sparring or without one.

Flows in: ids of finished calls and of reps. Flows out: nothing that was kept of them.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.bootstrap.finished_calls import FinishedCalls, finished_calls
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.mail import open_mailer
from sparring.bootstrap.storage import open_result_stream
from sparring.config import Config
from sparring.grade.erasure import Erasure
from sparring.ids import CallId, RepId
from sparring.ports import Journal

_MOST_LISTED: Final = 10_000


@dataclass(frozen=True, slots=True)
class OperatorErasure:
    """What the command line erases by."""

    calls: FinishedCalls
    journal: Journal
    erasure: Erasure

    async def calls_of(self, rep_id: RepId) -> Sequence[CallId]:
        """Every finished call of a rep that brain 2 has read. Raises: ResultsFailed."""
        return [one.call.call_id for one in await self.calls.results.calls_of_rep(rep_id, limit=_MOST_LISTED)]

    async def erase(self, call_id: CallId) -> None:
        """Also a diary of it that was set aside. Raises: ObjectMissing, and as `Erasure.erase`."""
        name = await self.calls.name_of(call_id)
        await self.journal.close_call(call_id)
        await self.erasure.erase(call_id, name)

    async def forget_rep(self, rep_id: RepId) -> None:
        """Name and address; their calls are erased one by one before. Raises: ResultsFailed."""
        await self.calls.results.forget_rep(rep_id)


@asynccontextmanager
async def open_erasure(config: Config) -> AsyncIterator[OperatorErasure]:
    """Opened for one command. Raises: ConfigRejected."""
    async with finished_calls(config) as calls:
        mailer, stream = open_mailer(config, calls.clock), open_result_stream(config)
        journal = SqliteJournal(Folders(config.data_dir).journal, calls.clock)
        try:
            erasure = Erasure(calls.store, calls.results, mailer, calls.clock, stream)
            yield OperatorErasure(calls, journal, erasure)
        finally:
            await journal.close()
            if stream is not None:
                await stream.close()
