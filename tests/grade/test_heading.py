"""The head of a scorecard."""

from sparring.grade.heading import heading
from sparring.scorecard import GraderRef
from tests.fakes.scripted import AT, Call


def test_a_heading_says_whose_call_was_graded_by_what_and_whom() -> None:
    """Ids come from the call, the rubric is the one it was graded by and not the one the call names."""
    call = Call("R: Hello.")
    other = Call("", side="outside").rubric
    found = heading(
        call.transcript(), other, transcript_digest="a" * 64, graded_at=AT, grader=GraderRef(name="rules", version="9")
    )
    assert (found["call_id"], found["rep_id"]) == (call.transcript().call_id, call.transcript().rep_id)
    assert (found["rubric"], found["transcript_digest"], found["graded_at"]) == (other.ref, "a" * 64, AT)
    assert found["grader"].version == "9"
