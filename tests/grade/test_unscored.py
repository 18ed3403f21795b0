"""The scorecard of a call that could not be graded."""

from sparring.documents import dump_document
from sparring.grade.unscored import unscored
from sparring.scorecard import parse_scorecard
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, GRADER, a_rubric, a_transcript


def test_it_is_a_state_with_a_reason_and_no_number() -> None:
    """Neither score nor points nor verdict, and the reason is the grader's sentence."""
    card = unscored(
        a_transcript(),
        a_rubric(),
        reason="The grader gave no usable answer.",
        transcript_digest="0" * 64,
        graded_at=START,
        grader=GRADER,
    )
    assert (card.call_id, card.status, card.reason) == (CALL_ID, "unscored", "The grader gave no usable answer.")
    assert (card.totals, card.passed, card.criteria) == (None, None, ())
    assert parse_scorecard(dump_document(card), source="unscored") == card
