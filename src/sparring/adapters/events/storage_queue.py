"""Event Grid's events by way of an Azure Storage Queue: `StorageQueue` implements `EventQueue` and `DeadLetters`.

Flows in: messages that Event Grid writes. Flows out: events under a lease, which is the message's invisibility; the
service counts the attempts. Given up on, an event is first kept among the dead letters with its reason and then taken
off the queue: a death in between leaves it twice and never nowhere.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from azure.storage.queue import QueueMessage
from azure.storage.queue.aio import QueueClient

from sparring.adapters.events.event_grid import BLOB_CREATED, BlobFolder, read_message
from sparring.adapters.events.letter_queue import LetterQueue, asked, asked_of_what_may_be_gone
from sparring.adapters.events.sqlite import NOT_ACKNOWLEDGED
from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.errors import EventRejected
from sparring.ports import Clock, DeadLetter, ObjectWritten

ASK_AGAIN_S = 1.0
"""After an empty answer the service is left alone this long: every question is paid for."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The newest delivery of a message: only its receipt can change or delete it."""

    message_id: str
    receipt: str
    attempt: int
    published_at: datetime


class StorageQueue:
    """See the module. Every method raises EventsFailed when the service does not do what it is asked.

    Args:
        queue: the queue that Event Grid writes to; it must be there.
        letters: where events go that were given up on.
        blobs: which events are ours; others are taken off the queue and passed over.
        clock: decides when an event is too old.
        policy: leases and retries.
    """

    def __init__(
        self,
        queue: QueueClient,
        letters: LetterQueue,
        *,
        blobs: BlobFolder,
        clock: Clock,
        policy: RetryPolicy = EVENT_GRID,
    ) -> None:
        self._queue, self._letters, self._blobs = queue, letters, blobs
        self._clock, self._policy = clock, policy
        self._held: dict[str, _Held] = {}
        self._quiet_until_s = 0.0

    async def receive(self) -> ObjectWritten | None:
        """Lease the next event of ours; None when there is none."""
        while self._clock.monotonic_s() >= self._quiet_until_s:
            message = await asked(self._queue.receive_message(visibility_timeout=self._lease_s(attempt=1)))
            if message is None:
                self._quiet_until_s = self._clock.monotonic_s() + ASK_AGAIN_S
                return None
            event = await self._taken(message)
            if event is not None:
                return event
        return None

    async def done(self, event: ObjectWritten) -> None:
        """Handled. After a lease that ran out it counts if the new holder is of this process; another one finds out."""
        held = self._held.pop(event.id, None)
        if held is not None:
            await self._take_off(held)

    async def retry_later(self, event: ObjectWritten, reason: str) -> bool:
        """Hide it until the next attempt, or dead-letter it after the last. True while another attempt will come."""
        held = self._holding(event)
        if held is None:
            return True
        age_s = (self._clock.now() - held.published_at).total_seconds()
        if self._policy.exhausted(attempt=event.attempt, age_s=age_s):
            await self.dead_letter(event, reason)
            return False
        del self._held[event.id]
        wait_s = round(self._policy.delay_s(event.attempt))
        await asked_of_what_may_be_gone(
            self._queue.update_message(held.message_id, held.receipt, visibility_timeout=wait_s)
        )
        return True

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None:
        """Give up at once; nothing when another worker has it by now."""
        if self._holding(event) is not None:
            await self._letters.keep(event, reason)
            await self.done(event)

    async def publish(self, events: Sequence[ObjectWritten]) -> int:
        """Write them as Event Grid does. The service does not know what it had before, so every one is new."""
        for event in events:
            await asked(self._queue.send_message(self._body(event)))
        self._quiet_until_s = 0.0
        return len(events)

    async def dead_letters(self, *, limit: int = 100) -> Sequence[DeadLetter]:
        """Newest first."""
        return (await self._letters.every())[:limit]

    async def retry_dead_letter(self, event_id: str) -> bool:
        """Begin again with a full set of attempts; False when no dead letter has this id."""
        event = await self._letters.find(event_id)
        if event is None:
            return False
        await self.publish([event])
        return await self._letters.remove(event_id)

    async def drop_dead_letter(self, event_id: str) -> bool:
        """List it no more; False when no dead letter has this id."""
        return await self._letters.remove(event_id)

    async def counts(self) -> Mapping[str, int]:
        """Messages, roughly: `waiting`, leased ones among them, and `dead`."""
        waiting = await asked(self._queue.get_queue_properties())
        return {"waiting": waiting.approximate_message_count or 0, "dead": await self._letters.count()}

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        await self._queue.close()
        await self._letters.close()

    async def _taken(self, message: QueueMessage) -> ObjectWritten | None:
        """The event of a message that was leased; None after one that is not to be handled, which is gone."""
        held = _held(message, self._clock.now())
        try:
            written = read_message(str(message.content), self._blobs).written
        except EventRejected as error:
            await self._letters.keep(self._unreadable(message), error.code)
            written = ()
        if len(written) > 1:
            await self.publish(written)  # a message of several events becomes as many
        elif written and held.attempt > self._policy.max_attempts:
            await self._letters.keep(replace(written[0], attempt=held.attempt - 1), NOT_ACKNOWLEDGED)
        elif written:
            return await self._leased(written[0], held)
        await self._take_off(held)
        return None

    async def _leased(self, event: ObjectWritten, held: _Held) -> ObjectWritten:
        """Unanswered, it comes again after the lease and the wait of its attempt."""
        if held.attempt > 1:
            lease_s = self._lease_s(attempt=held.attempt)
            renewed = await asked(self._queue.update_message(held.message_id, held.receipt, visibility_timeout=lease_s))
            held = replace(held, receipt=renewed.pop_receipt or held.receipt)
        self._held[event.id] = held
        return replace(event, attempt=held.attempt)

    async def _take_off(self, held: _Held) -> None:
        await asked_of_what_may_be_gone(self._queue.delete_message(held.message_id, held.receipt))

    def _lease_s(self, *, attempt: int) -> int:
        return round(self._policy.lease_s + self._policy.delay_s(attempt))

    def _holding(self, event: ObjectWritten) -> _Held | None:
        held = self._held.get(event.id)
        return held if held is not None and held.attempt == event.attempt else None

    def _unreadable(self, message: QueueMessage) -> ObjectWritten:
        """A message that is no event, by its digest: it names no object, and its text may be anybody's."""
        digest = hashlib.sha256(str(message.content).encode("utf-8", "replace")).hexdigest()[:32]
        return ObjectWritten(digest, "", self._clock.now(), message.dequeue_count or 1)

    def _body(self, event: ObjectWritten) -> str:
        """In base64, as Event Grid writes it and as the host of an Azure Function insists on."""
        body = {
            "id": event.id,
            "subject": self._blobs.subject(event.object_name),
            "eventType": BLOB_CREATED,
            "eventTime": event.occurred_at.isoformat(),
            "data": {},
            "dataVersion": "",
            "metadataVersion": "1",
        }
        return base64.b64encode(json.dumps(body).encode()).decode()


def _held(message: QueueMessage, now: datetime) -> _Held:
    return _Held(message.id or "", message.pop_receipt or "", message.dequeue_count or 1, message.inserted_on or now)
