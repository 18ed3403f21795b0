"""Calls held in a media server's rooms."""

from dataclasses import dataclass
from typing import Protocol

from sparring.ids import CallId, RepId


@dataclass(frozen=True, slots=True)
class RoomWish:
    """A call that is to be held in a room: whose, and with which buyer."""

    call_id: CallId
    rep_id: RepId
    persona_id: str


@dataclass(frozen=True, slots=True)
class RoomTicket:
    """The way into a room: the media server's address and a signed token that opens this room as this rep."""

    url: str
    token: str


class Rooms(Protocol):
    """A media server that holds calls in rooms, with workers who carry them. All but `ticket` raise MediaFailed."""

    def ticket(self, wish: RoomWish, *, dispatch: bool) -> RoomTicket:
        """A ticket of five minutes. `dispatch`: whoever opens the room with it has a worker sent there."""

    async def dispatch(self, wish: RoomWish) -> None:
        """Send a worker, now. One that was there before is put out first: its process is gone, or soon will be."""

    async def close_room(self, call_id: CallId) -> None:
        """Put everybody out; nothing happens when the room is gone already."""

    async def close(self) -> None:
        """Let go of connections."""


class Places(Protocol):
    """How many further calls the workers take now."""

    async def free(self) -> int | None:
        """Of all workers together; None when there is none. A worker that is stopping or too busy has no place."""
