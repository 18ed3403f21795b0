"""The air gap: transcripts written once, and the events that such a write raises."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class TranscriptStore(Protocol):
    """The air gap: objects written once, never changed."""

    async def put_once(self, name: str, data: bytes) -> None:
        """Create `name`; the same bytes again are a no-op. Raises: ObjectConflict, StoreUnavailable."""

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, StoreUnavailable, ObjectTooLarge over `max_bytes`."""

    async def delete(self, name: str) -> None:
        """Gone afterwards, whether or not it was there. Raises: StoreUnavailable."""


@dataclass(frozen=True, slots=True)
class StoredObject:
    """One object of a listing."""

    name: str
    written_at: datetime


class ObjectListing(Protocol):
    """What lies in a store."""

    def listing(self, folder: str) -> AsyncIterator[StoredObject]:
        """Every object below `folder`, which has no slash at its end. Raises: StoreUnavailable."""


@dataclass(frozen=True, slots=True)
class ObjectWritten:
    """The event that a write raises (Event Grid's `Microsoft.Storage.BlobCreated`, reduced to what is used)."""

    id: str
    object_name: str
    occurred_at: datetime
    attempt: int = 1


class EventQueue(Protocol):
    """At least once, in any order, retried on Event Grid's schedule, dead-lettered with a reason."""

    async def receive(self) -> ObjectWritten | None:
        """Lease the next due event, or None when there is none."""

    async def done(self, event: ObjectWritten) -> None:
        """Handled: never delivered again, also when the lease ran out meanwhile."""

    async def retry_later(self, event: ObjectWritten, reason: str) -> bool:
        """Schedule the next attempt, or dead-letter it after the last. True while another attempt will come."""

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None:
        """Give up at once: another attempt cannot help."""


class EventSink(Protocol):
    """Where whoever notices a write puts the event: the folder watcher here, Event Grid itself on Azure."""

    async def publish(self, events: Sequence[ObjectWritten]) -> int:
        """Keep the events whose ids are new; the number kept. Raises: EventsFailed."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An event given up on. `reason` is an error's code; `event.attempt` counts the attempts made."""

    event: ObjectWritten
    reason: str
    at: datetime


class DeadLetters(Protocol):
    """Events given up on, for the operator."""

    async def dead_letters(self, *, limit: int = 100) -> Sequence[DeadLetter]:
        """Newest first."""

    async def retry_dead_letter(self, event_id: str) -> bool:
        """Begin again with a full set of attempts; False when no dead letter has this id."""

    async def drop_dead_letter(self, event_id: str) -> bool:
        """Never deliver it again, and list it no more; False when no dead letter has this id."""
