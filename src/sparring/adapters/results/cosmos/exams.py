"""The port `Exams` on Cosmos DB: an exam is an item of its own; its sittings are the calls that name it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sparring.adapters.results.cosmos import call_item
from sparring.adapters.results.cosmos.container import Items
from sparring.adapters.results.kept_form import exam_of, exam_values, utc_text
from sparring.errors import ResultsFailed
from sparring.ids import ExamId, RepId
from sparring.ports import Exam, Sittings

_KIND = "exam"
_SITTING = f"{call_item.LISTED}, c.sitting"


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

    async def exams_of(
        self, tenant_id: str, location_id: str, *, limit: int = 50, older_than: Exam | None = None
    ) -> Sequence[Exam]:
        """What is set at this location, the newest first."""
        if tenant_id != self._items.tenant_id:
            return []
        where = "c.kind = @kind AND c.exam.location_id = @location_id"
        found = self._items.query("c.exam", where, {"kind": _KIND, "location_id": location_id})
        exams = [exam_of(item["exam"]) async for item in found]
        listed = sorted(exams, key=_newest_first)
        return [one for one in listed if older_than is None or _newest_first(one) > _newest_first(older_than)][:limit]

    async def sittings(self, exam_ids: Sequence[ExamId]) -> Sittings:
        """By which any of these exams was sat."""
        where = "(ARRAY_CONTAINS(@ids, c.record.exam_id) OR ARRAY_CONTAINS(@ids, c.sitting.exam_id))"
        found = self._items.query(_SITTING, where, {"ids": list(exam_ids)})
        return call_item.sittings_of([item async for item in found], limit=None)

    async def sittings_of_rep(self, rep_id: RepId, *, limit: int = 1_000) -> Sittings:
        """By which this rep sat any exam that a manager set."""
        sat = "c.record.rep_id = @rep_id AND c.record.exam_id > ''"  # neither null nor missing
        found = self._items.query(_SITTING, f"({sat} OR c.sitting.rep_id = @rep_id)", {"rep_id": rep_id})
        return call_item.sittings_of([item async for item in found], limit)

    async def drop_deleted_sittings(self, *, before: datetime) -> None:
        """Nothing stays of deleted sittings that began before."""
        await self._drop_deleted("c.sitting.started_at < @before", {"before": utc_text(before)})

    async def _drop_deleted(self, where: str, values: Mapping[str, str]) -> None:
        for call_id in [item["id"] async for item in self._items.query("c.id", where, values)]:
            await self._items.change(call_id, call_id, lambda item: (call_item.without_sitting(item or {}), None))


def _newest_first(exam: Exam) -> tuple[float, str]:
    return -exam.set_at.timestamp(), exam.exam_id
