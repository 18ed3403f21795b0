"""Calls over HTTP: start one, follow it, delete it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import Field, ValidationInfo, field_validator

from sparring.call.active_call import ActiveCall, CallMaker
from sparring.call.diary.entries import Booking, CallOpened, Whose, opened
from sparring.call.exam import exam_seed
from sparring.call.lifecycle import CallStage
from sparring.call.line import Line
from sparring.call.replay import Branch
from sparring.call.session import CallSession
from sparring.errors import ConsentMissing, NotYours, PersonaUnknown
from sparring.grade.erasure import Erasure
from sparring.ids import CallId, ExamId, ExamIdField, RepId, Slug, new_call_id, parse_call_id
from sparring.override import Override
from sparring.persona import Difficulty, Persona
from sparring.results import CallStanding, standing_of_call, standings_of_rep
from sparring.results.exams import left_of
from sparring.scorecard import remarks_on
from sparring.transcript import UPLOADED, Attempt, object_name
from sparring.web.accounts import Rep, Wired
from sparring.web.forms import Form
from sparring.web.room_calls import RoomCalls
from sparring.web.services import Services
from sparring.web.sittings import left_of_unfinished, refuse_unless_asked_for
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


class CallForm(Form):
    """A rep's wish to practise. `exam`: the one that a manager set, with this buyer and as hard as it says."""

    persona_id: Slug
    difficulty: Literal["easy", "normal", "hard"]
    channel: Literal["voice", "typed"]
    attempt: Literal["private", "counted", "exam"] = "private"
    exam: ExamIdField | None = None
    consent: bool = False
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None

    @field_validator("seed")
    @classmethod
    def _nobody_picks_the_seed_of_what_counts(cls, seed: int | None, info: ValidationInfo) -> int | None:
        if seed is not None and info.data.get("attempt") != "private":
            raise ValueError("only a private attempt may choose its seed")
        return seed

    @field_validator("exam")
    @classmethod
    def _only_an_exam_names_one(cls, exam: ExamId | None, info: ValidationInfo) -> ExamId | None:
        if exam is not None and info.data.get("attempt") != "exam":
            raise ValueError("only an exam names the one that was set")
        return exam


@dataclass(frozen=True, slots=True)
class CallWish:
    """A call that a rep asked for. `seed` is the buyer's."""

    persona: Persona
    difficulty: Difficulty
    channel: Literal["voice", "typed"]
    seed: int
    attempt: Attempt


