"""A call as the sitting of an exam: whether it may be begun as one, and what stays of one that its rep deletes.

Flows in: what a rep asks for, the exam as a manager set it. Flows out: the exam, a refusal, or the mark of a sitting.
"""

from datetime import datetime
from typing import Final

from sparring.call.diary.entries import CallOpened
from sparring.errors import ExamClosed, NotYours
from sparring.ids import ExamId
from sparring.persona import Difficulty
from sparring.ports import DeletedSitting, Exam
from sparring.web.services import Services

NO_EXAM: Final = "There is no such exam here. Ask whoever sent you the link for a new one."


async def exam_here(wired: Services, exam_id: ExamId) -> Exam:
    """What a manager set for this location. Raises: NotYours."""
    exam = await wired.results.get_exam(exam_id)
    if exam is None or (exam.tenant_id, exam.location_id) != (wired.tenant, wired.location):
        raise NotYours(NO_EXAM)
    return exam


async def refuse_unless_asked_for(wired: Services, exam_id: ExamId, persona_id: str, difficulty: Difficulty) -> None:
    """Raises: NotYours for another buyer than the exam's, ExamClosed after its last day."""
    exam = await exam_here(wired, exam_id)
    if (exam.persona_id, exam.difficulty) != (persona_id, difficulty):
        raise NotYours(NO_EXAM)
    if exam.last_day is not None and exam.is_over(wired.clock.now()):
        day = f"{exam.last_day.day} {exam.last_day:%B %Y}"
        raise ExamClosed(f"The last day of this exam was {day}. Ask your manager for a later day or for another exam.")


def left_of_unfinished(call: CallOpened, *, deleted_at: datetime) -> DeletedSitting | None:
    """Whoever saw it go wrong and takes it back before it is graded has sat it, too."""
    exam = call.attempt.exam
    return DeletedSitting(call.call_id, exam, call.rep_id, call.started_at, deleted_at) if exam else None
