"""Calls over HTTP: start one, follow it, delete it."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from sparring.call.desk import ActiveCall, CallMaker
from sparring.call.exam import exam_seed
from sparring.call.journal import Booking, Whose, opened
from sparring.call.line import Line
from sparring.call.replay import Branch
from sparring.call.session import CallSession
from sparring.errors import ConsentMissing, PersonaUnknown
from sparring.ids import RepId, Slug, new_call_id, parse_call_id
from sparring.persona import Level, Persona
from sparring.results import Standing, standing_of_call, standings_of_rep
from sparring.transcript import Attempt, object_name
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
    attempt: Literal["private", "counted", "exam"] = "private"
    consent: bool = False
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None

    @field_validator("seed")
    @classmethod
    def _nobody_picks_the_seed_of_what_counts(cls, seed: int | None, info: ValidationInfo) -> int | None:
        if seed is not None and info.data.get("attempt") != "private":
            raise ValueError("only a private attempt may choose its seed")
        return seed


@dataclass(frozen=True, slots=True)
class Wish:
    """A call that a rep asked for. `seed` is the buyer's."""

    persona: Persona
    difficulty: Level
    channel: Literal["voice", "typed"]
    seed: int
    attempt: Attempt


@router.post("/api/calls", status_code=201)
async def start(form: CallForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """A new call and the ticket to join it. Raises: ConsentMissing, PersonaUnknown, NoRoomForCall, JournalFailed."""
    refuse_without_consent(agreed=form.consent)
    persona = known_persona(wired, form.persona_id)
    wish = Wish(persona, form.difficulty, form.channel, _seed(form, persona, wired), Attempt(kind=form.attempt))
    return await begin(wired, rep_id, wish)


def _seed(form: CallForm, persona: Persona, wired: Services) -> int:
    """The same for everybody in an exam; else the one that was asked for, or any."""
    if form.attempt == "exam":
        return exam_seed(persona, form.difficulty)
    return wired.new_seed() if form.seed is None else form.seed


def refuse_without_consent(*, agreed: bool) -> None:
    """Raises: ConsentMissing."""
    if not agreed:
        raise ConsentMissing("Sparring needs your agreement before it listens. Tick the box and start again.")


def known_persona(wired: Services, persona_id: str) -> Persona:
    """Raises: PersonaUnknown."""
    persona = wired.personas.get(persona_id)
    if persona is None:
        raise PersonaUnknown("There is no such buyer. Go back to the start page and pick another.")
    return persona


async def begin(wired: Services, rep_id: RepId, wish: Wish, branch: Branch | None = None) -> dict[str, Any]:
    """Put the call on the desk; returns the ticket to join it. Raises: NoRoomForCall, JournalFailed, ResultsFailed."""
    booking = Booking(
        call_id=new_call_id(),
        whose=Whose(wired.tenant, wired.location, rep_id),
        difficulty=wish.difficulty,
        seed=wish.seed,
        attempt=wish.attempt,
        engines=wired.lines.engines(wish.channel),
        started_at=wired.clock.now(),
    )
    first = opened(wish.persona, wired.rubrics[wish.persona.rubric_id], booking)
    account = await wired.results.get_rep(rep_id)
    make = wired.lines.maker(first, wish.persona, wish.channel, rep_name=account.name if account else "")
    call = await wired.desk.open(make if branch is None else _going_on(make, branch))
    return {
        "call_id": first.call_id,
        "ticket": wired.tickets.issue(first.call_id, rep_id),
        "ticket_expires_s": TICKET_LIFE_S,
        "ring": "outgoing" if call.outgoing else "incoming",
    }


def _going_on(make: CallMaker, branch: Branch) -> CallMaker:
    def made(watcher: ActiveCall, /) -> tuple[CallSession, Line]:
        session, line = make(watcher)
        session.go_on_from(branch)
        return session, line

    return made


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
    graded = await standings_of_rep(wired.results, rep_id)
    known = {standing.call.call_id for standing in graded}
    active = [call for call in wired.desk.of_rep(rep_id) if call.session.call_id not in known]
    return {"calls": [_active_row(call) for call in active] + [_row(standing, wired) for standing in graded]}


def _active_row(call: ActiveCall) -> dict[str, Any]:
    opened = call.session.opened
    return {
        "call_id": opened.call_id,
        "persona_id": opened.persona.id,
        "persona_name": call.session.persona.name,
        "started_at": opened.started_at.isoformat(),
        "call_type": opened.call_type,
        "attempt": opened.attempt.kind,
        "state": call.stage.value,
        "score": None,
        "passed": None,
        "reason": None,
    }


def _row(standing: Standing, wired: Services) -> dict[str, Any]:
    call = standing.call
    persona = wired.personas.get(call.persona_id)
    return {
        "call_id": call.call_id,
        "persona_id": call.persona_id,
        "persona_name": persona.name if persona else call.persona_id,
        "started_at": call.started_at.isoformat(),
        "call_type": call.call_type,
        "attempt": call.attempt,
        "state": standing.state,
        "score": standing.score,
        "passed": standing.passed,
        "reason": standing.reason,
    }


@router.get("/api/calls/{call_id}")
async def progress(call_id: str, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """Where a call stands, from ringing to the report. Raises: NotYours."""
    parsed = parse_call_id(call_id)
    standing = await standing_of_call(wired.results, parsed, rep_id)
    if standing is not None:
        persona_id, state = standing.call.persona_id, str(standing.state)
    else:
        call = wired.desk.find(parsed, rep_id)
        persona_id, state = call.session.persona.id, call.stage.value
    noted: dict[str, str] = {step.step: step.state for step in await wired.results.steps(parsed)}
    if standing is None and "failed" in noted.values():
        state = "failed"  # refused before Brain 2 knew whose call it was
    written = {"written": "done"} if standing is not None or state in ("written", "failed") else {}
    shown: dict[str, str] = {**noted, **written}
    return {
        "call_id": parsed,
        "persona_id": persona_id,
        "state": state,
        "steps": [
            {"id": step, "state": shown.get(step, "waiting"), "sentence": sentence} for step, sentence in _STEPS.items()
        ],
    }


@router.delete("/api/calls/{call_id}", status_code=204)
async def delete(call_id: str, rep_id: Rep, wired: Wired) -> Response:
    """Transcript, scorecard, report and their copies are gone. Raises: NotYours."""
    parsed = parse_call_id(call_id)
    standing = await standing_of_call(wired.results, parsed, rep_id)
    name = standing.call.object_name if standing else await _end(wired.desk.find(parsed, rep_id))
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
