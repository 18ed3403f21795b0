"""A rep's calls over HTTP: those under way and those with a grade, and which of them a coach has answered."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter

from sparring.call.diary.entries import CallOpened
from sparring.call.lifecycle import CallStage
from sparring.ids import CallId, RepId
from sparring.override import Override
from sparring.results import CallStanding, standings_of_rep
from sparring.scorecard import remarks_on
from sparring.transcript import UPLOADED
from sparring.web.accounts import Rep, Wired
from sparring.web.services import Services

router = APIRouter()


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
    return [(opened, await room_calls.stage(opened.call_id, rep_id)) for opened in room_calls.of_rep(rep_id)]


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
