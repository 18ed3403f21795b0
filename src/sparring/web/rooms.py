"""The way into a room: a page shows its ticket and is given LiveKit's, again each time it was lost."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import StringConstraints

from sparring.errors import MediaFailed
from sparring.ids import parse_call_id
from sparring.web.accounts import Wired
from sparring.web.forms import Form
from sparring.web.room_calls import RoomCalls
from sparring.web.services import Services

router = APIRouter()


class RoomForm(Form):
    """A page that wants in: its ticket is worth one try, as on the call's WebSocket."""

    ticket: Annotated[str, StringConstraints(max_length=200)]


@router.post("/api/calls/{call_id}/room")
async def enter(call_id: str, form: RoomForm, wired: Wired) -> dict[str, Any]:
    """Where the room is, LiveKit's token for it, and the ticket for the next time.

    Raises: TicketRejected, NotYours, CallOver, MediaFailed, JournalFailed.
    """
    parsed = parse_call_id(call_id)
    rep_id = wired.tickets.holder(form.ticket, parsed)
    room = await room_calls_of(wired).put_through(parsed, rep_id)
    wired.tickets.redeem(form.ticket, parsed)  # used up by the way in, not by a media server that was not there
    return {"url": room.url, "token": room.token, "resume_ticket": wired.tickets.issue(parsed, rep_id)}


def room_calls_of(wired: Services) -> RoomCalls:
    """Raises: MediaFailed when calls are not held in rooms."""
    if wired.room_calls is None:
        raise MediaFailed("Calls are not held in rooms here. Go back and start a new one.")
    return wired.room_calls
