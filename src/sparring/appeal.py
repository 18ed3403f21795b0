"""A rep's own word against one criterion of a grade, and a coach's answer to it: kept beside the grade, never in it.

Flows in from the rep's report. Flows out to the team's page while it is open, and to the report. It says nothing about
the grader: only an override does (docs/adr/0045).
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Digest, Document, VersionRef, parse_document
from sparring.errors import ScoresRejected
from sparring.ids import CallIdField, Slug
from sparring.override import CoachName, Override, Reason
from sparring.scorecard import GraderRef, Scorecard

MAX_APPEAL_BYTES = 16_384

Why = Annotated[str, StringConstraints(min_length=3, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]


class AppealAnswer(Document):
    """What a coach said to it: it stands as graded, or they gave a level of their own, which is an `Override`."""

    outcome: Literal["stands", "overridden"]
    reason: Reason
    by: CoachName
    at: datetime


class Appeal(Document):
    """One criterion of one grade that its rep sees otherwise. The grade is named as an override names it.

    `turn`: the rep's turn that it is about, None where none is; `answer`: None while it is open.
    """

    schema_version: Literal["1"] = "1"
    call_id: CallIdField
    transcript_digest: Digest
    rubric: VersionRef
    grader: GraderRef
    criterion: Slug
    turn: Annotated[int, Field(ge=0)] | None
    why: Why
    at: datetime
    answer: AppealAnswer | None = None

    def is_of(self, scorecard: Scorecard) -> bool:
        """Whether it is about exactly this grade."""
        mine = (self.call_id, self.transcript_digest, self.rubric, self.grader)
        return mine == (scorecard.call_id, scorecard.transcript_digest, scorecard.rubric, scorecard.grader)

    def overridden(self, override: Override) -> "Appeal":
        """Answered by this override, where it is of the same criterion of the same grade and nobody answered yet."""
        mine = (self.call_id, self.transcript_digest, self.rubric, self.grader, self.criterion)
        theirs = (override.call_id, override.transcript_digest, override.rubric, override.grader, override.criterion)
        if self.answer is not None or mine != theirs:
            return self
        answer = AppealAnswer(outcome="overridden", reason=override.reason, by=override.by, at=override.at)
        return self.model_copy(update={"answer": answer})


def parse_appeal(data: bytes, *, source: str) -> Appeal:
    """Raises: ScoresRejected."""
    return parse_document(data, Appeal, source=source, max_bytes=MAX_APPEAL_BYTES, rejected=ScoresRejected)
