"""A coach's say over HTTP: a level of their own, kept beside the grade of a call that a manager may read."""

from typing import Any

from fastapi import APIRouter

from sparring.errors import NotYours
from sparring.grade.human.override import OverrideWish, override, with_overrides
from sparring.ids import Slug
from sparring.override import CoachName, Reason
from sparring.rubric import Rubric
from sparring.scorecard import Scorecard
from sparring.web.accounts import Wired
from sparring.web.forms import Form
from sparring.web.managers import Manager
from sparring.web.reports import rubric_of
from sparring.web.services import Services
from sparring.web.team import readable_call

router = APIRouter()


class OverrideForm(Form):
    """What a coach would have given, and why."""

    criterion: Slug
    level: Slug
    reason: Reason
    by: CoachName


@router.get("/api/team/calls/{call_id}/levels")
async def levels(call_id: str, wired: Wired, _: Manager) -> dict[str, Any]:
    """What a coach can choose from, by criterion of the rubric that graded. Raises: ManagersOnly, NotYours."""
    _card, rubric = await _graded(wired, call_id)
    shown = {"id", "title", "points", "check"}
    return {
        "levels": {
            criterion.id: [level.model_dump(include=shown) for level in criterion.levels]
            for _category, criterion in rubric.criteria()
        }
    }


@router.post("/api/team/calls/{call_id}/overrides", status_code=201)
async def add_override(call_id: str, form: OverrideForm, wired: Wired, _: Manager) -> dict[str, Any]:
    """Store it; the grade stays as it is. Raises: ManagersOnly, NotYours, ScoresRejected."""
    card, rubric = await _graded(wired, call_id)
    made = override(card, rubric, OverrideWish(**form.model_dump()), at=wired.clock.now())
    if not await wired.results.put_override(made):
        raise NotYours("This call was deleted.")
    totals = with_overrides(card, rubric, await wired.results.overrides_of(card.call_id))
    return {"override": made.model_dump(mode="json"), "score": totals.score if totals else None}


async def _graded(wired: Services, call_id: str) -> tuple[Scorecard, Rubric]:
    call = await readable_call(wired, call_id)
    card = await wired.results.get(call.call_id)
    rubric = rubric_of(wired, card) if card else None
    if card is None or rubric is None:
        raise NotYours("There is no grade of this call here.")
    return card, rubric
