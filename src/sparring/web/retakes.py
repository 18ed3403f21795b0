"""A moment taken again: a new call that goes on from a turn of one of the rep's own, with the buyer's exact state."""

import asyncio
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field

from sparring.call.lifecycle import CallStage
from sparring.call.replay import branch_at
from sparring.errors import ForkRefused
from sparring.ids import CallId, RepId, parse_call_id
from sparring.results import standing_of_call
from sparring.transcript import (
    MAX_TRANSCRIPT_BYTES,
    MAX_TURNS,
    Attempt,
    Transcript,
    object_name,
    parse_transcript,
)
from sparring.web.accounts import Rep, Wired
from sparring.web.booking import CallWish, begin, known_persona, refuse_without_consent
from sparring.web.forms import Form
from sparring.web.services import Services

router = APIRouter()


class RetakeForm(Form):
    """A rep's wish to take a turn again, spoken or typed, whichever way it was said the first time."""

    turn: Annotated[int, Field(ge=0, lt=MAX_TURNS)]
    channel: Literal["voice", "typed"]
    consent: bool = False


@router.post("/api/calls/{call_id}/retakes", status_code=201)
async def retake(call_id: str, form: RetakeForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """A call forked at a turn, and the ticket to join it; the same rules as for a new call. It never counts.

    Raises: ConsentMissing, NotYours, PersonaUnknown, ForkRefused, NoRoomForCall, JournalFailed.
    """
    refuse_without_consent(agreed=form.consent)
    parent = await call_so_far(wired, parse_call_id(call_id), rep_id)
    persona = known_persona(wired, parent.persona.id)
    # reading a long call again takes a good part of a second, which other people's calls must not wait for
    branch = await asyncio.to_thread(branch_at, persona, parent, form.turn)
    attempt = Attempt(kind="private", fork_of=parent.call_id, fork_turn=branch.turn)
    wish = CallWish(persona, parent.difficulty, form.channel, parent.seed, attempt)
    return {**await begin(wired, rep_id, wish, branch), "turn": branch.turn}


async def call_so_far(wired: Services, call_id: CallId, rep_id: RepId) -> Transcript:
    """A call of this rep, finished or running.

    Raises: NotYours, ForkRefused for one that counts and goes on, StoreUnavailable, JournalFailed.
    """
    standing = await standing_of_call(wired.results, call_id, rep_id)
    if standing is not None:
        name = standing.call.object_name
    elif wired.room_calls is not None and wired.room_calls.knows(call_id):
        return _practice((await wired.room_calls.find(call_id, rep_id)).transcript)
    else:
        call = wired.active_calls.find(call_id, rep_id)
        if call.stage is not CallStage.WRITTEN:
            return _practice(await call.session.transcript())
        name = object_name(call.session.opened)
    return parse_transcript(await wired.store.get(name, max_bytes=MAX_TRANSCRIPT_BYTES), source=name)


def _practice(running: Transcript) -> Transcript:
    """Nobody tries the next answer on a copy of the buyer whom they are examined by. Raises: ForkRefused."""
    if running.attempt.kind != "private":
        raise ForkRefused("This call counts and is still on. Finish it, then take any of its moments again.")
    return running
