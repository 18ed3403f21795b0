"""Exams over HTTP: a manager sets one, with a last day or without, and reads who sat it; reps are told what they ask.

The link that a rep gets names the exam and nothing else: buyer, difficulty and last day stand in the results store,
where no rep can move them.
"""

import re
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from sparring.errors import IdRejected, NotYours
from sparring.ids import ExamId, Slug, new_exam_id, parse_exam_id
from sparring.ports import Exam
from sparring.results.exams import ExamRep, ExamView, Sitting, exam_view, exams_of_team, exams_to_sit
from sparring.web.accounts import Rep, Wired
from sparring.web.calls import NO_EXAM, buyer_name, exam_here, known_persona
from sparring.web.managers import Manager
from sparring.web.services import Services
from sparring.web.team import Place

# the calendar's first day has none before it, and seconds since 1970 have no offset
_WRITTEN = re.compile(r"2\d{3}-\d\d-\d\dT.{1,32}")

router = APIRouter()


def _as_written(at: Any) -> Any:
    if isinstance(at, str) and _WRITTEN.fullmatch(at):
        return at
    raise ValueError("write it as 2026-12-06T00:00:00-06:00")


End = Annotated[AwareDatetime, BeforeValidator(_as_written), Field(strict=False)]
"""The midnight that ends the last day, with the offset of whoever chose the day: `2026-12-06T00:00:00-06:00`."""


class EndForm(BaseModel):
    """Until when it can be sat; None: for ever."""

    model_config = ConfigDict(extra="forbid", strict=True)

    closes_at: End | None


class ExamForm(EndForm):
    """What everybody is to sit."""

    persona_id: Slug
    difficulty: Literal["easy", "normal", "hard"]


@router.post("/api/team/exams", status_code=201)
async def set_exam(form: ExamForm, wired: Wired, _: Manager, location: Place = None) -> dict[str, Any]:
    """For the reps of one location. Raises: ManagersOnly, PersonaUnknown."""
    persona = known_persona(wired, form.persona_id)
    exam = Exam(
        exam_id=new_exam_id(),
        tenant_id=wired.tenant,
        location_id=location or wired.location,
        persona_id=persona.id,
        difficulty=form.difficulty,
        set_at=wired.clock.now(),
        closes_at=form.closes_at,
    )
    await wired.results.put_exam(exam)
    return _told(wired, exam)


@router.put("/api/team/exams/{exam_id}/end")
async def move_end(exam_id: str, form: EndForm, wired: Wired, _: Manager) -> dict[str, Any]:
    """Another last day, or none. Raises: ManagersOnly, NotYours."""
    exam = replace(await _of_tenant(wired, exam_id), closes_at=form.closes_at)
    await wired.results.put_exam(exam)
    return _told(wired, exam)


@router.get("/api/team/exams")
async def exams(wired: Wired, _: Manager, location: Place = None) -> list[dict[str, Any]]:
    """Those of one location, the newest first, with how many sat and passed. Raises: ManagersOnly."""
    views = await exams_of_team(wired.results, wired.tenant, location or wired.location)
    return [_counted(wired, view) for view in views]


@router.get("/api/team/exams/{exam_id}")
async def exam(exam_id: str, wired: Wired, _: Manager) -> dict[str, Any]:
    """Who sat it and who has not. Raises: ManagersOnly, NotYours."""
    view = await exam_view(wired.results, await _of_tenant(wired, exam_id))
    return _counted(wired, view) | {"reps": [_rep(one) for one in view.reps]}


@router.get("/api/exams")
async def to_sit(rep_id: Rep, wired: Wired) -> list[dict[str, Any]]:
    """What is set for the reps of this location and open, and this one has not sat. The newest first."""
    now = wired.clock.now()
    found = [one for one in await wired.results.exams_of(wired.tenant, wired.location) if not one.is_over(now)]
    return [_told(wired, one) for one in await exams_to_sit(wired.results, found, rep_id)]


@router.get("/api/exams/{exam_id}")
async def asked_for(exam_id: str, wired: Wired, _: Rep) -> dict[str, Any]:
    """What the link asks a rep of this location to sit. Raises: NotYours."""
    return _told(wired, await exam_here(wired, _parsed(exam_id)))


async def _of_tenant(wired: Services, exam_id: str) -> Exam:
    """Raises: NotYours."""
    found = await wired.results.get_exam(_parsed(exam_id))
    if found is None or found.tenant_id != wired.tenant:
        raise NotYours(NO_EXAM)
    return found


def _parsed(exam_id: str) -> ExamId:
    """A link may have lost its end on the way. Raises: NotYours."""
    try:
        return parse_exam_id(exam_id)
    except IdRejected:
        raise NotYours(NO_EXAM) from None


def _told(wired: Services, exam: Exam) -> dict[str, Any]:
    return {
        "exam_id": exam.exam_id,
        "location_id": exam.location_id,
        "persona_id": exam.persona_id,
        "persona_name": buyer_name(wired, exam.persona_id),
        "difficulty": exam.difficulty,
        "set_at": exam.set_at.isoformat(),
        "last_day": exam.last_day.isoformat() if exam.last_day else "",
        "over": exam.is_over(wired.clock.now()),
    }


def _counted(wired: Services, view: ExamView) -> dict[str, Any]:
    passed = sum(bool(one.passed) for one in view.results)
    return _told(wired, view.exam) | {"members": len(view.reps), "sat": len(view.results), "passed": passed}


def _rep(rep: ExamRep) -> dict[str, Any]:
    return {"rep_id": rep.rep_id, "name": rep.name, "sittings": [_sitting(one, rep.result) for one in rep.sittings]}


def _sitting(one: Sitting, result: Sitting | None) -> dict[str, Any]:
    return {
        "call_id": one.standing.call.call_id,
        "started_at": one.standing.call.started_at.isoformat(),
        "state": one.standing.state,
        "score": one.standing.score,
        "plus_minus": one.plus_minus,
        "passed": one.standing.passed,
        "reason": one.standing.reason,
        "counts": one is result,
    }
