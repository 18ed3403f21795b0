"""What a warehouse gets of a grade: ids and figures, typed and versioned, and no word that anybody said.

Flows in: a call's record and its scorecard. Flows out: one row and the name of the object that holds it, both of which
follow from the grade alone, so that writing it twice is writing it once.
"""

import hashlib
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import Field

from sparring.documents import Digest, Document, VersionRef
from sparring.ids import CallIdField, RepIdField, Slug
from sparring.ports import CallRecord
from sparring.scorecard import CriterionStatus, GraderRef, Points, Score, Scorecard
from sparring.transcript import Milliseconds

_DAY = "results/{:%Y/%m/%d}"


class CriterionRow(Document):
    """One criterion. `level` and `points` are None where there was none."""

    id: Slug
    category: Slug
    status: CriterionStatus
    level: Slug | None
    points: Points | None
    max_points: Points


class Graded(Document):
    """What was graded, how, and with what result. `score` is None unless the row's status is `graded`."""

    rep_id: RepIdField
    persona: VersionRef
    rubric: VersionRef
    grader: GraderRef
    transcript_digest: Digest
    attempt: Literal["counted", "exam"]
    call_type: Literal["inside", "outside"]
    difficulty: Literal["easy", "normal", "hard"]
    started_at: datetime
    duration_ms: Milliseconds
    score: Score | None
    passed: bool | None
    scored_points: Points | None
    granted_points: Points | None
    applicable_points: Points | None
    red_lines: tuple[Slug, ...]
    criteria: Annotated[tuple[CriterionRow, ...], Field(max_length=200)]


class ResultRow(Document):
    """One grade of a call that counts, or the word that a call was deleted (then `grade` is None).

    Of several rows of a call the newest by `at` holds. Times are UTC.
    """

    schema_version: Literal["1"] = "1"
    call_id: CallIdField
    tenant_id: Slug
    location_id: Slug
    status: Literal["graded", "not_gradable", "unscored", "void", "deleted"]
    at: datetime  # graded, or deleted
    grade: Graded | None


def row_of(call: CallRecord, card: Scorecard) -> ResultRow | None:
    """None for a call that does not count."""
    if call.attempt == "private":
        return None
    totals = card.totals
    grade = Graded(
        rep_id=call.rep_id,
        persona=card.persona,
        rubric=card.rubric,
        grader=card.grader,
        transcript_digest=card.transcript_digest,
        attempt=call.attempt,
        call_type=call.call_type,
        difficulty=call.difficulty,
        started_at=call.started_at.astimezone(UTC),
        duration_ms=call.duration_ms,
        score=totals.score if totals else None,
        passed=card.passed,
        scored_points=totals.scored_points if totals else None,
        granted_points=totals.granted_points if totals else None,
        applicable_points=totals.applicable_points if totals else None,
        red_lines=tuple(line.id for line in card.red_lines),
        criteria=tuple(CriterionRow(**one.model_dump(include=set(CriterionRow.model_fields))) for one in card.criteria),
    )
    return _row(call, status=card.status, at=card.graded_at, grade=grade)


def deletion_of(call: CallRecord, *, at: datetime) -> ResultRow:
    """The word that a call is gone: ids and nothing of the rep."""
    return _row(call, status="deleted", at=at, grade=None)


def name_of(row: ResultRow) -> str:
    """Where the row stands: by the UTC day of `at`, which is the day it arrives."""
    day = _DAY.format(row.at.astimezone(UTC))
    return f"{day}/{row.call_id}_{_mark(row.grade)}.json"


def line_of(row: ResultRow) -> bytes:
    """The row as one line of JSON."""
    return row.model_dump_json().encode() + b"\n"


def _mark(grade: Graded | None) -> str:
    """What tells the grades of a call apart: transcript and grader."""
    if grade is None:
        return "deleted"
    graded = f"{grade.transcript_digest} {grade.grader.name} {grade.grader.version} {grade.grader.model or ''}"
    return hashlib.sha256(graded.encode()).hexdigest()[:16]


def _row(
    call: CallRecord,
    *,
    status: Literal["graded", "not_gradable", "unscored", "void", "deleted"],
    at: datetime,
    grade: Graded | None,
) -> ResultRow:
    return ResultRow(
        call_id=call.call_id,
        tenant_id=call.tenant_id,
        location_id=call.location_id,
        status=status,
        at=at.astimezone(UTC),
        grade=grade,
    )
