"""Graded calls that count as a table: the columns of every export, and CSV.

Flows in: calls with their newest grade. Flows out: rows of ids and figures, no words; typed columns are the business of
whoever writes a typed form (`adapters/export`).
"""

import csv
import io
from collections.abc import Iterable

from sparring.ports import CallGrade

SCHEMA_VERSION = "1"
COLUMNS = (
    "call_id", "tenant_id", "location_id", "rep_id", "persona_id", "rubric_id", "call_type", "difficulty", "attempt",
    "started_at", "duration_ms", "score", "passed",
)  # fmt: skip


def as_csv(grades: Iterable[CallGrade]) -> bytes:
    """UTF-8 with a header; times in ISO 8601, `passed` as 0 or 1."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(grade) for grade in grades)
    return text.getvalue().encode()


def _row(grade: CallGrade) -> tuple[object, ...]:
    call = grade.call
    # every text here is an id or a slug of ours: none begins as a spreadsheet's formula does
    whose = (call.call_id, call.tenant_id, call.location_id, call.rep_id, call.persona_id, call.rubric_id)
    kind = (call.call_type, call.difficulty, call.attempt, call.started_at.isoformat(), call.duration_ms)
    return (*whose, *kind, grade.score, int(bool(grade.passed)))
