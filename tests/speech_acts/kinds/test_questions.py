"""A question act spans the clause that asks and names the topics it is about."""

import pytest

from sparring.speech_acts import ActKind, Topic, recognise

QUESTIONS = {ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION}


def _asked(text: str) -> list[tuple[str, Topic | None]]:
    return [(text[act.start : act.end], act.topic) for act in recognise(text) if act.kind in QUESTIONS]


def test_only_the_asking_clause_is_the_question() -> None:
    """What stands before it in the same breath is not part of it."""
    assert _asked("I'm sorry to hear that, where does she live?") == [("where does she live", Topic.LOCATION)]


def test_a_tag_asks_about_what_stands_before_it() -> None:
    """The statement is what is asked about, so the span begins with it."""
    found = _asked("You plan the discharges, is that right?")
    assert [span for span, _ in found] == ["You plan the discharges, is that right"]


def test_a_question_on_two_topics_gives_one_act_each_on_one_span() -> None:
    """The day of a discharge is a date and a danger; whoever counts questions counts spans."""
    found = _asked("What day does she come home from the hospital?")
    assert {topic for _, topic in found} == {Topic.TIMING, Topic.SAFETY}
    assert len({span for span, _ in found}) == 1


@pytest.mark.parametrize("text", ["How can I help you today?", "What's your name?", "Does Tuesday at two work?"])
def test_what_arranges_the_call_is_about_no_topic(text: str) -> None:
    """Such a question discovers nothing about the buyer."""
    assert {topic for _, topic in _asked(text)} == {Topic.OTHER}


def test_an_invitation_that_leads_to_a_question_is_no_second_one() -> None:
    """Whoever says "tell me" first has still asked once."""
    assert [span for span, _ in _asked("Tell me, what does your week look like?")] == ["what does your week look like"]


def test_what_follows_a_name_and_a_pause_can_ask() -> None:
    """Speaking to somebody by name takes nothing from the question."""
    assert _asked("Dorothy, tell me about your husband.") == [("Dorothy, tell me about your husband", Topic.WHO)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("How often do you want somebody there?", Topic.TIMING),
        ("And who does that with him now?", Topic.OTHER),
        ("Is anyone with your mother during the day?", Topic.SAFETY),
        ("What can I help you with?", Topic.OTHER),
    ],
)
def test_somebody_being_there_is_about_safety_only_where_it_is_asked_for(text: str, topic: Topic) -> None:
    """The same small words stand in questions about hours, about help and in a greeting."""
    assert [found for _, found in _asked(text)] == [topic]


def test_announcing_what_one_calls_about_asks_nothing() -> None:
    """It is the purpose of the call, and no open question."""
    assert _asked("I wanted to ask about the folks who need somebody in the house.") == []


@pytest.mark.parametrize(
    "said", ["How about Thursday?", "How about two o'clock?", "How about I come by?", "How about that!"]
)
def test_a_proposal_asks_about_nothing(said: str) -> None:
    """Who says "how about Thursday" has a day in mind; it is no question about a concern."""
    assert not {ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION} & {act.kind for act in recognise(said)}


def test_how_about_somebody_still_asks() -> None:
    """As in "how about your mother"."""
    assert ActKind.OPEN_QUESTION in {
        act.kind for act in recognise("How about your mother, how does she feel about it?")
    }


def test_a_question_that_its_speaker_answers_at_once_asks_nothing() -> None:
    """It is a way to tell."""
    assert _asked("so who would it be well we send the same two people") == []
    assert _asked("so who would it be") != []
