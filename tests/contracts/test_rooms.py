"""What every `Rooms` does: a ticket for one call, workers sent there, and rooms closed whoever is in them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.rooms import LiveKitRooms
from sparring.errors import MediaFailed
from sparring.ids import new_call_id, new_rep_id
from sparring.ports import Rooms, RoomWish
from tests.e2e.livekit_server import KEY, SECRET, livekit_server
from tests.fakes.rooms import FakeRooms

WISH = RoomWish(new_call_id(), new_rep_id(), "daughter_discharge")
SHUT_PORT = "ws://127.0.0.1:9"


@asynccontextmanager
async def _fake(down: bool) -> AsyncIterator[Rooms]:  # noqa: FBT001
    yield FakeRooms(down=down)


@asynccontextmanager
async def _livekit(folder: Path, down: bool) -> AsyncIterator[Rooms]:  # noqa: FBT001
    """A real livekit-server, or an address where there is none."""
    if down:
        rooms = LiveKitRooms(LiveKitAccess(SHUT_PORT, KEY, SECRET, agent="sparring"), rejoin_s=20)
        yield rooms
        await rooms.close()
        return
    with livekit_server(folder) as server:
        rooms = LiveKitRooms(LiveKitAccess(server.url, KEY, SECRET, agent="sparring"), rejoin_s=20)
        yield rooms
        await rooms.close()


ROOMS: dict[str, Callable[[Path, bool], AbstractAsyncContextManager[Rooms]]] = {
    "fake": lambda _, down: _fake(down),
    "livekit": _livekit,
}
each = pytest.mark.parametrize("opened", ROOMS.values(), ids=ROOMS)


@each
async def test_each_ticket_is_another_into_the_same_place(
    opened: Callable[[Path, bool], AbstractAsyncContextManager[Rooms]], tmp_path: Path
) -> None:
    """Made without asking anybody, so that a media server that is down holds nobody up."""
    for down in (False, True):
        async with opened(tmp_path, down) as rooms:
            first, later = rooms.ticket(WISH, dispatch=True), rooms.ticket(WISH, dispatch=False)
            assert first.url == later.url
            assert first.url.startswith("ws")
            assert first.token != later.token


@each
async def test_workers_are_sent_and_rooms_are_closed(
    opened: Callable[[Path, bool], AbstractAsyncContextManager[Rooms]], tmp_path: Path
) -> None:
    """Once and once more, to a room that was never opened too; to close what is gone is no error."""
    async with opened(tmp_path, False) as rooms:
        await rooms.dispatch(WISH)
        await rooms.dispatch(WISH)
        for call_id in (WISH.call_id, WISH.call_id, new_call_id()):
            await rooms.close_room(call_id)
        await rooms.dispatch(replace(WISH, call_id=new_call_id()))


@each
async def test_a_media_server_that_is_down_is_one_error_of_ours(
    opened: Callable[[Path, bool], AbstractAsyncContextManager[Rooms]], tmp_path: Path
) -> None:
    """With a sentence, whatever was asked of it; and letting go of it is none."""
    async with opened(tmp_path, True) as rooms:
        with pytest.raises(MediaFailed) as failed:
            await rooms.dispatch(WISH)
        assert failed.value.sentence
        with pytest.raises(MediaFailed):
            await rooms.close_room(WISH.call_id)
