"""Dead letters in an Azure Storage Queue: `LetterQueue` implements `DeadLetterBox`.

Flows in: events that nobody will handle, each with its reason. Flows out: the list for the operator. A letter never
expires. While one command looks through them, for at most half a minute, another one does not see them.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sparring.errors import ConfigRejected, EventsFailed
from sparring.ports import Clock, DeadLetter, ObjectWritten

try:
    from azure.core.exceptions import AzureError, ResourceNotFoundError
    from azure.storage.queue import QueueMessage
    from azure.storage.queue.aio import QueueClient
except ImportError:
    raise ConfigRejected("Storage Queues need azure-storage-queue: install Sparring with the extra `azure`.") from None

DEAD = "-dead"
"""What the name of a queue's dead letters ends with."""

_PAGE = 32  # the most that one request gives
_SWEEP_S = 30
_FOREVER = -1
_REFUSED = (401, 403)
T = TypeVar("T")


async def asked(request: Awaitable[T]) -> T:
    """What the service answers. Raises: EventsFailed."""
    try:
        return await request
    except AzureError as error:
        raise EventsFailed(_why(error)) from None


async def asked_of_what_may_be_gone(request: Awaitable[T]) -> T | None:
    """None when there is no such queue or message, or another holder has it by now. Raises: EventsFailed."""
    try:
        return await request
    except ResourceNotFoundError:
        return None
    except AzureError as error:
        if getattr(error, "error_code", "") in ("MessageNotFound", "PopReceiptMismatch"):
            return None
        raise EventsFailed(_why(error)) from None


def _why(error: AzureError) -> str:
    """What an operator does about it; nothing of what the service says."""
    if isinstance(error, ResourceNotFoundError):
        return "There is no such Storage Queue: make it, with an Event Grid subscription that writes to it."
    if getattr(error, "status_code", None) in _REFUSED:
        return (
            "The Storage Queue lets this process in no further: give its identity the role Storage Queue Data "
            "Contributor, or take a connection string of this account."
        )
    return (
        "The Storage Queue does not answer, or nobody vouches for this process: see that SPARRING_EVENTS is right, and "
        "give the process a managed identity or run `az login`."
    )


@dataclass(frozen=True, slots=True)
class _Found:
    letter: DeadLetter
    message: QueueMessage


class LetterQueue:
    """See the module. `queue` is made when the first letter is kept; every method raises EventsFailed."""

    def __init__(
        self, queue: QueueClient, clock: Clock, *, closing: tuple[Callable[[], Awaitable[None]], ...] = ()
    ) -> None:
        self._queue, self._clock, self._closing = queue, clock, closing

    async def keep(self, event: ObjectWritten, reason: str) -> None:
        """Keep it for the operator; listed once however often it is kept."""
        text = _written(DeadLetter(event, reason, self._clock.now()))
        if await asked_of_what_may_be_gone(self._queue.send_message(text, time_to_live=_FOREVER)) is None:
            await asked(self._queue.create_queue())
            await asked(self._queue.send_message(text, time_to_live=_FOREVER))

    async def every(self) -> Sequence[DeadLetter]:
        """Newest first."""
        found = await self._sweep()
        await self._show_again(found)
        letters = {one.letter.event.id: one.letter for one in found}
        return sorted(letters.values(), key=lambda letter: letter.at, reverse=True)

    async def find(self, event_id: str) -> ObjectWritten | None:
        """The event of this letter, which stays; None when no letter has this id."""
        return next((letter.event for letter in await self.every() if letter.event.id == event_id), None)

    async def remove(self, event_id: str) -> bool:
        """List it no more; False when no letter has this id."""
        found = await self._sweep()
        gone = [one for one in found if one.letter.event.id == event_id]
        for one in gone:
            await asked_of_what_may_be_gone(self._queue.delete_message(one.message.id, one.message.pop_receipt))
        await self._show_again([one for one in found if one not in gone])
        return bool(gone)

    async def count(self) -> int:
        """Letters, roughly."""
        properties = await asked_of_what_may_be_gone(self._queue.get_queue_properties())
        return (properties.approximate_message_count or 0) if properties else 0

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        await self._queue.close()
        for close in self._closing:
            await close()

    async def _sweep(self) -> list[_Found]:
        found: list[_Found] = []
        while page := await asked_of_what_may_be_gone(self._page()):
            found += page
        return found

    async def _page(self) -> list[_Found]:
        messages = self._queue.receive_messages(
            messages_per_page=_PAGE, max_messages=_PAGE, visibility_timeout=_SWEEP_S
        )
        return [_Found(_read(message.content), message) async for message in messages]

    async def _show_again(self, found: Sequence[_Found]) -> None:
        await asyncio.gather(
            *(
                asked_of_what_may_be_gone(
                    self._queue.update_message(one.message.id, one.message.pop_receipt, visibility_timeout=0)
                )
                for one in found
            )
        )


def _written(letter: DeadLetter) -> str:
    event = letter.event
    return json.dumps(
        {
            "id": event.id,
            "object_name": event.object_name,
            "occurred_at": event.occurred_at.isoformat(),
            "attempt": event.attempt,
            "reason": letter.reason,
            "at": letter.at.isoformat(),
        }
    )


def _read(text: str) -> DeadLetter:
    parts = json.loads(text)
    occurred_at = datetime.fromisoformat(parts["occurred_at"])
    event = ObjectWritten(parts["id"], parts["object_name"], occurred_at, parts["attempt"])
    return DeadLetter(event, parts["reason"], datetime.fromisoformat(parts["at"]))
