"""A coach's say over HTTP: a level of their own, kept beside the grade."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from sparring.errors import NotYours
from sparring.grade.override import Wish, override, with_overrides
from sparring.ids import Slug, parse_call_id
from sparring.override import CoachName, Reason
from sparring.results import standing_of_call
from sparring.web.people import Rep, Wired
from sparring.web.reports import rubric_of

router = APIRouter()


class OverrideForm(BaseModel):
    """What a coach would have given, and why."""

    model_config = ConfigDict(extra="forbid", strict=True)

    criterion: Slug
    level: Slug
    reason: Reason
    by: CoachName


@router.post("/api/calls/{call_id}/overrides", status_code=201)
async def add_override(call_id: str, form: OverrideForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """Store it; the grade stays as it is. Raises: NotYours, ScoresRejected."""
    parsed = parse_call_id(call_id)
    standing = await standing_of_call(wired.results, parsed, rep_id)
    card = await wired.results.get(parsed)
    rubric = rubric_of(wired, card) if card else None
    if standing is None or card is None or rubric is None:
        raise NotYours("There is no grade of this call here.")
    made = override(card, rubric, Wish(**form.model_dump()), at=wired.clock.now())
    if not await wired.results.put_override(made):
        raise NotYours("This call was deleted.")
    totals = with_overrides(card, rubric, await wired.results.overrides_of(parsed))
    return {"override": made.model_dump(mode="json"), "score": totals.score if totals else None}
