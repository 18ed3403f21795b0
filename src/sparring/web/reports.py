"""The report of a call over HTTP: its grade, beside the call it was forked from and the retakes of its own moments."""

from collections.abc import Sequence

from fastapi import APIRouter

from sparring.appeal import Appeal
from sparring.documents import digest_of
from sparring.errors import NotYours, ObjectMissing, TranscriptRejected
from sparring.grade.human.override import with_overrides
from sparring.ids import CallId, RepId, parse_call_id
from sparring.report.branches import Beside, GradedCall
from sparring.report.build import build_report
from sparring.report.document import Report
from sparring.report.overrides import CoachView
from sparring.results import standing_of_call
from sparring.rubric import Rubric, earlier_version
from sparring.scorecard import Scorecard, remarks_on
from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript
from sparring.web.accounts import Rep, Wired
from sparring.web.services import Services

router = APIRouter()


@router.get("/api/calls/{call_id}/report")
async def report(call_id: str, rep_id: Rep, wired: Wired) -> Report:
    """The report of a graded call. Raises: NotYours while there is none, TranscriptRejected if it was changed."""
    graded = await graded_call(wired, parse_call_id(call_id), rep_id)
    others = tuple(await wired.results.of_rep(rep_id))
    return await shown(wired, graded, parent=await _parent(wired, graded, rep_id), others=others)


async def shown(
    wired: Services, graded: GradedCall, *, parent: GradedCall | None = None, others: Sequence[Scorecard] = ()
) -> Report:
    """The report, beside other calls of its rep when they are to be seen. Raises: NotYours."""
    card = graded.scorecard
    persona, rubric = wired.personas.get(card.persona.id), rubric_of(wired, card)
    if (persona is None and graded.transcript.attempt.upload is None) or rubric is None:
        raise NotYours("The buyer or the rubric of this call is no longer installed.")
    overrides = await wired.results.overrides_of(card.call_id)
    said = remarks_on(card, await wired.results.appeals_of(card.call_id))
    coach = CoachView(remarks_on(card, overrides), with_overrides(card, rubric, overrides), said)
    beside = Beside(parent, tuple(others), coach)
    return build_report(card, graded.transcript, persona, rubric, personas=wired.personas.values(), beside=beside)


def rubric_of(wired: Services, card: Scorecard | Appeal) -> Rubric | None:
    """The version that the call was graded by."""
    return earlier_version(card.rubric) or wired.rubrics.get(card.rubric.id)


async def graded_call(wired: Services, call_id: CallId, rep_id: RepId) -> GradedCall:
    """This rep's call and its newest grade. Raises: NotYours, TranscriptRejected, ObjectMissing."""
    standing = await standing_of_call(wired.results, call_id, rep_id)
    card = await wired.results.get(call_id)
    if standing is None or card is None:
        raise NotYours("There is no report of this call yet.")
    name = standing.call.object_name
    data = await wired.store.get(name, max_bytes=MAX_TRANSCRIPT_BYTES)
    if digest_of(data) != card.transcript_digest:
        raise TranscriptRejected("This call", "", "its transcript is not the one that was graded")
    return GradedCall(card, parse_transcript(data, source=name))


async def _parent(wired: Services, fork: GradedCall, rep_id: RepId) -> GradedCall | None:
    """The call of which this one is a moment taken again; None when it was deleted or has no grade yet."""
    parent_id = fork.transcript.attempt.fork_of
    if parent_id is None:
        return None
    try:
        return await graded_call(wired, parent_id, rep_id)
    except (NotYours, ObjectMissing):
        return None
