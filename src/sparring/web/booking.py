"""A call is asked for and booked over HTTP: carried here, or held in a room."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field, ValidationInfo, field_validator

from sparring.call.active_call import ActiveCall, CallMaker
from sparring.call.diary.entries import Booking, CallOpened, Whose, opened
from sparring.call.exam import exam_seed
from sparring.call.line import Line
from sparring.call.replay import Branch
from sparring.call.session import CallSession
from sparring.errors import ConsentMissing, PersonaUnknown
from sparring.ids import ExamId, ExamIdField, RepId, Slug, new_call_id
from sparring.persona import Difficulty, Persona
from sparring.transcript import Attempt
from sparring.web.accounts import Rep, Wired
from sparring.web.forms import Form
from sparring.web.services import Services
from sparring.web.sittings import refuse_unless_asked_for
from sparring.web.tickets import TICKET_LIFE_S

router = APIRouter()


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
        await _open_here(wired, first, wish, branch)
    return {
        "call_id": first.call_id,
        "ticket": wired.tickets.issue(first.call_id, rep_id),
        "ticket_expires_s": TICKET_LIFE_S,
        "ring": "outgoing" if outgoing else "incoming",
        "transport": "room" if in_room else "direct",
    }


async def _open_here(wired: Services, first: CallOpened, wish: CallWish, branch: Branch | None) -> None:
    account = await wired.results.get_rep(first.rep_id)
    make = wired.lines.maker(first, wish.persona, wish.channel, rep_name=account.name if account else "")
    await wired.active_calls.open(make if branch is None else _going_on(make, branch))


def _going_on(make: CallMaker, branch: Branch) -> CallMaker:
    def made(watcher: ActiveCall, /) -> tuple[CallSession, Line]:
        session, line = make(watcher)
        session.go_on_from(branch)
        return session, line

    return made
