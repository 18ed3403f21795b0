"""The head of a scorecard: whose call, by which rubric, graded by whom, from which bytes. The same for every grade.

Flows in: a transcript, a rubric and who grades. Flows out: the scorecard's fields up to its status.
"""

from datetime import datetime
from typing import TypedDict

from sparring.ids import CallId, RepId
from sparring.rubric import Rubric
from sparring.scorecard import GraderRef
from sparring.transcript import Attempt, Transcript, VersionRef


class Heading(TypedDict):
    """Fields of `Scorecard`, to be spread into it."""

    call_id: CallId
    tenant_id: str
    location_id: str
    rep_id: RepId
    persona: VersionRef
    rubric: VersionRef
    grader: GraderRef
    transcript_digest: str
    graded_at: datetime
    attempt: Attempt


def heading(
    transcript: Transcript, rubric: Rubric, *, transcript_digest: str, graded_at: datetime, grader: GraderRef
) -> Heading:
    """Head the scorecard of one call.

    Args:
        transcript: the call.
        rubric: what it is graded by, from the server's own record and never from the call's file.
        transcript_digest: SHA-256 of the transcript's bytes as stored.
        graded_at: aware time, for the record only.
        grader: who signs.
    """
    return Heading(
        call_id=transcript.call_id,
        tenant_id=transcript.tenant_id,
        location_id=transcript.location_id,
        rep_id=transcript.rep_id,
        persona=transcript.persona,
        rubric=rubric.ref,
        grader=grader,
        transcript_digest=transcript_digest,
        graded_at=graded_at,
        attempt=transcript.attempt,
    )
