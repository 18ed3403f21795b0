"""Graded calls that count as a table: the columns of every export, and CSV.

Flows in: calls with their newest grade. Flows out: rows of ids and figures, no words, for a manager with the reps'
names; typed columns are the business of whoever writes a typed form (`adapters/export`).
"""

import csv
import io
from collections.abc import Iterable, Mapping

from sparring.ids import RepId
from sparring.ports import CallGrade

SCHEMA_VERSION = "1"
COLUMNS = (
    "call_id", "tenant_id", "location_id", "rep_id", "persona_id", "rubric_id", "call_type", "difficulty", "attempt",
    "started_at", "duration_ms", "score", "passed",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")


def as_csv(grades: Iterable[CallGrade], names: Mapping[RepId, str] | None = None) -> bytes:
    """UTF-8 with a header; times in ISO 8601, `passed` as 0 or 1. With `names` a last column says who a rep is."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS if names is None else (*COLUMNS, "rep_name"))
    for grade in grades:
        writer.writerow(_row(grade) if names is None else (*_row(grade), _as_text(names.get(grade.call.rep_id, ""))))
    return text.getvalue().encode()


def _as_text(name: str) -> str:
    """What a spreadsheet would take for a formula begins with an apostrophe, which it does not show."""
    return f"'{name}" if name.startswith(_FORMULA) else name


def _row(grade: CallGrade) -> tuple[object, ...]:
    call = grade.call
    # every text here is an id or a slug of ours: none begins as a spreadsheet's formula does
    whose = (call.call_id, call.tenant_id, call.location_id, call.rep_id, call.persona_id, call.rubric_id)
    kind = (call.call_type, call.difficulty, call.attempt, call.started_at.isoformat(), call.duration_ms)
    return (*whose, *kind, grade.score, int(bool(grade.passed)))
