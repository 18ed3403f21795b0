"""What is said to a question that reaches no fact."""

from dataclasses import replace

import pytest

from sparring.call.buyer import begin
from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.not_known.groups import (
    MOST_ASKED_BACK,
    TURN,
    asks_of_the_idea,
    no_answer,
    not_known,
    tries_an_idea,
)
from sparring.call.mind.phrases import PHRASES
from sparring.persona import find_persona
from sparring.speech_acts import Topic

PLANNER, DAUGHTER = find_persona("discharge_planner"), find_persona("daughter_discharge")


def asked(text: str, topic: Topic | None = None) -> Question:
    """A question that reaches nothing."""
    return Question(topic, is_open=False, text=text)


@pytest.mark.parametrize(
    ("text", "topic", "group"),
    [
        ("then it was the paperwork right", None, "closed.guess"),
        ("would it help if somebody were there", None, "closed.idea"),
        ("do you want my cell", None, "closed.want"),
        ("anything i should bring", None, "visit.bring"),
        ("what's the address again", None, "visit.where"),
        ("who worries you when they walk out the door", None, ""),
        ("who in your building arranges the help", None, ""),
        ("how are you holding up", Topic.FEELINGS, "feelings"),
        ("how is she now the lady you told me about", None, "their_health"),
        ("and who's with her at night", None, "work.one_case"),
        ("and what do you tell her", None, ""),
        ("do you know them", None, ""),
        ("where did you get those", None, ""),
        ("after that they're on their own", None, ""),
    ],
)
def test_it_is_the_kind_of_answer_that_was_wanted(text: str, topic: Topic | None, group: str) -> None:
    """A partner asked about a visit does not say that it has not come up; what leaves a doubt has no group."""
    assert not_known(PLANNER, asked(text, topic)) == group
    assert not group or f"unknown.{group}" in PHRASES


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("which one", "closed.fragment"),
        ("how's your own health", "feelings"),
        ("how is she today", "their_health"),
        ("was it a stroke", ""),
        ("do you smoke", ""),
        ("how long have you been doing all of it alone", ""),
    ],
)
def test_a_caller_in_need_is_no_partner(text: str, group: str) -> None:
    """Nobody who asks for help is told off for a guess, nor answers what they did not follow."""
    assert not_known(DAUGHTER, asked(text)) == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("does the buzzer work", "about.closed:the buzzer"),
        ("who does your landscaping", ""),
        ("is it the work on a saturday", "about.closed:the work"),
        ("do you get any couples", "about.closed:couples"),
        ("tell me a little about how folks leave", "ask_back"),
        ("what's wrong with your landscaping", "about.open:my landscaping"),
        ("what gets in the way", "ask_back"),
        ("how tall is he", "ask_back"),
        ("how many steps are there", "how_many"),
        ("how long are the roads closed", "how_long"),
        ("what's her landlord called", "name"),
        ("did he see it coming", ""),
    ],
)
def test_who_cannot_tell_asks_back_or_says_so(text: str, group: str) -> None:
    """With what is asked after in their own words, where it stands out; whom, when, or yes or no one knows, or not."""
    state, _ = begin(DAUGHTER, seed=2, difficulty="easy")
    assert no_answer(DAUGHTER, state, asked(text)) == group


def test_nobody_asks_back_twice_running_or_all_the_time() -> None:
    """Then they turn to what they want to know, and after that they do not know."""
    state, _ = begin(DAUGHTER, seed=2, difficulty="easy")
    question = asked("what gets in the way")
    again = replace(state, last=(Part(PartKind.UNKNOWN, "ask_back"),))
    assert no_answer(DAUGHTER, again, question) == TURN
    assert no_answer(DAUGHTER, replace(again, last=(Part(PartKind.UNKNOWN, TURN),)), question) == ""
    often = replace(state, used={"unknown.ask_back": 1, "unknown.about.open": MOST_ASKED_BACK - 1})
    assert no_answer(DAUGHTER, often, question) == TURN


@pytest.mark.parametrize(
    ("text", "tries"),
    [
        ("would that help you", True),
        ("what would you think of that", True),
        ("what do you think happened to her", False),
    ],
)
def test_what_is_made_of_an_idea_is_no_question_of_how_things_are(text: str, *, tries: bool) -> None:
    """Whatever the idea is about."""
    assert asks_of_the_idea(asked(text)) is tries
    assert tries_an_idea(asked(text)) is tries
