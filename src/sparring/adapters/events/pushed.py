"""One event that a platform pushes here and delivers again whenever it is told that handling it failed.

Flows in: an `ObjectWritten` with the attempt that the platform counts, as a trigger of an Azure Function has it. Flows
out: nothing when it was handled, a dead letter with a reason when no attempt can help, and EventPostponed when the
platform shall deliver it again: it keeps the time and the count between attempts, we keep the reason of the last one.
"""

from typing import Protocol

from sparring.errors import EventPostponed
from sparring.ports import ObjectWritten

LAST_ATTEMPT = 720
"""A Storage Queue message that fails every two minutes for a day, Event Grid's own patience. As in functions/host.json
(`maxDequeueCount` and `visibilityTimeout`); Event Grid itself counts for itself, and stops first."""


class DeadLetterBox(Protocol):
    """Where events go that nobody will handle."""

    async def keep(self, event: ObjectWritten, reason: str) -> None:
        """Keep it for the operator, once however often it is kept. Raises: EventsFailed."""


class PushedEvent:
    """Implements `EventQueue` for the one event that a worker is handed."""

    def __init__(self, box: DeadLetterBox) -> None:
        self._box = box
        self._postponed = ""

    async def receive(self) -> ObjectWritten | None:
        """None: this one comes by itself."""
        return None

    async def done(self, event: ObjectWritten) -> None:
        """Nothing to note: a trigger that returns is an answer."""

    async def retry_later(self, event: ObjectWritten, reason: str) -> bool:
        """Have it delivered again; a dead letter, and False, after the last attempt."""
        if event.attempt >= LAST_ATTEMPT:
            await self.dead_letter(event, reason)
            return False
        self._postponed = reason
        return True

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None:
        """Keep it with its reason: the platform need not deliver it again."""
        await self._box.keep(event, reason)

    def answer(self) -> None:
        """Raises: EventPostponed when the platform shall deliver the event again."""
        if self._postponed:
            raise EventPostponed(f"This event could not be handled now ({self._postponed}); it is delivered again.")
