"""Brain 2 for events that come by themselves: what an Azure Function's triggers call, over the worker of `grader`.

Flows in: bodies as Event Grid writes them. Flows out: scorecards and mails; dead letters with a reason; an exception
for what shall be delivered again.
"""

import hashlib
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.event_grid import BlobFolder, read_delivery
from sparring.adapters.events.pushed import DeadLetterBox, PushedEvent
from sparring.adapters.events.sqlite import SqliteQueue, open_queue
from sparring.bootstrap.closing import closing
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.grader import grader_parts
from sparring.bootstrap.judge import open_grade
from sparring.bootstrap.storage import blob_folder, open_air_gap, open_letters
from sparring.bootstrap.telemetry import configured_telemetry
from sparring.config import Config
from sparring.errors import EventRejected
from sparring.grade.erasure import Retention
from sparring.grade.loop import WORKER_NAME
from sparring.grade.worker import Worker
from sparring.ports import ObjectWritten
from sparring.report.outbox import Outbox

CONTAINER = "air-gap"
"""The blob container of transcripts."""

NOT_ACKNOWLEDGED = "not_acknowledged"
"""Reason of a message that the platform gave up on: every delivery ended without an answer."""

MOST_ROUNDS = 20
"""Rounds of ten mails in one turn of the relay, so that a turn ends well within the time a function is given."""


@dataclass(frozen=True, slots=True)
class PushedGrader:
    """Brain 2 behind triggers. Its methods may run side by side, except `relay`, of which one at a time is enough."""

    worker: Worker
    outbox: Outbox
    box: DeadLetterBox
    blobs: BlobFolder
    retention: Retention | None = None
    closing: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def deliver(self, body: bytes, *, attempt: int = 1) -> None:
        """Grade what one delivery names.

        Args:
            body: one event or a list of them, in Event Grid's schema or as CloudEvents.
            attempt: how often this very body has been delivered, where the platform counts.

        Raises: EventPostponed, EventsFailed: deliver it again.
        """
        try:
            written = read_delivery(body, self.blobs).written
        except EventRejected as error:
            await self.box.keep(self._unreadable(body, attempt), error.code)
            return
        handled = [await self._handle(replace(event, attempt=attempt)) for event in written]
        for pushed in handled:
            pushed.answer()

    async def bury(self, body: bytes) -> None:
        """Keep as dead letters what the platform gave up on. Raises: EventsFailed."""
        try:
            given_up = read_delivery(body, self.blobs).written
        except EventRejected:
            given_up = (self._unreadable(body, 1),)
        for event in given_up:
            await self.box.keep(event, NOT_ACKNOWLEDGED)

    async def relay(self) -> int:
        """Send what is due, and note that brain 2 is alive; the number of mails sent. Raises: ResultsFailed."""
        await self.worker.results.beat(WORKER_NAME)
        sent = 0
        for _ in range(MOST_ROUNDS):
            handed_over = await self.outbox.relay()
            sent += handed_over
            if not handed_over:
                break
        return sent

    async def sweep(self) -> None:
        """Erase calls that are older than they are kept. Raises: StoreUnavailable."""
        if self.retention is not None:
            await self.retention.sweep()

    async def close(self) -> None:
        """End the child process, let go of files and connections."""
        await self.closing.aclose()

    async def _handle(self, event: ObjectWritten) -> PushedEvent:
        pushed = PushedEvent(self.box)
        await replace(self.worker, queue=pushed).handle(event)
        return pushed

    def _unreadable(self, body: bytes, attempt: int) -> ObjectWritten:
        """A body that is no event, by its digest: it names no object, and its text may be anybody's."""
        return ObjectWritten(hashlib.sha256(body).hexdigest()[:32], "", self.worker.clock.now(), attempt)


@dataclass(frozen=True, slots=True)
class QueueBox:
    """Implements `DeadLetterBox` on a queue of our own, which the operator's commands list and retry."""

    queue: SqliteQueue

    async def keep(self, event: ObjectWritten, reason: str) -> None:
        """See the protocol."""
        await self.queue.publish([event])
        await self.queue.dead_letter(replace(event, attempt=0), reason)

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        await self.queue.close()


def build_pushed_grader(config: Config) -> PushedGrader:
    """Raises: ConfigRejected."""
    clock, store = SystemClock(), open_air_gap(config)
    telemetry = configured_telemetry(config, clock, brain="grader")
    grading = open_grade(config, clock, telemetry)
    box = open_letters(config, clock) or QueueBox(open_queue(Folders(config.data_dir).events, clock))
    parts = grader_parts(config, clock, grading, store=store, queue=PushedEvent(box), telemetry=telemetry)
    blobs = blob_folder(config) if config.store else BlobFolder(CONTAINER)
    opened = closing(grading, box, parts.results, store, parts.worker.stream, telemetry)
    return PushedGrader(parts.worker, parts.outbox, box, blobs, parts.retention, closing=opened)
