"""The port `Exams` in SQL: `SqlExams(database)`, the part of the results store that keeps what managers set."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sparring.adapters.results import calls
from sparring.adapters.sql import SqlDatabase
from sparring.ids import ExamId
from sparring.ports import CallGrade, Exam

_FIELDS = tuple(field.name for field in fields(Exam))
_COLUMNS = ", ".join(_FIELDS)
# every name put into a statement here is one of our own fields
_PUT = f"""INSERT INTO exam ({_COLUMNS}) VALUES ({", ".join(f":{name}" for name in _FIELDS)})
    ON CONFLICT (exam_id) DO UPDATE SET closes_at = excluded.closes_at"""  # noqa: S608
_GET = f"SELECT {_COLUMNS} FROM exam WHERE exam_id = ?"  # noqa: S608
_OF_TEAM = f"""SELECT {_COLUMNS} FROM exam WHERE tenant_id = ? AND location_id = ?
    ORDER BY set_at DESC, exam_id LIMIT ?"""  # noqa: S608
_SITTINGS = f"""SELECT {calls.GRADE_COLUMNS} FROM call LEFT JOIN scorecard ON number = newest
    WHERE exam_id = ? ORDER BY started_at, call.call_id LIMIT ?"""  # noqa: S608


class SqlExams:
    """See the port. Every method raises ResultsFailed when the database cannot be used."""

    _database: SqlDatabase

    async def put_exam(self, exam: Exam) -> None:
        """Create it, or give it another last day."""
        values = exam_values(exam)
        await self._database.write(lambda connection: connection.execute(_PUT, values))

    async def get_exam(self, exam_id: ExamId) -> Exam | None:
        """None for one that nobody set."""
        row = await self._database.read(lambda connection: connection.execute(_GET, (exam_id,)).fetchone())
        return exam_of(dict(zip(_FIELDS, row, strict=True))) if row else None

    async def exams_of(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[Exam]:
        """What is set at this location, the newest first."""
        values = (tenant_id, location_id, limit)
        rows = await self._database.read(lambda connection: connection.execute(_OF_TEAM, values).fetchall())
        return [exam_of(dict(zip(_FIELDS, row, strict=True))) for row in rows]

    async def sittings(self, exam_id: ExamId, *, limit: int = 1_000) -> Sequence[CallGrade]:
        """The calls by which it was sat, graded or not, the oldest first."""
        values = (exam_id, limit)
        rows = await self._database.read(lambda connection: connection.execute(_SITTINGS, values).fetchall())
        return [calls.call_grade_of(row) for row in rows]


def exam_values(exam: Exam) -> dict[str, Any]:
    """As it is kept: when it was set in UTC, its end with the offset of the day it ends on."""
    closes_at = exam.closes_at.isoformat() if exam.closes_at else None
    return asdict(exam) | {"set_at": calls.utc_text(exam.set_at), "closes_at": closes_at}


def exam_of(kept: dict[str, Any]) -> Exam:
    """From what `exam_values` made."""
    closes_at = kept["closes_at"]
    times = {"set_at": datetime.fromisoformat(kept["set_at"])}
    return Exam(**kept | times | {"closes_at": datetime.fromisoformat(closes_at) if closes_at else None})
