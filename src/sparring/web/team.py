"""A manager's pages over HTTP: team, network, one rep, and the reports behind them; nothing of a private attempt.

A private call's report opens for a manager only while its rep shares it; its score stays out of every figure. So does
that of a call which a manager uploaded, to which they find the way back on its rep's page.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response

from sparring.errors import NotYours
from sparring.ids import CallId, RepId, Slug, parse_call_id, parse_rep_id
from sparring.ports import CallGrade, CallRecord
from sparring.report.document import Report
from sparring.results import standing_of_call
from sparring.results.views import RepView, Viewer
from sparring.web.accounts import Rep, Wired
from sparring.web.call_list import buyer_name
from sparring.web.calls import progress_of
from sparring.web.forms import Form
from sparring.web.managers import Manager
from sparring.web.reports import graded_call, shown
from sparring.web.services import Services

_NOT_FOR_MANAGERS = "There is no report of this call for a manager."

router = APIRouter()

Weeks = Annotated[Literal["4", "12", "26", "52"], Query()]
Place = Annotated[Slug | None, Query()]
Places = Annotated[list[Slug], Query(min_length=1, max_length=20)]


@router.get("/api/team")
async def team(wired: Wired, _: Manager, weeks: Weeks = "12", location: Place = None) -> dict[str, Any]:
    """One location, this machine's own unless another is named. Raises: ManagersOnly."""
    viewer = _viewer(wired)
    view = await viewer.team(location or wired.location, weeks=int(weeks))
    places = {one.location_id for one in await viewer.places()} | {view.location_id}
    return asdict(view) | {"calls": _rows(view.calls, wired), "locations": sorted(places)}


@router.get("/api/team/calls.csv")
async def table(wired: Wired, _: Manager, weeks: Weeks = "12", location: Place = None) -> Response:
    """The calls behind one location's figures, for a spreadsheet. Raises: ManagersOnly."""
    place = location or wired.location
    name = f"sparring-{place}-{weeks}-weeks.csv"
    return Response(
        await _viewer(wired).table(place, weeks=int(weeks)),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


@router.get("/api/team/network")
async def network(wired: Wired, _: Manager, weeks: Weeks = "12") -> dict[str, Any]:
    """Every location. Raises: ManagersOnly."""
    return asdict(await _viewer(wired).network(weeks=int(weeks)))


@router.get("/api/team/network/skills")
async def places_by_skill(wired: Wired, _: Manager, location: Places, weeks: Weeks = "12") -> list[dict[str, Any]]:
    """Some locations by skill, as many as one page shows. Raises: ManagersOnly."""
    return [asdict(one) for one in await _viewer(wired).places_by_skill(location, weeks=int(weeks))]


@router.get("/api/team/reps/{rep_id}")
async def rep(rep_id: str, wired: Wired, _: Manager, weeks: Weeks = "12", location: Place = None) -> dict[str, Any]:
    """One rep of a location. Raises: ManagersOnly, NotYours, IdRejected."""
    view = await _viewer(wired).rep(location or wired.location, parse_rep_id(rep_id), weeks=int(weeks))
    if view is None:
        raise NotYours("There is no such rep in this team.")
    uploads = [one for one in await wired.results.calls_of_rep(view.rep_id) if one.call.uploaded_by == "manager"]
    here = [one for one in uploads if one.call.tenant_id == wired.tenant]
    calls = [row | {"skills": _skills(view, row["call_id"])} for row in _rows(view.calls, wired)]
    return {
        "rep_id": view.rep_id,
        "name": view.name,
        "overview": asdict(view.overview),
        "calls": calls,
        "uploads": _rows(here, wired),
    }


@router.get("/api/team/calls/{call_id}")
async def progress(call_id: str, wired: Wired, _: Manager) -> dict[str, Any]:
    """How far a call is that a manager may read, and whose it is. Raises: ManagersOnly, NotYours."""
    call = await readable_call(wired, call_id)
    standing = await standing_of_call(wired.results, call.call_id, call.rep_id)
    if standing is None:
        raise NotYours(_NOT_FOR_MANAGERS)
    account = await wired.results.get_rep(call.rep_id)
    whose = {"rep_id": call.rep_id, "rep_name": account.name if account else "", "location_id": call.location_id}
    return await progress_of(wired, standing) | whose


@router.get("/api/team/calls/{call_id}/report")
async def report(call_id: str, wired: Wired, _: Manager) -> Report:
    """A call that counts, one its rep shares, or one a manager uploaded; of the rep's others only what counts.

    Raises: ManagersOnly, NotYours.
    """
    call = await readable_call(wired, call_id)
    graded = await graded_call(wired, call.call_id, call.rep_id)
    others = () if call.uploaded_by is None else await wired.results.of_rep(call.rep_id)
    counted = [one for one in others if one.attempt is not None and one.attempt.kind != "private"]
    return await shown(wired, graded, others=counted)


async def readable_call(wired: Services, call_id: str) -> CallRecord:
    """A call of this tenant that a manager may read. Raises: NotYours, IdRejected."""
    call = await wired.results.get_call(parse_call_id(call_id))
    if call is None or call.tenant_id != wired.tenant or not await open_to_managers(wired, call):
        raise NotYours(_NOT_FOR_MANAGERS)
    return call


class ShareForm(Form):
    """A rep's wish."""

    shared: bool


@router.get("/api/calls/{call_id}/share")
async def is_shared(call_id: str, rep_id: Rep, wired: Wired) -> dict[str, bool]:
    """Whether a manager may read this report. Raises: NotYours."""
    return {"shared": await open_to_managers(wired, await own_call(wired, call_id, rep_id))}


@router.put("/api/calls/{call_id}/share")
async def share(call_id: str, form: ShareForm, rep_id: Rep, wired: Wired) -> dict[str, bool]:
    """Let managers read this private call's report, or no longer. Raises: NotYours."""
    call = await own_call(wired, call_id, rep_id)
    await wired.results.share(call.call_id, shared=form.shared)
    return {"shared": await open_to_managers(wired, call)}


async def own_call(wired: Services, call_id: str, rep_id: RepId) -> CallRecord:
    """A call of this rep. Raises: NotYours, IdRejected."""
    standing = await standing_of_call(wired.results, parse_call_id(call_id), rep_id)
    if standing is None:
        raise NotYours("There is no such call of yours.")
    return standing.call


async def open_to_managers(wired: Services, call: CallRecord) -> bool:
    """Whether a manager may read it now."""
    if call.attempt != "private" or call.uploaded_by == "manager":
        return True
    return await wired.results.is_shared(call.call_id)


def _viewer(wired: Services) -> Viewer:
    return Viewer(wired.results, wired.tenant, wired.rubrics, wired.clock.now)


def _skills(view: RepView, call_id: CallId) -> dict[str, dict[str, int]]:
    return {skill: asdict(points) for skill, points in view.skills.get(call_id, {}).items()}


def _rows(grades: Sequence[CallGrade], wired: Services) -> list[dict[str, Any]]:
    return [
        {
            "call_id": grade.call.call_id,
            "rep_id": grade.call.rep_id,
            "rubric_id": grade.call.rubric_id,
            "persona_name": buyer_name(wired, grade.call.persona_id),
            "started_at": grade.call.started_at.isoformat(),
            "call_type": grade.call.call_type,
            "attempt": grade.call.attempt,
            "uploaded_by": grade.call.uploaded_by,
            "score": grade.score,
            "passed": grade.passed,
        }
        for grade in grades
    ]
