"""The scorecard of a call that could not be graded: a state with a reason, and not one number."""

from datetime import datetime

from sparring.grade.coaching.takeaways import NO_COACHING
from sparring.grade.heading import heading
from sparring.rubric import Rubric
from sparring.scorecard import Delivery, GraderRef, Scorecard
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
    """No criterion has a result, for `reason`, a public sentence; the rest is as in `heading`."""
    head = heading(transcript, rubric, transcript_digest=transcript_digest, graded_at=graded_at, grader=grader)
    return Scorecard(
        **head,
        status="unscored",
        reason=reason,
        totals=None,
        passed=None,
        criteria=(),
        red_lines=(),
        flags=(),
        delivery=_UNMEASURED,
        coaching=NO_COACHING,
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
