"""A rep's own word against one criterion of a grade, and a coach's answer to it: kept beside the grade, never in it.

Flows in from the rep's report. Flows out to the team's page while it is open, and to the report. It says nothing about
the grader: only an override does (docs/adr/0045).
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Document, parse_document
from sparring.errors import ScoresRejected
from sparring.override import CoachName, Override, Reason
from sparring.scorecard import Remark

MAX_APPEAL_BYTES = 16_384

Why = Annotated[str, StringConstraints(min_length=3, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]


class AppealAnswer(Document):
    """What a coach said to it: it stands as graded, or they gave a level of their own, which is an `Override`."""

    outcome: Literal["stands", "overridden"]
    reason: Reason
    by: CoachName
    at: datetime


class Appeal(Remark):
    """One criterion of one grade that its rep sees otherwise.

    `turn`: the rep's turn that it is about, None where none is; `answer`: None while it is open.
    """

    turn: Annotated[int, Field(ge=0)] | None
    why: Why
    at: datetime
    answer: AppealAnswer | None = None

    def overridden(self, override: Override) -> "Appeal":
        """Answered by this override, where it is of the same criterion of the same grade and nobody answered yet."""
        if self.answer is not None or not self.is_beside(override):
            return self
        answer = AppealAnswer(outcome="overridden", reason=override.reason, by=override.by, at=override.at)
        return self.model_copy(update={"answer": answer})


def parse_appeal(data: bytes, *, source: str) -> Appeal:
    """Raises: ScoresRejected."""
    return parse_document(data, Appeal, source=source, max_bytes=MAX_APPEAL_BYTES, rejected=ScoresRejected)
