"""A media server that remembers who was let in and who was sent."""

from dataclasses import dataclass, field

from sparring.errors import MediaFailed
from sparring.ids import CallId
from sparring.ports import RoomTicket, RoomWish


@dataclass
class FakeRooms:
    """Implements `Rooms`."""

    tickets: list[bool] = field(default_factory=list)  # whether each had a worker sent
    sent: list[RoomWish] = field(default_factory=list)
    shut: list[CallId] = field(default_factory=list)
    down: bool = False

    def ticket(self, wish: RoomWish, *, dispatch: bool) -> RoomTicket:
        """Numbered."""
        self.tickets.append(dispatch)
        return RoomTicket("ws://rooms.invalid", f"token-{len(self.tickets)}")

    async def dispatch(self, wish: RoomWish) -> None:
        """Remember."""
        self._asked()
        self.sent.append(wish)

    async def close_room(self, call_id: CallId) -> None:
        """Remember."""
        self._asked()
        self.shut.append(call_id)

    def _asked(self) -> None:
        if self.down:
            raise MediaFailed("LiveKit cannot be reached now.")

    async def close(self) -> None:
        """Nothing to close."""


@dataclass
class FakePlaces:
    """Implements `Places`."""

    count: int | None = 1_000

    async def free(self) -> int | None:
        """As set."""
        return self.count
