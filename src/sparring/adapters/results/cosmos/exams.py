"""The port `Exams` on Cosmos DB: an exam is an item of its own; its sittings are the calls that name it."""

from collections.abc import Sequence

from sparring.adapters.results.cosmos import call_item
from sparring.adapters.results.cosmos.container import Items
from sparring.adapters.results.exams import exam_of, exam_values
from sparring.errors import ResultsFailed
from sparring.ids import ExamId
from sparring.ports import CallGrade, Exam

_KIND = "exam"


class CosmosExams:
    """See the port. Every method raises ResultsFailed."""

    _items: Items

    async def put_exam(self, exam: Exam) -> None:
        """Create it, or replace it. Raises also ResultsFailed for another tenant's."""
        if exam.tenant_id != self._items.tenant_id:
            raise ResultsFailed("On Cosmos DB a store is one tenant's: another one's exam cannot be set in it.")
        await self._items.put(exam.exam_id, exam.exam_id, {"kind": _KIND, "exam": exam_values(exam)})

    async def get_exam(self, exam_id: ExamId) -> Exam | None:
        """None for one that nobody set."""
        found = await self._items.get(exam_id, exam_id)
        return exam_of(found["exam"]) if found else None

    async def exams_of(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[Exam]:
        """What is set at this location, the newest first."""
        if tenant_id != self._items.tenant_id:
            return []
        where = "c.kind = @kind AND c.exam.location_id = @location_id"
        found = self._items.query("c.exam", where, {"kind": _KIND, "location_id": location_id})
        exams = [exam_of(item["exam"]) async for item in found]
        return sorted(exams, key=lambda exam: (-exam.set_at.timestamp(), exam.exam_id))[:limit]

    async def sittings(self, exam_id: ExamId, *, limit: int = 1_000) -> Sequence[CallGrade]:
        """The calls by which it was sat, graded or not, the oldest first."""
        found = self._items.query(call_item.LISTED, "c.record.exam_id = @exam_id", {"exam_id": exam_id})
        sat = [call_item.call_grade_of(item) async for item in found]
        return sorted(sat, key=lambda one: (one.call.started_at, one.call.call_id))[:limit]
