"""Calls held elsewhere, handed in as text: by a rep for themselves, or by a manager for a rep of their team.

Flows in: the text, which speaker is the rep, the rubric, and the word of whoever hands it in that it may be used. Flows
out: an object in the air gap and the id under which the report will stand. Grading happens in Brain 2, as ever.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import StringConstraints

from sparring.errors import ConsentMissing, NotYours, TranscriptRejected, UploadRejected
from sparring.grade.uploads.conversion import Origin, day_of, transcript_of
from sparring.grade.uploads.intake import hand_in
from sparring.grade.uploads.parsing import SpeakerName, WrittenCall, read_written
from sparring.grade.uploads.speakers import rep_by_label, speakers_in
from sparring.ids import LocationId, RepId, Slug, new_call_id, parse_rep_id
from sparring.transcript import MAX_TRANSCRIPT_BYTES
from sparring.web.accounts import Rep, Wired
from sparring.web.forms import Form
from sparring.web.managers import Manager
from sparring.web.services import Services
from sparring.web.team import Place

MAX_UPLOAD_BODY_BYTES = 2 * MAX_TRANSCRIPT_BYTES
"""A text of the allowed size with its line breaks and quotation marks escaped."""

_SOURCE = "That text"
_FIRST_CHARS = 120

router = APIRouter()


class TextForm(Form):
    """A call as text with speakers, WebVTT or JSON."""

    text: Annotated[str, StringConstraints(max_length=MAX_TRANSCRIPT_BYTES)]


class UploadForm(TextForm):
    """What is to become of it.

    `rep_speaker`: the rep's name in the text; None: a label says who is the rep. `held_on`: the day of the call, as
    2026-11-25; None: nobody says.
    """

    rubric_id: Slug
    rep_speaker: SpeakerName | None = None
    held_on: Annotated[str, StringConstraints(max_length=10)] | None = None
    consent: bool = False


@router.post("/api/uploads/reading")
async def reading(form: TextForm, _: Rep) -> dict[str, Any]:
    """What the text is, who speaks in it, and whom its labels say to be the rep; nothing is kept.

    Raises: UploadRejected.
    """
    with _told_to_whoever_pasted():
        call = await _read(form)
    people = [asdict(one) | {"first": one.first[:_FIRST_CHARS]} for one in speakers_in(call)]
    rep = rep_by_label(call)
    return {
        "form": call.form,
        "turns": len(call.lines),
        "speakers": people,
        "rep_by_label": None if rep is None else asdict(rep),
    }


@router.post("/api/uploads", status_code=201)
async def upload(form: UploadForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """A rep's own call.

    Raises: ConsentMissing, NotYours, UploadRejected, TooManyUploads, StoreFailed, ResultsFailed.
    """
    return await _hand_in(wired, form, rep_id=rep_id, location=wired.location, by="rep")


@router.post("/api/team/reps/{rep_id}/uploads", status_code=201)
async def upload_for(rep_id: str, form: UploadForm, wired: Wired, _: Manager, location: Place = None) -> dict[str, Any]:
    """A call of a rep of this team; rep and managers see it. Raises: ManagersOnly, and as `upload`."""
    parsed, place = parse_rep_id(rep_id), location or wired.location
    if parsed not in {member.rep_id for member in await wired.results.members(wired.tenant, place)}:
        raise NotYours("There is no such rep in this team.")
    return await _hand_in(wired, form, rep_id=parsed, location=LocationId(place), by="manager")


async def _hand_in(
    wired: Services, form: UploadForm, *, rep_id: RepId, location: LocationId, by: Literal["rep", "manager"]
) -> dict[str, Any]:
    if not form.consent:
        raise ConsentMissing("Confirm that you may use this call, then send it again.")
    rubric = wired.rubrics.get(form.rubric_id)
    if rubric is None:
        raise NotYours("There is no such rubric.")
    with _told_to_whoever_pasted():
        held_on = day_of(form.held_on, source=_SOURCE)
        origin = Origin(new_call_id(), wired.tenant, location, rep_id, by, wired.clock.now(), held_on)
        call = await _read(form)
        # checking two thousand turns takes a few hundredths of a second, which no live call must wait for
        transcript = await asyncio.to_thread(
            transcript_of, call, rubric, origin, source=_SOURCE, rep_speaker=form.rep_speaker
        )
    async with wired.handing_in:
        await hand_in(transcript, store=wired.store, results=wired.results)
    return {"call_id": transcript.call_id, "turns": len(transcript.turns)}


@contextmanager
def _told_to_whoever_pasted() -> Iterator[None]:
    """What a file's author reads of a refusal becomes a sentence to somebody in front of a page."""
    try:
        yield
    except TranscriptRejected as refused:
        raise UploadRejected(refused.source, refused.field, refused.reason) from None


async def _read(form: TextForm) -> WrittenCall:
    data = form.text.encode("utf-8", "replace")
    return await asyncio.to_thread(read_written, data, source=_SOURCE)
