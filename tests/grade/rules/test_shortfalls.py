"""Why points were lost, with the words and the second."""

from sparring.transcript import Event, EventKind
from tests.fakes.scripted import Call
from tests.grade.rules.test_criteria import result

PICKED_UP = (Event(kind=EventKind.PICK_UP, at_ms=0),)
LATE = """
    R: It's thirty dollars an hour.
    B: Okay.
    R: What's the best number to reach you, in case we get cut off?
"""


def test_what_came_too_late_is_told_with_what_came_first() -> None:
    """Both in the rep's words."""
    late = "\u201cWhat's the best number to reach you, in case we get cut off?\u201d"
    assert result("callback_number", Call(LATE)).rationale.endswith(
        f" {late} in turn 3 came after \u201cIt's thirty dollars an hour.\u201d in turn 1."
    )


def test_of_several_that_came_too_late_the_one_shown_as_evidence_is_told() -> None:
    """The sentence and the quote beneath it speak of the same words."""
    found = result(
        "names_the_feeling",
        Call(
            "R: It's thirty dollars an hour.\nB: I see.\nR: Sorry, you're right.\nB: She fell.\nR: That sounds scary."
        ),
    )
    assert found.level == "partial"
    assert f"\u201c{found.evidence[0].quote}\u201d in turn 3 came after" in found.rationale


def test_what_it_was_to_come_before_is_not_told_as_late() -> None:
    """A proof from last spring says nothing of the site, early or late."""
    call = Call(
        "B: Hello.\nR: We do home care.\nB: Yes?\nR: I met a lady at your open house last spring, we helped her home.",
        side="outside",
    )
    assert "came after" not in result("something_specific", call).rationale


def test_what_came_too_early_is_told_with_what_it_was_to_follow() -> None:
    """Thanks before there was anything to thank for close no call."""
    call = Call("B: Hello.\nR: Thank you.\nB: Yes?\nR: How do your discharges go on a Friday?", side="outside")
    told = result("thanks_and_one_action", call).rationale
    assert told.endswith("came before \u201cHow do your discharges go on a Friday?\u201d in turn 4.")


def test_a_recorded_call_tells_the_second() -> None:
    """Where there was a clock; of words handed in only their turn is known."""
    told = result("callback_number", Call(LATE, channel="voice", events=PICKED_UP)).rationale
    assert "\u201cIt's thirty dollars an hour.\u201d at 0:00" in told
    assert "get cut off?\u201d at 0:0" in told
