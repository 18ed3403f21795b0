"""The diary of calls that are not yet over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sparring.ids import CallId


class Journal(Protocol):
    """The diary of every call that is not yet in the store: lines made durable one by one, off the event loop."""

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        """All of them durable when it returns, or none. Raises: JournalFailed."""

    async def lines(self, call_id: CallId) -> Sequence[bytes]:
        """In the order they were appended. Raises: JournalFailed."""

    async def touch(self, call_ids: Sequence[CallId]) -> None:
        """These calls are alive in this process."""

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        """Calls that nobody has touched or written to for `idle_s`, without those that were set aside."""

    async def set_aside(self, call_id: CallId, reason: str) -> None:
        """Keep this diary for the operator: it can never be handed over as it is. `reason` is an error's code."""

    async def close_call(self, call_id: CallId) -> None:
        """The transcript stands in the store: the diary is no longer needed."""


@dataclass(frozen=True, slots=True)
class DiarySetAside:
    """The diary of a call that could not be handed over. `at`: when anybody last wrote to it."""

    call_id: CallId
    reason: str
    at: datetime
