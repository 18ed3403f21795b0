"""One call over HTTP: followed, left, deleted."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from sparring.call.diary.entries import CallOpened
from sparring.errors import NotYours
from sparring.grade.erasure import Erasure
from sparring.ids import CallId, RepId, parse_call_id
from sparring.results import CallStanding, standing_of_call
from sparring.results.exams import left_of
from sparring.transcript import object_name
from sparring.web.accounts import Rep, Wired
from sparring.web.services import Services
from sparring.web.sittings import left_of_unfinished

MAX_TICKET_BYTES = 200

router = APIRouter()

_STEPS = {
    "written": "Your call is written down",
    "received": "Your coach has it",
    "evidence": "Looking for your own words",
    "scored": "Adding up the points",
    "reported": "Writing the report",
}


@router.post("/api/calls/{call_id}/bye", status_code=204)
async def bye(call_id: str, request: Request, wired: Wired) -> Response:
    """The page says that it closes. The call waits for the rejoin grace, as after any lost page."""
    body = await request.body()
    parsed = parse_call_id(call_id)
    if len(body) <= MAX_TICKET_BYTES:
        rep_id = wired.tickets.holder(body.decode("ascii", "replace"), parsed)
        if not held_in_room(wired, parsed):  # a room sees for itself who leaves
            call = wired.active_calls.find(parsed, rep_id)
            if call.page is not None:
                call.detach(call.page)
    return Response(status_code=204)


@router.get("/api/calls/{call_id}")
async def progress(call_id: str, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """Where a call stands, from ringing to the report. Raises: NotYours."""
    parsed = parse_call_id(call_id)
    standing = await standing_of_call(wired.results, parsed, rep_id)
    if standing is not None:
        return await progress_of(wired, standing)
    persona_id, state = await _under_way(wired, parsed, rep_id)
    noted: dict[str, str] = {step.step: step.state for step in await wired.results.steps(parsed)}
    if "failed" in noted.values():
        state = "failed"  # refused before Brain 2 knew whose call it was
    written = {"written": "done"} if state in ("written", "failed") else {}
    return _progress(parsed, persona_id, state, noted | written)


async def progress_of(wired: Services, standing: CallStanding) -> dict[str, Any]:
    """How far a call that was written down has come."""
    call = standing.call
    noted: dict[str, str] = {step.step: step.state for step in await wired.results.steps(call.call_id)}
    return _progress(call.call_id, call.persona_id, str(standing.state), noted | {"written": "done"})


def _progress(call_id: CallId, persona_id: str, state: str, steps: Mapping[str, str]) -> dict[str, Any]:
    return {
        "call_id": call_id,
        "persona_id": persona_id,
        "state": state,
        "steps": [
            {"id": step, "state": steps.get(step, "waiting"), "sentence": sentence} for step, sentence in _STEPS.items()
        ],
    }


async def _under_way(wired: Services, call_id: CallId, rep_id: RepId) -> tuple[str, str]:
    """Persona and stage of a call that no coach has yet. Raises: NotYours."""
    if wired.room_calls is not None:
        for opened in wired.room_calls.of_rep(rep_id):
            if opened.call_id == call_id:
                return opened.persona.id, (await wired.room_calls.stage(call_id, rep_id)).value
    call = wired.active_calls.find(call_id, rep_id)
    return call.session.persona.id, call.stage.value


def held_in_room(wired: Services, call_id: CallId) -> bool:
    """Whether this process booked the call into a room."""
    return wired.room_calls is not None and wired.room_calls.knows(call_id)


@router.delete("/api/calls/{call_id}", status_code=204)
async def delete(call_id: str, rep_id: Rep, wired: Wired) -> Response:
    """Transcript, scorecard, report and their copies are gone; of an exam stays that it was sat (docs/adr/0052).

    Raises: NotYours, StoreUnavailable, JournalFailed, MailFailed, ResultsFailed.
    """
    parsed, now = parse_call_id(call_id), wired.clock.now()
    standing = await standing_of_call(wired.results, parsed, rep_id)
    if standing is not None:
        name, sitting = standing.call.object_name, left_of(standing, deleted_at=now)
    else:
        unfinished = await _ended(wired, parsed, rep_id)
        name, sitting = object_name(unfinished), left_of_unfinished(unfinished, deleted_at=now)
    await wired.journal.close_call(parsed)
    erasure = Erasure(wired.store, wired.results, wired.mailer, wired.clock, wired.stream)
    await erasure.erase(parsed, name, sitting=sitting)
    wired.tickets.revoke(parsed)
    wired.active_calls.forget(parsed)
    if wired.room_calls is not None:
        wired.room_calls.forget(parsed)
    return Response(status_code=204)


async def _ended(wired: Services, call_id: CallId, rep_id: RepId) -> CallOpened:
    """Stop a call that no coach has yet; how it was opened. Raises: NotYours, MediaFailed."""
    room_calls = wired.room_calls
    if room_calls is None or not room_calls.knows(call_id):
        call = wired.active_calls.find(call_id, rep_id)
        await call.discard()
        return call.session.opened
    opened = next((one for one in room_calls.of_rep(rep_id) if one.call_id == call_id), None)
    if opened is None:
        raise NotYours("There is no such call.")
    await room_calls.end(call_id)
    return opened
