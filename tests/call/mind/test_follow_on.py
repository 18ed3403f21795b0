"""What is answered to a question that only makes sense after what was told."""

from dataclasses import replace

from sparring.call.mind.disclosure import AskedBuyer, fact_of
from sparring.call.mind.follow_on import lacks, part_of_story
from sparring.call.mind.heard.questions import Question
from tests.fakes.personas import a_fact, small_persona
from tests.fakes.reps import opened

_DAY = ["It was on Easter.", "Easter Sunday.", "That Easter, it was.", "On Easter, of all days."]
_AFTER = ["Nobody called.", "There was no call at all.", "Not one call.", "No call came."]
_FACTS = [
    a_fact("the_day", "what_happened", lines=_DAY),
    a_fact("no_call", "concern", lines=_AFTER, needs={"after": ["the_day"]}),
]


def _listener(*told: str) -> AskedBuyer:
    practice = opened(small_persona(facts=_FACTS))
    standing = replace(practice.state.standing, told=told)
    return AskedBuyer(practice.persona, practice.state, standing)


def test_a_day_is_looked_for_in_the_whole_story() -> None:
    """Asked when it was after the end of a story, one says the day that its beginning has."""
    listener = _listener("the_day", "no_call")
    ending = fact_of(listener.persona, "no_call")
    assert part_of_story(listener, Question(None, is_open=False, text="when exactly was it"), ending).id == "the_day"
    assert part_of_story(listener, Question(None, is_open=True, text="why is that"), ending) is ending


def test_what_has_not_been_told_is_no_part_of_the_story() -> None:
    """A day that is still to be earned is not given away by the question after it."""
    listener = _listener("no_call")
    ending = fact_of(listener.persona, "no_call")
    asked = Question(None, is_open=False, text="when exactly was it")
    assert part_of_story(listener, asked, ending) is ending
    assert lacks(ending, asked)
