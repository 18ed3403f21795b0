"""The port `Exams` in memory, held to the same contract as the adapters."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sparring.ids import ExamId
from sparring.ports import Exam


@dataclass(kw_only=True)
class MemoryExams:
    """What managers set."""

    exams: dict[ExamId, Exam] = field(default_factory=dict)

    async def put_exam(self, exam: Exam) -> None:
        """See the port."""
        self.exams[exam.exam_id] = exam

    async def get_exam(self, exam_id: ExamId) -> Exam | None:
        """See the port."""
        return self.exams.get(exam_id)

    async def exams_of(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[Exam]:
        """See the port."""
        here = [one for one in self.exams.values() if (one.tenant_id, one.location_id) == (tenant_id, location_id)]
        return sorted(here, key=lambda one: (-one.set_at.timestamp(), one.exam_id))[:limit]
