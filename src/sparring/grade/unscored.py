"""The scorecard of a call that could not be graded: a state with a reason, and not one number."""

from datetime import datetime

from sparring.rubric import Rubric
from sparring.scorecard import Coaching, CriterionResult, Delivery, GraderRef, Scorecard
from sparring.transcript import Transcript


def unscored(
    transcript: Transcript,
    rubric: Rubric,
    *,
    reason: str,
    transcript_digest: str,
    graded_at: datetime,
    grader: GraderRef,
) -> Scorecard:
    """Every criterion unscored for `reason`, a public sentence."""
    return Scorecard(
        call_id=transcript.call_id,
        tenant_id=transcript.tenant_id,
        location_id=transcript.location_id,
        rep_id=transcript.rep_id,
        persona=transcript.persona,
        rubric=transcript.rubric,
        grader=grader,
        transcript_digest=transcript_digest,
        graded_at=graded_at,
        status="unscored",
        reason=reason,
        totals=None,
        passed=None,
        criteria=_criteria(rubric, reason),
        red_lines=(),
        flags=(),
        delivery=_UNMEASURED,
        coaching=Coaching(strengths=(), fix_first=None, next_up=(), try_persona=None),
    )


_UNMEASURED = Delivery(
    talk_share=None,
    longest_monologue_s=None,
    pace_wpm=None,
    questions=0,
    open_questions=0,
    fillers_per_100_words=None,
    patience_ms=None,
    interruptions=0,
)


def _criteria(rubric: Rubric, reason: str) -> tuple[CriterionResult, ...]:
    return tuple(
        CriterionResult(
            id=criterion.id,
            category=category.id,
            title=criterion.title,
            status="unscored",
            level=None,
            points=None,
            max_points=criterion.points,
            evidence=(),
            rationale="Not graded.",
            withheld=reason,
        )
        for category, criterion in rubric.criteria()
    )
