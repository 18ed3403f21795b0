"""The port `Exams` in memory, held to the same contract as the adapters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sparring.ids import CallId, ExamId
from sparring.ports import DeletedSitting, Exam


@dataclass(kw_only=True)
class MemoryExams:
    """What managers set."""

    exams: dict[ExamId, Exam] = field(default_factory=dict)
    deleted_sittings: dict[CallId, DeletedSitting] = field(default_factory=dict)

    async def put_exam(self, exam: Exam) -> None:
        """See the port."""
        self.exams[exam.exam_id] = exam

    async def get_exam(self, exam_id: ExamId) -> Exam | None:
        """See the port."""
        return self.exams.get(exam_id)

    async def exams_of(
        self, tenant_id: str, location_id: str, *, limit: int = 50, older_than: Exam | None = None
    ) -> Sequence[Exam]:
        """See the port."""
        here = [one for one in self.exams.values() if (one.tenant_id, one.location_id) == (tenant_id, location_id)]
        listed = sorted(here, key=lambda one: (-one.set_at.timestamp(), one.exam_id))
        first = 0 if older_than is None else listed.index(older_than) + 1
        return listed[first:][:limit]

    async def drop_deleted_sittings(self, *, before: datetime) -> None:
        """See the port."""
        kept = {call_id: one for call_id, one in self.deleted_sittings.items() if one.started_at >= before}
        self.deleted_sittings = kept
