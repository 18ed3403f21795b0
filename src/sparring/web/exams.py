"""Exams over HTTP: a manager sets one, with a last day or without, and reads who sat it; reps are told what they ask.

The link that a rep gets names the exam and nothing else: buyer, difficulty and last day stand in the results store,
where no rep can move them.
"""

import re
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import AwareDatetime, BeforeValidator, Field

from sparring.documents import VersionRef
from sparring.errors import IdRejected, NotYours
from sparring.ids import ExamId, Slug, new_exam_id, parse_exam_id
from sparring.ports import DeletedSitting, Exam
from sparring.results.exams import ExamCounts, ExamRep, Sitting, exam_counts, exam_view, exams_to_sit
from sparring.web.accounts import Rep, Wired
from sparring.web.booking import known_persona
from sparring.web.call_list import buyer_name
from sparring.web.forms import Form
from sparring.web.managers import Manager
from sparring.web.services import Services
from sparring.web.sittings import NO_EXAM, exam_here
from sparring.web.team import Place

# the calendar's first day has none before it, and seconds since 1970 have no offset
_WRITTEN = re.compile(r"2\d{3}-\d\d-\d\dT.{1,32}")

A_PAGE = 20
MOST_EXAMS = 1_000
"""Of a location, looked through for those that a rep is to sit: one without a last day stays open for ever."""

router = APIRouter()


def _as_written(at: Any) -> Any:
    if isinstance(at, str) and _WRITTEN.fullmatch(at):
        return at
    raise ValueError("write it as 2026-12-06T00:00:00-06:00")


End = Annotated[AwareDatetime, BeforeValidator(_as_written), Field(strict=False)]
"""The midnight that ends the last day, with the offset of whoever chose the day: `2026-12-06T00:00:00-06:00`."""


class NowForm(Form):
    """The end is now, by the server's clock. `east_min`: how far east of UTC the day is that it falls on."""

    east_min: Annotated[int, Field(ge=-840, le=840)]


class EndForm(Form):
    """Until when it can be sat; None: for ever."""

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


@router.post("/api/team/exams/{exam_id}/end")
async def end_now(exam_id: str, form: NowForm, wired: Wired, _: Manager) -> dict[str, Any]:
    """Nobody begins it from now on. Raises: ManagersOnly, NotYours."""
    here = timezone(timedelta(minutes=form.east_min))
    exam = replace(await _of_tenant(wired, exam_id), closes_at=wired.clock.now().astimezone(here))
    await wired.results.put_exam(exam)
    return _told(wired, exam)


@router.get("/api/team/exams")
async def exams(wired: Wired, _: Manager, location: Place = None, older_than: str | None = None) -> dict[str, Any]:
    """Those of one location, the newest first, with how many sat and passed; a page at a time.

    `older_than`: the last one of the page before. `more`: whether this page is not the last. Raises: ManagersOnly,
    NotYours.
    """
    last = None if older_than is None else await _of_tenant(wired, older_than)
    place = location or wired.location
    found = await wired.results.exams_of(wired.tenant, place, limit=A_PAGE + 1, older_than=last)
    listed = found[:A_PAGE]
    counts = await exam_counts(wired.results, listed)
    told = [_told(wired, one) | _figures(counts[one.exam_id]) for one in listed]
    return {"exams": told, "more": len(found) > A_PAGE}


@router.get("/api/team/exams/{exam_id}")
async def exam(exam_id: str, wired: Wired, _: Manager) -> dict[str, Any]:
    """Who sat it and who has not. Raises: ManagersOnly, NotYours."""
    view = await exam_view(wired.results, await _of_tenant(wired, exam_id))
    reps = [_rep(one, view.persona) for one in view.reps]
    return _told(wired, view.exam) | _figures(view.counts) | {"reps": reps}


@router.get("/api/exams")
async def to_sit(rep_id: Rep, wired: Wired) -> list[dict[str, Any]]:
    """What is set for the reps of this location and open, and this one has not sat. The newest first."""
    now = wired.clock.now()
    found = await wired.results.exams_of(wired.tenant, wired.location, limit=MOST_EXAMS)
    still_open = [one for one in found if not one.is_over(now)]
    return [_told(wired, one) for one in await exams_to_sit(wired.results, still_open, rep_id)]


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


def _figures(counts: ExamCounts) -> dict[str, int]:
    return {"members": counts.reps, "sat": counts.sat, "passed": counts.passed}


def _rep(rep: ExamRep, persona: VersionRef | None) -> dict[str, Any]:
    sittings = [_sitting(one, persona) | {"counts": one is rep.result} for one in rep.sittings]
    return {"rep_id": rep.rep_id, "name": rep.name, "sittings": sittings}


def _sitting(one: Sitting | DeletedSitting, persona: VersionRef | None) -> dict[str, Any]:
    """`other_version`: of the buyer, where it is not that of the first sitting."""
    if isinstance(one, DeletedSitting):
        times = {"started_at": one.started_at.isoformat(), "deleted_at": one.deleted_at.isoformat()}
        return {"call_id": one.call_id, "state": "deleted", "other_version": None} | times
    return {
        "call_id": one.standing.call.call_id,
        "started_at": one.started_at.isoformat(),
        "state": one.standing.state,
        "score": one.standing.score,
        "plus_minus": one.plus_minus,
        "passed": one.standing.passed,
        "reason": one.standing.reason,
        "other_version": one.persona.version if one.persona and one.persona != persona else None,
    }
