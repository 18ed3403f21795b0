"""Exams that managers set, and who sat them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from sparring.ids import ExamId, RepId
from sparring.ports.results import CallGrade, DeletedSitting


@dataclass(frozen=True, slots=True)
class Exam:
    """One buyer, as hard for everybody. `closes_at` has the offset of whoever set it, so that its day is theirs.

    None: it can be sat for ever.
    """

    exam_id: ExamId
    tenant_id: str
    location_id: str
    persona_id: str
    difficulty: Literal["easy", "normal", "hard"]
    set_at: datetime
    closes_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        """Whether nobody may begin it any more; a call that is on goes on."""
        return self.closes_at is not None and now >= self.closes_at

    @property
    def last_day(self) -> date | None:
        """On which it can still be sat: the midnight that ends it belongs to the day before."""
        return None if self.closes_at is None else (self.closes_at - timedelta(microseconds=1)).date()


@dataclass(frozen=True, slots=True)
class Sittings:
    """Calls by which exams were sat, graded or not, and those that their reps deleted; each the oldest first."""

    calls: Sequence[CallGrade]
    deleted: Sequence[DeletedSitting] = ()


class Exams(Protocol):
    """All raise ResultsFailed."""

    async def put_exam(self, exam: Exam) -> None:
        """Create it, or replace what was set under its id."""

    async def get_exam(self, exam_id: ExamId) -> Exam | None:
        """None for one that nobody set."""

    async def exams_of(
        self, tenant_id: str, location_id: str, *, limit: int = 50, older_than: Exam | None = None
    ) -> Sequence[Exam]:
        """What is set at this location, the newest first; of those set before another one, when it is given."""

    async def sittings(self, exam_ids: Sequence[ExamId]) -> Sittings:
        """By which any of these exams was sat."""

    async def sittings_of_rep(self, rep_id: RepId, *, limit: int = 1_000) -> Sittings:
        """By which this rep sat any exam that a manager set. `limit`: of the calls."""
