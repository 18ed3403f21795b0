"""What came near and did not count, in the rep's own words."""

from sparring.transcript import EventKind
from tests.fakes.scripted import Call
from tests.grade.rules.test_criteria import result
from tests.grade.rules.test_shortfalls import PICKED_UP


def test_words_that_came_near_are_quoted_with_why_they_do_not_count() -> None:
    """A number that is given is none that was asked for."""
    told = result("callback_number", Call("B: Hello.\nR: You can call me back at 555 0100 any time.")).rationale
    assert told.endswith(
        " You said \u201cYou can call me back at 555 0100 any time.\u201d in turn 2, which does not count: "
        "it gives your number and asks for none."
    )


def test_a_recorded_call_tells_when_it_was_said() -> None:
    """The second by which a coach finds it in the recording."""
    call = Call("B: Hello.\nR: You can call me back at 555 0100.", channel="voice", events=PICKED_UP)
    assert call.events[0].kind is EventKind.PICK_UP
    assert "\u201d at 0:00, which does not count" in result("callback_number", call).rationale


def test_above_the_lowest_level_it_earns_no_more() -> None:
    """What was quoted as evidence is not told again as a near miss."""
    script = "B: Yes?\nR: What happens here when somebody is discharged on a Friday?\nB: A mess.\nR: How are you today?"
    found = result("open_questions", Call(script, side="outside"))
    assert found.level == "partial"
    assert (
        "You said \u201cHow are you today?\u201d in turn 4, which does not earn more: it is small talk."
        in found.rationale
    )
    assert found.rationale.count("discharged on a Friday") == 0


def test_what_the_other_side_said_is_told_as_theirs() -> None:
    """Times that the caller names are not offered by the rep."""
    script = "B: Hello.\nR: I could come by for a visit.\nB: How about Thursday at two, could you come then?"
    told = result("proposes_two_times", Call(script)).rationale
    assert "They said \u201cHow about Thursday at two, could you come then?\u201d in turn 3" in told
    assert told.endswith("the times were for you to offer.")


def test_what_came_too_late_is_told_instead() -> None:
    """One reason is enough, and the order is the nearer one."""
    script = "R: It's thirty dollars an hour.\nB: Okay.\nR: What's your number? Or call me back at 555 0100."
    told = result("callback_number", Call(script)).rationale
    assert "came after" in told
    assert "does not" not in told


def test_of_what_is_to_follow_something_the_last_is_told() -> None:
    """There the call went on from: an offer of a visit that another one followed is not what ended it."""
    script = "B: Hello.\nR: Could I come by on Tuesday?\nB: No.\nR: Could I come by on Friday then?\nB: I'll see."
    assert "come by on Friday then?" in result("sums_up", Call(script)).rationale


def test_words_heard_with_low_confidence_are_no_near_miss() -> None:
    """Nobody is told that they said what may have been something else."""
    script = "B: Hello.\nR: You can call me back at 555 0100 any time.\nB: Yes.\nR: Good, and how is she?"
    call = Call(script, channel="voice", events=PICKED_UP, confidence={1: 0.2})
    assert "555" not in result("callback_number", call).rationale


def test_nothing_is_added_where_nothing_came_near_or_nothing_is_missing() -> None:
    """The level's own check says it all."""
    assert result("callback_number", Call("B: Hello.\nR: Good morning.")).rationale == "No number was asked for."
    whole = result("callback_number", Call("B: Hello.\nR: What's the best number to reach you?"))
    assert "does not" not in whole.rationale
