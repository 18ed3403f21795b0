"""A rep's own word against a grade over HTTP, and the answer of whoever may read the call as a manager.

Flows in: a criterion and why. Flows out: what is open at a location, and on the report what was answered.
"""

from typing import Any

from fastapi import APIRouter, Response

from sparring.appeal import Appeal, Why
from sparring.errors import AppealRefused, NotYours
from sparring.grade.human.appeal import appeal, stands
from sparring.ids import Slug
from sparring.override import CoachName, Reason
from sparring.ports import AppealedCall
from sparring.scorecard import remarks_on
from sparring.web.accounts import Rep, Wired
from sparring.web.call_list import buyer_name
from sparring.web.forms import Form
from sparring.web.managers import Manager
from sparring.web.reports import rubric_of
from sparring.web.services import Services
from sparring.web.team import Place, open_to_managers, own_call, readable_call

_NOBODY_READS_IT = "Nobody would read it: let your manager read this call first."
_SAID = "You have said that you see this otherwise already."
_NOT_OPEN = "There is nothing to answer here: it was answered, or the rep took it back."

router = APIRouter()


class AppealForm(Form):
    """What a rep sees otherwise, and why."""

    criterion: Slug
    why: Why


class AnswerForm(Form):
    """Why it stands as graded, and who says so."""

    reason: Reason
    by: CoachName


@router.post("/api/calls/{call_id}/appeals", status_code=201)
async def add_appeal(call_id: str, form: AppealForm, rep_id: Rep, wired: Wired) -> Appeal:
    """Keep it; the grade stays as it is. Raises: NotYours, AppealRefused."""
    call = await own_call(wired, call_id, rep_id)
    card = await wired.results.get(call.call_id)
    if card is None:
        raise NotYours("There is no grade of this call yet.")
    if not await open_to_managers(wired, call):
        raise AppealRefused(_NOBODY_READS_IT)
    made = appeal(card, form.criterion, form.why, at=wired.clock.now())
    if not await wired.results.put_appeal(made):
        raise AppealRefused(_SAID)
    return made


@router.delete("/api/calls/{call_id}/appeals/{criterion}", status_code=204)
async def withdraw_appeal(call_id: str, criterion: Slug, rep_id: Rep, wired: Wired) -> Response:
    """Take back what nobody has answered yet. Raises: NotYours, AppealRefused."""
    call = await own_call(wired, call_id, rep_id)
    if not await wired.results.withdraw_appeal(call.call_id, criterion):
        raise AppealRefused("There is nothing to take back: your coach has answered.")
    return Response(status_code=204)


@router.post("/api/team/calls/{call_id}/appeals/{criterion}/stands", status_code=201)
async def let_it_stand(call_id: str, criterion: Slug, form: AnswerForm, wired: Wired, _: Manager) -> Appeal:
    """Answer an open one: it stands as graded. Raises: ManagersOnly, NotYours, AppealRefused."""
    call = await readable_call(wired, call_id)
    card = await wired.results.get(call.call_id)
    known = remarks_on(card, await wired.results.appeals_of(call.call_id)) if card else {}
    if criterion not in known:
        raise AppealRefused(_NOT_OPEN)
    answered = stands(known[criterion], form.reason, form.by, at=wired.clock.now())
    if not await wired.results.answer_appeal(answered):
        raise AppealRefused(_NOT_OPEN)
    return answered


@router.get("/api/team/appeals")
async def open_appeals(wired: Wired, _: Manager, location: Place = None) -> list[dict[str, Any]]:
    """What waits for an answer at one location, longest waiting first. Raises: ManagersOnly."""
    found = await wired.results.open_appeals(wired.tenant, location or wired.location)
    return [_row(one, wired) for one in found]


def _row(one: AppealedCall, wired: Services) -> dict[str, Any]:
    rubric = rubric_of(wired, one.appeal)
    titles = {criterion.id: criterion.title for _, criterion in rubric.criteria()} if rubric else {}
    return {
        "call_id": one.call.call_id,
        "rep_id": one.call.rep_id,
        "persona_name": buyer_name(wired, one.call.persona_id),
        "started_at": one.call.started_at.isoformat(),
        "criterion": one.appeal.criterion,
        "title": titles.get(one.appeal.criterion, one.appeal.criterion),
        "turn": one.appeal.turn,
        "why": one.appeal.why,
        "at": one.appeal.at.isoformat(),
    }
