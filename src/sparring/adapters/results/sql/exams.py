"""The port `Exams` in SQL: `SqlExams(database)`, the part of the results store that keeps what managers set."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from sparring.adapters.results.kept_form import deleted_of, deleted_values, exam_of, exam_values, utc_text
from sparring.adapters.results.sql import calls
from sparring.adapters.sql.database import Connection, SqlDatabase
from sparring.ids import ExamId, RepId
from sparring.ports import DeletedSitting, Exam, Sittings

_FIELDS = tuple(field.name for field in fields(Exam))
_COLUMNS = ", ".join(_FIELDS)
_DELETED_FIELDS = tuple(field.name for field in fields(DeletedSitting))
_DELETED_COLUMNS = ", ".join(_DELETED_FIELDS)
# every name put into a statement here is one of our own fields
_PUT = f"""INSERT INTO exam ({_COLUMNS}) VALUES ({", ".join(f":{name}" for name in _FIELDS)})
    ON CONFLICT (exam_id) DO UPDATE SET closes_at = excluded.closes_at"""  # noqa: S608
_GET = f"SELECT {_COLUMNS} FROM exam WHERE exam_id = ?"  # noqa: S608
_OF_TEAM = f"""SELECT {_COLUMNS} FROM exam WHERE tenant_id = ? AND location_id = ?
    ORDER BY set_at DESC, exam_id LIMIT ?"""  # noqa: S608
_OLDER = f"""SELECT {_COLUMNS} FROM exam WHERE tenant_id = ? AND location_id = ? AND set_at <= ?
    AND (set_at < ? OR exam_id > ?) ORDER BY set_at DESC, exam_id LIMIT ?"""  # noqa: S608
_SITTINGS = f"""SELECT {calls.GRADE_COLUMNS} FROM call LEFT JOIN scorecard ON number = newest
    WHERE exam_id IN ({{marks}}) ORDER BY started_at, call.call_id"""  # noqa: S608
_SITTINGS_OF_REP = f"""SELECT {calls.GRADE_COLUMNS} FROM call LEFT JOIN scorecard ON number = newest
    WHERE rep_id = ? AND exam_id IS NOT NULL ORDER BY started_at, call.call_id LIMIT ?"""  # noqa: S608
_DELETED = f"SELECT {_DELETED_COLUMNS} FROM deleted_sitting WHERE exam_id IN ({{marks}}) ORDER BY started_at"  # noqa: S608
_DELETED_OF_REP = f"SELECT {_DELETED_COLUMNS} FROM deleted_sitting WHERE rep_id = ? ORDER BY started_at"  # noqa: S608
_KEEP_DELETED = f"""INSERT INTO deleted_sitting ({_DELETED_COLUMNS})
    VALUES ({", ".join(f":{name}" for name in _DELETED_FIELDS)}) ON CONFLICT (call_id) DO NOTHING"""  # noqa: S608
_DROP_DELETED = "DELETE FROM deleted_sitting WHERE started_at < ?"
_DROP_DELETED_OF_REP = "DELETE FROM deleted_sitting WHERE rep_id = ?"


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

    async def exams_of(
        self, tenant_id: str, location_id: str, *, limit: int = 50, older_than: Exam | None = None
    ) -> Sequence[Exam]:
        """What is set at this location, the newest first."""
        query, values = _OF_TEAM, [tenant_id, location_id, limit]
        if older_than is not None:
            set_at = utc_text(older_than.set_at)
            query, values = _OLDER, [tenant_id, location_id, set_at, set_at, older_than.exam_id, limit]
        rows = await self._database.read(lambda connection: connection.execute(query, values).fetchall())
        return [exam_of(dict(zip(_FIELDS, row, strict=True))) for row in rows]

    async def sittings(self, exam_ids: Sequence[ExamId]) -> Sittings:
        """By which any of these exams was sat."""
        if not exam_ids:
            return Sittings([])
        marks = ", ".join("?" * len(exam_ids))
        of_calls, of_deleted = _SITTINGS.format(marks=marks), _DELETED.format(marks=marks)
        return await self._database.read(
            lambda connection: _sittings(connection, of_calls, exam_ids, of_deleted, exam_ids)
        )

    async def sittings_of_rep(self, rep_id: RepId, *, limit: int = 1_000) -> Sittings:
        """By which this rep sat any exam that a manager set."""
        return await self._database.read(
            lambda connection: _sittings(connection, _SITTINGS_OF_REP, (rep_id, limit), _DELETED_OF_REP, (rep_id,))
        )

    async def drop_deleted_sittings(self, *, before: datetime) -> None:
        """Nothing stays of deleted sittings that began before."""
        values = (utc_text(before),)
        await self._database.write(lambda connection: connection.execute(_DROP_DELETED, values))


def keep_deleted(connection: Connection, sitting: DeletedSitting) -> None:
    """In the transaction that deletes the call."""
    connection.execute(_KEEP_DELETED, deleted_values(sitting))


def drop_deleted_of_rep(connection: Connection, rep_id: RepId) -> None:
    """Nothing stays of what this rep deleted."""
    connection.execute(_DROP_DELETED_OF_REP, (rep_id,))


def _sittings(
    connection: Connection, of_calls: str, whose: Sequence[object], of_deleted: str, whose_deleted: Sequence[object]
) -> Sittings:
    found = [calls.call_grade_of(row) for row in connection.execute(of_calls, whose).fetchall()]
    left = connection.execute(of_deleted, whose_deleted).fetchall()
    return Sittings(found, [deleted_of(dict(zip(_DELETED_FIELDS, row, strict=True))) for row in left])
