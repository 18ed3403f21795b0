"""A coach's own level for one criterion of a graded call: kept beside the grade, never in place of it.

Flows in from the page or `sparring override`. Flows out to the report, which shows both, and to `sparring calibrate`.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Digest, Document, VersionRef, parse_document
from sparring.errors import ScoresRejected
from sparring.ids import CallIdField, Slug
from sparring.scorecard import GraderRef, Points, Scorecard

MAX_OVERRIDE_BYTES = 16_384

Reason = Annotated[str, StringConstraints(min_length=3, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
CoachName = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f<>]*$")]


class Override(Document):
    """One criterion of one grade as a coach sees it.

    `graded_level` and `graded_points` are the grader's, None where it gave none. The grade is named by transcript,
    rubric and grader: an override of one grade says nothing about another.
    """

    schema_version: Literal["1"] = "1"
    call_id: CallIdField
    transcript_digest: Digest
    rubric: VersionRef
    grader: GraderRef
    criterion: Slug
    level: Slug
    points: Points
    graded_level: Slug | None
    graded_points: Annotated[int, Field(ge=0, le=1_000)] | None
    reason: Reason
    by: CoachName
    at: datetime

    def is_of(self, scorecard: Scorecard) -> bool:
        """Whether it was given to exactly this grade."""
        mine = (self.call_id, self.transcript_digest, self.rubric, self.grader)
        return mine == (scorecard.call_id, scorecard.transcript_digest, scorecard.rubric, scorecard.grader)


def parse_override(data: bytes, *, source: str) -> Override:
    """Raises: ScoresRejected."""
    return parse_document(data, Override, source=source, max_bytes=MAX_OVERRIDE_BYTES, rejected=ScoresRejected)
