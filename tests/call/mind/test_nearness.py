"""How clearly a question points at a fact."""

from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import RepUtterance
from sparring.call.mind.nearness import facts_near
from sparring.persona import find_persona
from sparring.speech_acts import recognise

DAUGHTER = find_persona("daughter_discharge")


def near(question: str) -> list[str]:
    (asked,) = understood(DAUGHTER, RepUtterance(question, recognise(question), 0, 0)).asked
    return [fact.id for _, _, fact in sorted(facts_near(DAUGHTER, asked), key=lambda one: -one[0])]


def test_a_question_points_first_at_the_fact_whose_cues_it_has() -> None:
    """What else has its words or its subject comes behind."""
    assert near("Has he fallen before?")[0] == "two_falls"


def test_a_question_that_shares_no_word_and_no_subject_points_at_nothing() -> None:
    """Whatever the persona knows."""
    assert near("Do you collect stamps?") == []
