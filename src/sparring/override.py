"""A coach's own level for one criterion of a graded call: kept beside the grade, never in place of it.

Flows in from the page or `sparring override`. Flows out to the report, which shows both, and to `sparring calibrate`.
"""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from sparring.documents import parse_document
from sparring.errors import ScoresRejected
from sparring.ids import Slug
from sparring.scorecard import Points, Remark

MAX_OVERRIDE_BYTES = 16_384

Reason = Annotated[str, StringConstraints(min_length=3, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
CoachName = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f<>]*$")]


class Override(Remark):
    """One criterion of one grade as a coach sees it.

    `graded_level` and `graded_points` are the grader's, None where it gave none.
    """

    level: Slug
    points: Points
    graded_level: Slug | None
    graded_points: Annotated[int, Field(ge=0, le=1_000)] | None
    reason: Reason
    by: CoachName
    at: datetime


def parse_override(data: bytes, *, source: str) -> Override:
    """Raises: ScoresRejected."""
    return parse_document(data, Override, source=source, max_bytes=MAX_OVERRIDE_BYTES, rejected=ScoresRejected)
