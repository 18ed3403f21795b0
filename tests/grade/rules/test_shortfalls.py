"""Why points were lost, with the words and the second."""

from sparring.scorecard import CriterionResult
from sparring.transcript import Event, EventKind
from tests.fakes.scripted import Call
from tests.grade.rules.test_criteria import result

PICKED_UP = (Event(kind=EventKind.PICK_UP, at_ms=0),)
LATE = """
    R: It's thirty dollars an hour.
    B: Okay.
    R: What's the best number to reach you, in case we get cut off?
"""


def objected(answer: str, *concerns: str) -> CriterionResult:
    """The report on asking about concerns of a call in which the rep answers each alike."""
    said = "".join(f"\nB: {concern}\nR: {answer}" for concern in concerns)
    return result("asks_before_answering", Call(f"B: Hello.\nR: It's thirty dollars an hour.{said}"))


def test_a_concern_that_was_passed_over_is_named() -> None:
    """A coach sees which words wanted an answer."""
    found = objected("We could come on Monday.", "That's too expensive.")
    assert found.level == "absent"
    assert found.rationale.endswith(" The concern: \u201cThat's too expensive.\u201d")


def test_of_many_concerns_two_are_named() -> None:
    """And how many more there were."""
    found = objected("We could come on Monday.", "That's too expensive.", "I'm not convinced.", "I'd have to ask Tom.")
    assert found.rationale.endswith(
        "The concerns: \u201cThat's too expensive.\u201d, \u201cI'm not convinced.\u201d and 1 more."
    )


def test_what_met_the_highest_level_needs_no_word_more() -> None:
    """Who asked about the concern is told so and no more."""
    assert (
        objected("What makes you say that?", "That's too expensive.").rationale == "Asked what is behind the concern."
    )


def test_what_came_too_late_is_told_with_what_came_first() -> None:
    """Both in the rep's words."""
    late = "\u201cWhat's the best number to reach you, in case we get cut off?\u201d"
    assert result("callback_number", Call(LATE)).rationale.endswith(
        f" {late} came after \u201cIt's thirty dollars an hour.\u201d"
    )


def test_a_recorded_call_tells_the_second() -> None:
    """Where there was a clock; of words handed in nobody knows it."""
    told = result("callback_number", Call(LATE, channel="voice", events=PICKED_UP)).rationale
    assert "\u201cIt's thirty dollars an hour.\u201d at 0:00" in told
    assert "get cut off?\u201d at 0:0" in told


def test_long_words_are_cut_after_a_whole_one() -> None:
    """A sentence without an end is not told whole."""
    found = objected("We could come on Monday.", "That's too expensive " + "and then there is the rest of it " * 8)
    quoted = found.rationale.split("\u201c")[1].rstrip("\u201d")
    assert quoted.endswith(" \u2026")
    assert len(quoted) <= 122
