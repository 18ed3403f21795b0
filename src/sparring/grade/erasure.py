"""A call taken back: transcript, scorecard, report and their copies, wherever each of them is kept.

Flows in: a call's id, from its rep, the operator, or the sweep of old calls. Flows out: nothing; a late event of the
call finds that it was forgotten.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sparring.errors import SparringError
from sparring.ids import CallId
from sparring.ports import Clock, DeletedSitting, Mailer, ObjectListing, Results, ResultStream, TranscriptStore
from sparring.transcript import TRANSCRIPTS, call_id_in

_log = logging.getLogger(__name__)

SWEEP_EVERY_S: Final = 86_400.0
"""An old call is gone a day after its time at the latest."""

FoundBy = Literal["results", "transcript"]


@dataclass(frozen=True, slots=True)
class Erasure:
    """Everything that keeps something of a finished call."""

    store: TranscriptStore
    results: Results
    mailer: Mailer
    clock: Clock
    stream: ResultStream | None = None

    async def erase(
        self, call_id: CallId, name: str, *, found_by: FoundBy = "results", sitting: DeletedSitting | None = None
    ) -> None:
        """The call is gone; safe to ask for twice.

        Args:
            call_id: of the call.
            name: of its transcript in the air gap.
            found_by: where the asker finds calls. It goes last: where one place cannot be reached, asking once more
                finds the rest.
            sitting: all that stays of it, where its rep deletes a sitting of an exam.

        Raises: StoreUnavailable, MailFailed, ResultsFailed, ScorecardRejected.
        """
        await self._withdraw(call_id)
        await self.mailer.forget(call_id)
        if found_by == "transcript":
            await self.results.forget(call_id, sitting=sitting)
            await self.store.delete(name)
        else:
            await self.store.delete(name)
            await self.results.forget(call_id, sitting=sitting)

    async def _withdraw(self, call_id: CallId) -> None:
        if self.stream is None:
            return
        call, card = await self.results.get_call(call_id), await self.results.get(call_id)
        if call is not None and card is not None:
            await self.stream.withdraw(call, card, at=self.clock.now())


@dataclass(frozen=True, slots=True)
class Retention:
    """Calls are kept for so many days, counted from the writing of their transcript, and then erased.

    Args:
        erasure: what erases one.
        objects: the air gap, as a listing.
        keep_days: at least 1.
    """

    erasure: Erasure
    objects: ObjectListing
    keep_days: int

    async def sweep(self) -> float:
        """Erase what is older; answers in how many seconds to look again.

        One that cannot be erased now is left for the next time and keeps no other. Raises: StoreUnavailable when
        nothing can be listed, ResultsFailed.
        """
        await self.erasure.results.drop_deleted_sittings(before=self._keep_since())
        for call_id, name in await self._old():
            try:
                await self.erasure.erase(call_id, name, found_by="transcript")
            except SparringError as error:
                _log.warning("call %s is not erased yet: %s", call_id, error.code)
        return SWEEP_EVERY_S

    async def _old(self) -> Sequence[tuple[CallId, str]]:
        """What is no transcript of ours is not ours to erase."""
        before = self._keep_since()
        names = [one.name async for one in self.objects.listing(TRANSCRIPTS) if one.written_at < before]
        return [(call_id, name) for name in names if (call_id := call_id_in(name)) is not None]

    def _keep_since(self) -> datetime:
        return self.erasure.clock.now() - timedelta(days=self.keep_days)
