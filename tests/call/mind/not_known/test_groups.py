"""What is said to a question that reaches no fact."""

import pytest

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.not_known.groups import not_known
from sparring.call.mind.phrases import PHRASES
from sparring.persona import find_persona
from sparring.speech_acts import Topic


@pytest.mark.parametrize(
    ("text", "topic", "group"),
    [
        ("then it was the paperwork right", None, "closed.guess"),
        ("would it help if somebody were there", None, "closed.idea"),
        ("do you text too", None, "habit"),
        ("do you know them", None, "work.you_do"),
        ("did brenda tell you about us", None, "work.long_ago"),
        ("anything i should bring", None, "visit.bring"),
        ("what's the address again", None, "visit.where"),
        ("who else needs to say yes", Topic.DECISION_MAKER, "who_decides"),
        ("after that they're on their own", None, "declared"),
        ("where did you get those", None, "work.where"),
        ("are you worried", Topic.CONCERN, "work.you_are"),
        ("how are you holding up", Topic.FEELINGS, "feelings"),
        ("how do the families feel about it", Topic.FEELINGS, "work.how"),
        ("what happened with the last one", Topic.WHAT_HAPPENED, "work.happened"),
        ("how is she now the lady you told me about", None, "their_health"),
    ],
)
def test_it_is_the_kind_of_answer_that_was_wanted(text: str, topic: Topic | None, group: str) -> None:
    """A partner asked about a visit does not say that it has not come up."""
    assert not_known(find_persona("discharge_planner"), Question(topic, is_open=False, text=text)) == group
    assert f"unknown.{group}" in PHRASES


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("which one", "closed.fragment"),
        ("how's your own health", "feelings"),
        ("was it a stroke", "closed.others"),
        ("do you smoke", "closed.you"),
    ],
)
def test_a_caller_in_need_is_no_partner(text: str, group: str) -> None:
    """Nobody who asks for help is told off for a guess."""
    assert not_known(find_persona("daughter_discharge"), Question(None, is_open=False, text=text)) == group


@pytest.mark.parametrize(
    ("persona", "question", "group"),
    [
        ("home_health_nurse", "and who's with her after you leave", "work.one_case"),
        ("assisted_living_director", "if one of ours stayed two hours what would change for you", "work.imagined"),
        ("husband_dementia", "how long have you been doing all of it alone", "life.since"),
    ],
)
def test_a_case_an_idea_and_a_length_of_time_have_words_of_their_own(persona: str, question: str, group: str) -> None:
    """Nobody says "it depends who's on" of one patient, or counts what has lasted."""
    assert not_known(find_persona(persona), Question(None, is_open=False, text=question)) == group
