"""Why this level and no other, in a coach's words."""

from sparring.scorecard import CriterionResult
from tests.fakes.scripted import Call
from tests.grade.rules.test_criteria import result
from tests.grade.rules.test_shortfalls import PICKED_UP


def objected(answer: str, *concerns: str) -> CriterionResult:
    """The report on asking about concerns of a call in which the rep answers each alike."""
    said = "".join(f"\nB: {concern}\nR: {answer}" for concern in concerns)
    return result("asks_before_answering", Call(f"B: Hello.\nR: It's thirty dollars an hour.{said}"))


def test_a_concern_that_was_passed_over_is_named() -> None:
    """A coach sees which words wanted an answer."""
    found = objected("We could come on Monday.", "That's too expensive.")
    assert found.level == "absent"
    assert " The concern: \u201cThat's too expensive.\u201d in turn 3." in found.rationale


def test_of_many_concerns_two_are_named() -> None:
    """And how many more there were."""
    found = objected("We could come on Monday.", "That's too expensive.", "I'm not convinced.", "I'd have to ask Tom.")
    named = "\u201cThat's too expensive.\u201d in turn 3, \u201cI'm not convinced.\u201d in turn 5"
    assert f"The concerns: {named} and 1 more." in found.rationale


def test_the_concern_that_was_asked_about_is_named_as_well() -> None:
    """A coach sees what the question was an answer to."""
    found = objected("What makes you say that?", "That's too expensive.")
    assert (
        found.rationale == "Asked what is behind the concern. The concern: \u201cThat's too expensive.\u201d in turn 3."
    )


def test_a_call_that_ended_on_a_concern_says_so() -> None:
    """Nobody looks for an answer that was never given."""
    found = result(
        "asks_before_answering", Call("B: Hello.\nR: It's thirty dollars an hour.\nB: That's too expensive.")
    )
    assert "in turn 3. The call ended there, and you said nothing to it." in found.rationale


def test_what_was_taken_up_is_quoted_in_the_buyers_words() -> None:
    """A coach sees that the day was theirs."""
    script = "B: They're sending him home from the hospital tomorrow.\nR: Oh boy, tomorrow, and no plan."
    told = result("start_and_hours", Call(script)).rationale
    assert "They had said \u201cThey're sending him home from the hospital tomorrow.\u201d in turn 1." in told


def test_of_two_things_the_one_that_is_missing_is_named() -> None:
    """Half of the points says which half."""
    found = result("agency_and_name", Call("R: Willow Lane Home Care, how can I help?\nB: Hello."))
    assert found.level == "partial"
    assert found.rationale.endswith("Heard: the agency in turn 1. Not heard: their own name.")


def test_what_was_heard_is_told_with_its_second() -> None:
    """Where there was a clock."""
    call = Call("R: Willow Lane Home Care, this is Ann.\nB: Hello.", channel="voice", events=PICKED_UP)
    assert result("agency_and_name", call).rationale.endswith("Heard: the agency at 0:00; their own name at 0:01.")


def test_what_is_no_evidence_is_quoted_once() -> None:
    """Of two things that one other sentence says the words stand there only once."""
    call = Call(
        "B: He can't be alone.\nR: Could I come by on Thursday at two to meet him, or Friday at ten?\nB: Thursday."
        "\nR: What's the address, and who will be there?\nB: Elm Street. My brother.\nR: And your phone number?"
    )
    told = result("confirms_details", call).rationale
    assert "the address" in told
    assert told.count("And your phone number?") <= 1


def test_what_was_said_back_is_quoted_in_the_buyers_words() -> None:
    """The quote shows what the rep said, the sentence what they had heard."""
    told = result("reflects_facts", Call("B: He fell in the kitchen.\nR: So he fell in the kitchen.")).rationale
    assert told.endswith(" They had said \u201cHe fell in the kitchen.\u201d in turn 1.")


def test_nothing_is_said_of_parts_where_nothing_was_heard() -> None:
    """The lowest level's own check says it."""
    assert result("agency_and_name", Call("R: Hello.\nB: Hi.")).rationale.count("Heard") == 0