@router.post("/api/calls", status_code=201)
async def start(form: CallForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """A new call and the ticket to join it.

    Raises: ConsentMissing, PersonaUnknown, NotYours, ExamClosed, NoRoomForCall, JournalFailed, ResultsFailed.
    """
    refuse_without_consent(agreed=form.consent)
    persona = known_persona(wired, form.persona_id)
    if form.exam is not None:
        await refuse_unless_asked_for(wired, form.exam, form.persona_id, form.difficulty)
    attempt = Attempt(kind=form.attempt, exam=form.exam)
    wish = CallWish(persona, form.difficulty, form.channel, _seed(form, persona, wired), attempt)
    return await begin(wired, rep_id, wish)


def _seed(form: CallForm, persona: Persona, wired: Services) -> int:
    """The same for everybody in an exam; else the one that was asked for, or any."""
    if form.attempt == "exam":
        return exam_seed(persona, form.difficulty, form.exam)
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


async def begin(wired: Services, rep_id: RepId, wish: CallWish, branch: Branch | None = None) -> dict[str, Any]:
    """The call is carried here or has its room; returns the ticket to it.

    Raises: NoRoomForCall, JournalFailed, ResultsFailed.
    """
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
    in_room = wired.room_calls is not None and wish.channel == "voice"
    outgoing = wish.persona.rep_calls
    if wired.room_calls is not None and in_room:
        await wired.room_calls.book(first, branch)
    else:
        await _put_on_the_active_calls(wired, first, wish, branch)
    return {
        "call_id": first.call_id,
        "ticket": wired.tickets.issue(first.call_id, rep_id),
        "ticket_expires_s": TICKET_LIFE_S,
        "ring": "outgoing" if outgoing else "incoming",
        "transport": "room" if in_room else "direct",
    }


async def _put_on_the_active_calls(wired: Services, first: CallOpened, wish: CallWish, branch: Branch | None) -> None:
    account = await wired.results.get_rep(first.rep_id)
    make = wired.lines.maker(first, wish.persona, wish.channel, rep_name=account.name if account else "")
    await wired.active_calls.open(make if branch is None else _going_on(make, branch))


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
        if not held_in_room(wired, parsed):  # a room sees for itself who leaves
            call = wired.active_calls.find(parsed, rep_id)
            if call.page is not None:
                call.detach(call.page)
    return Response(status_code=204)


@router.get("/api/calls")
async def calls(rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """This rep's calls, newest first."""
    graded = await standings_of_rep(wired.results, rep_id)
    known = {standing.call.call_id for standing in graded}
    answered = await _answered(wired, rep_id)
    active = [(call.session.opened, call.stage) for call in wired.active_calls.of_rep(rep_id)]
    active += await _in_rooms(wired, rep_id)
    rows = [_active_row(opened, stage, wired) for opened, stage in active if opened.call_id not in known]
    return {"calls": rows + [_row(standing, wired, answered) for standing in graded]}


async def _answered(wired: Services, rep_id: RepId) -> dict[CallId, dict[str, str]]:
    """By call: what a coach said last, as an answer to the rep or as a level of their own, and when."""
    said = [(one.at, "level", one) for one in await _levels_given(wired, rep_id)]
    found = await wired.results.answered_appeals(rep_id)
    answers = [(one.answer.at, "appeal", one) for one in found if one.answer is not None]
    told = sorted((*said, *answers), key=lambda one: (one[0], one[1] == "appeal"))  # a level may be the answer
    return {one.call_id: {"criterion": one.criterion, "at": at.isoformat(), "to": to} for at, to, one in told}


async def _levels_given(wired: Services, rep_id: RepId) -> list[Override]:
    """Of the grades that the rep sees: a coach's word on an older one is on no page."""
    by_call: dict[CallId, list[Override]] = {}
    for one in reversed(await wired.results.overrides_for(rep_id)):
        by_call.setdefault(one.call_id, []).append(one)
    cards = await wired.results.scorecards(list(by_call))
    return [one for card in cards for one in remarks_on(card, by_call[card.call_id]).values()]


async def _in_rooms(wired: Services, rep_id: RepId) -> list[tuple[CallOpened, CallStage]]:
    room_calls = wired.room_calls
    if room_calls is None:
        return []
    return [(opened, await _stage_in_room(room_calls, opened.call_id, rep_id)) for opened in room_calls.of_rep(rep_id)]


async def _stage_in_room(room_calls: RoomCalls, call_id: CallId, rep_id: RepId) -> CallStage:
    try:
        return (await room_calls.find(call_id, rep_id)).stage
    except NotYours:
        return room_calls.stage_when_handed_over(call_id, rep_id)


def buyer_name(wired: Services, persona_id: str) -> str:
    """Under which name a list shows whoever was called."""
    if persona_id == UPLOADED:
        return "Uploaded call"
    persona = wired.personas.get(persona_id)
    return persona.name if persona else persona_id


def _active_row(opened: CallOpened, stage: CallStage, wired: Services) -> dict[str, Any]:
    return {
        "call_id": opened.call_id,
        "persona_id": opened.persona.id,
        "persona_name": buyer_name(wired, opened.persona.id),
        "started_at": opened.started_at.isoformat(),
        "call_type": opened.call_type,
        "attempt": opened.attempt.kind,
        "uploaded_by": None,
        "fork_of": opened.attempt.fork_of,
        "state": stage.value,
        "score": None,
        "passed": None,
        "reason": None,
        "answered": None,
    }


def _row(standing: CallStanding, wired: Services, answered: Mapping[CallId, Mapping[str, str]]) -> dict[str, Any]:
    call = standing.call
    return {
        "call_id": call.call_id,
        "persona_id": call.persona_id,
        "persona_name": buyer_name(wired, call.persona_id),
        "started_at": call.started_at.isoformat(),
        "call_type": call.call_type,
        "attempt": call.attempt,
        "uploaded_by": call.uploaded_by,
        "fork_of": call.fork_of,
        "state": standing.state,
        "score": standing.score,
        "passed": standing.passed,
        "reason": standing.reason,
        "answered": answered.get(call.call_id),
    }


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
                return opened.persona.id, (await _stage_in_room(wired.room_calls, call_id, rep_id)).value
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
