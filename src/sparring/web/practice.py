"""Calls over HTTP: start one, follow it, read its report, delete it."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from sparring.call.desk import ActiveCall
from sparring.call.journal import Booking, Whose, opened
from sparring.call.life import Stage
from sparring.errors import ConsentMissing, NotYours, PersonaUnknown
from sparring.ids import CallId, RepId, Slug, new_call_id, parse_call_id
from sparring.ports import CallGrade, CallRecord, StepRecord
from sparring.report.build import build_report
from sparring.transcript import MAX_TRANSCRIPT_BYTES, Attempt, object_name, parse_transcript
from sparring.web.people import Rep, Wired
from sparring.web.services import Services
from sparring.web.tickets import TICKET_LIFE_S

MAX_TICKET_BYTES = 200

router = APIRouter()

_STEPS = {
    "written": "Your call is written down",
    "received": "Your coach has it",
    "evidence": "Looking for your own words",
    "scored": "Adding up the points",
    "reported": "Writing the report",
}


class CallForm(BaseModel):
    """A rep's wish to practise."""

    model_config = ConfigDict(extra="forbid", strict=True)

    persona_id: Slug
    difficulty: Literal["easy", "normal", "hard"]
    channel: Literal["voice", "typed"]
    attempt: Literal["private", "counted"] = "private"
    consent: bool = False
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None


