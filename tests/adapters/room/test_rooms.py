"""Tickets into rooms: what they allow, how long, and what they say of the call."""

import json

import jwt

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.rooms import LiveKitRooms
from sparring.ids import new_call_id, new_rep_id
from sparring.ports import RoomWish

ACCESS = LiveKitAccess("wss://rooms.example.org", "key", "a-secret-of-more-than-32-characters", agent="sparring")
WISH = RoomWish(new_call_id(), new_rep_id(), "daughter_discharge")


def claims(*, dispatch: bool) -> dict[str, object]:
    ticket = LiveKitRooms(ACCESS, rejoin_s=45).ticket(WISH, dispatch=dispatch)
    assert ticket.url == ACCESS.url
    read: dict[str, object] = jwt.decode(ticket.token, ACCESS.secret, algorithms=["HS256"])
    return read


def test_a_ticket_opens_one_room_as_one_rep_for_five_minutes() -> None:
    """And lets them speak and send data, nothing else."""
    read = claims(dispatch=False)
    assert read["sub"] == WISH.rep_id
    assert int(str(read["exp"])) - int(str(read["nbf"])) == 300
    video = read["video"]
    assert isinstance(video, dict)
    assert (video["room"], video["roomJoin"], video["canPublishSources"]) == (WISH.call_id, True, ["microphone"])
    assert not any(video.get(right) for right in ("roomAdmin", "roomCreate", "roomList", "roomRecord", "hidden"))


def test_only_the_first_ticket_has_a_worker_sent() -> None:
    """With the ids of the call, under our name; the room outlasts the grace in which a rep may come back."""
    config = claims(dispatch=True)["roomConfig"]
    assert isinstance(config, dict)
    (job,) = config["agents"]
    assert job["agentName"] == "sparring"
    assert set(json.loads(job["metadata"])) == {"call_id", "rep_id", "persona_id"}
    assert config["departureTimeout"] >= 45 + 30
    later = claims(dispatch=False)["roomConfig"]
    assert isinstance(later, dict)
    assert not later.get("agents")
