"""A rep's appeals: made against a grade, answered by a coach. Flows in: grade and words. Flows out: an `Appeal`."""

from datetime import datetime

from sparring.appeal import Appeal, AppealAnswer, parse_appeal
from sparring.documents import dump_document
from sparring.errors import AppealRefused
from sparring.scorecard import Coaching, CriterionResult, Scorecard


def appeal(scorecard: Scorecard, criterion: str, why: str, *, at: datetime) -> Appeal:
    """Against one criterion of `scorecard`, the newest grade of its call.

    Raises:
        AppealRefused: the call has no grade, or the grade no such criterion.
        ScoresRejected: the words are too few, too many, or not one line.
    """
    result = next((one for one in scorecard.criteria if one.id == criterion), None)
    if scorecard.status != "graded" or result is None:
        raise AppealRefused("There is no grade on this to see otherwise.")
    made = Appeal.model_construct(
        call_id=scorecard.call_id,
        transcript_digest=scorecard.transcript_digest,
        rubric=scorecard.rubric,
        grader=scorecard.grader,
        criterion=criterion,
        turn=_turn_of(result, scorecard.coaching),
        why=why,
        at=at,
        answer=None,
    )
    return parse_appeal(dump_document(made), source=f"appeal of {scorecard.call_id}")


def stands(open_one: Appeal, reason: str, by: str, *, at: datetime) -> Appeal:
    """Answered: the criterion stands as graded. Raises: ScoresRejected for a reason or a name that cannot be shown."""
    answer = AppealAnswer.model_construct(outcome="stands", reason=reason, by=by, at=at)
    made = open_one.model_copy(update={"answer": answer})
    return parse_appeal(dump_document(made), source=f"answer to an appeal of {open_one.call_id}")


def _turn_of(result: CriterionResult, coaching: Coaching) -> int | None:
    """Where it was said, or where it was due."""
    if result.evidence:
        return result.evidence[0].turn
    return next((one.turn for one in coaching.moments if one.criterion == result.id), None)