@router.post("/api/calls", status_code=201)
async def start(form: CallForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """A new call and the ticket to join it. Raises: ConsentMissing, PersonaUnknown, NoRoomForCall, JournalFailed."""
    if not form.consent:
        raise ConsentMissing("Sparring needs your agreement before it listens. Tick the box and start again.")
    persona = wired.personas.get(form.persona_id)
    if persona is None:
        raise PersonaUnknown("There is no such buyer. Go back to the start page and pick another.")
    booking = Booking(
        call_id=new_call_id(),
        whose=Whose(wired.tenant, wired.location, rep_id),
        difficulty=form.difficulty,
        seed=wired.new_seed() if form.seed is None else form.seed,
        attempt=Attempt(kind=form.attempt),
        engines=wired.lines.engines(form.channel),
        started_at=wired.clock.now(),
    )
    first = opened(persona, wired.rubrics[persona.rubric_id], booking)
    call = await wired.desk.open(wired.lines.maker(first, persona, form.channel))
    return {
        "call_id": first.call_id,
        "ticket": wired.tickets.issue(first.call_id, rep_id),
        "ticket_expires_s": TICKET_LIFE_S,
        "ring": "outgoing" if call.outgoing else "incoming",
    }


@router.post("/api/calls/{call_id}/bye", status_code=204)
async def bye(call_id: str, request: Request, wired: Wired) -> Response:
    """The page says that it closes. The call waits for the rejoin grace, as after any lost page."""
    body = await request.body()
    parsed = parse_call_id(call_id)
    if len(body) <= MAX_TICKET_BYTES:
        rep_id = wired.tickets.holder(body.decode("ascii", "replace"), parsed)
        call = wired.desk.find(parsed, rep_id)
        if call.page is not None:
            call.detach(call.page)
    return Response(status_code=204)


@router.get("/api/calls")
async def calls(rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """This rep's calls, newest first."""
    graded = await wired.results.calls_of_rep(rep_id)
    known = {grade.call.call_id for grade in graded}
    active = [call for call in wired.desk.of_rep(rep_id) if call.session.call_id not in known]
    return {"calls": [_active_row(call) for call in active] + [_row(grade, wired) for grade in graded]}


def _active_row(call: ActiveCall) -> dict[str, Any]:
    opened = call.session.opened
    return {
        "call_id": opened.call_id,
        "persona_id": opened.persona.id,
        "persona_name": call.session.persona.name,
        "started_at": opened.started_at.isoformat(),
        "call_type": opened.call_type,
        "state": call.stage.value,
        "score": None,
        "passed": None,
        "reason": None,
    }


def _row(grade: CallGrade, wired: Services) -> dict[str, Any]:
    persona = wired.personas.get(grade.call.persona_id)
    return {
        "call_id": grade.call.call_id,
        "persona_id": grade.call.persona_id,
        "persona_name": persona.name if persona else grade.call.persona_id,
        "started_at": grade.call.started_at.isoformat(),
        "call_type": grade.call.call_type,
        "state": grade.status or "grading",
        "score": grade.score,
        "passed": grade.passed,
        "reason": grade.reason,
    }


@router.get("/api/calls/{call_id}")
async def progress(call_id: str, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """Where a call stands, from ringing to the report. Raises: NotYours."""
    parsed = parse_call_id(call_id)
    record = await _record(parsed, rep_id, wired)
    if record is None:
        call = wired.desk.find(parsed, rep_id)
        written = call.stage is Stage.WRITTEN
        return _progress(parsed, call.session.persona.id, call.stage.value, (), written=written)
    steps = await wired.results.steps(parsed)
    card = await wired.results.get(parsed)
    failed = any(step.state == "failed" for step in steps)
    state = card.status if card else ("failed" if failed else "grading")
    return _progress(parsed, record.persona_id, state, steps, written=True)


def _progress(
    call_id: CallId, persona_id: str, state: str, steps: tuple[StepRecord, ...] | Any, *, written: bool
) -> dict[str, Any]:
    done: dict[str, str] = {step.step: step.state for step in steps}
    if written:
        done["written"] = "done"
    return {
        "call_id": call_id,
        "persona_id": persona_id,
        "state": state,
        "steps": [
            {"id": step, "state": done.get(step, "waiting"), "sentence": sentence} for step, sentence in _STEPS.items()
        ],
    }


@router.get("/api/calls/{call_id}/report")
async def report(call_id: str, rep_id: Rep, wired: Wired) -> Any:
    """The report of a graded call. Raises: NotYours while there is none."""
    parsed = parse_call_id(call_id)
    record = await _record(parsed, rep_id, wired)
    card = await wired.results.get(parsed)
    if record is None or card is None:
        raise NotYours("There is no report of this call yet.")
    data = await wired.store.get(record.object_name, max_bytes=MAX_TRANSCRIPT_BYTES)
    transcript = parse_transcript(data, source=record.object_name)
    persona, rubric = wired.personas.get(record.persona_id), wired.rubrics.get(record.rubric_id)
    if persona is None or rubric is None:
        raise NotYours("The buyer or the rubric of this call is no longer installed.")
    return build_report(card, transcript, persona, rubric)


@router.delete("/api/calls/{call_id}", status_code=204)
async def delete(call_id: str, rep_id: Rep, wired: Wired) -> Response:
    """Transcript, scorecard, report and their copies are gone. Raises: NotYours."""
    parsed = parse_call_id(call_id)
    record = await _record(parsed, rep_id, wired)
    name = record.object_name if record else await _end(wired.desk.find(parsed, rep_id))
    await wired.results.forget(parsed)
    await wired.journal.close_call(parsed)
    await wired.store.delete(name)
    await wired.mailer.forget(parsed)
    wired.tickets.revoke(parsed)
    wired.desk.forget(parsed)
    return Response(status_code=204)


async def _end(call: ActiveCall) -> str:
    """Stop a call that is still on the desk; returns where its transcript stands or would stand."""
    await call.hang_up("rep", reason="The rep deleted the call.")
    await call.line.close()
    return object_name(call.session.opened)


async def _record(call_id: CallId, rep_id: RepId, wired: Services) -> CallRecord | None:
    """What Brain 2 knows of the call; None when it has not seen it. Raises: NotYours when it is another rep's."""
    record = await wired.results.get_call(call_id)
    if record is not None and record.rep_id != rep_id:
        raise NotYours("There is no such call.")
    return record
