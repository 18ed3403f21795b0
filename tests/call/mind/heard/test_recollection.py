"""What the rep has said of themselves, said back."""

from dataclasses import replace

import pytest

from sparring.call.buyer import begin
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.recollection import THAT, recollected
from sparring.call.mind.state import BuyerState
from sparring.persona import find_persona


def after_a_talk() -> BuyerState:
    """A rep has introduced herself, given a number, a price and two times, and named a colleague."""
    state, _ = begin(find_persona("daughter_discharge"), seed=1, difficulty="normal")
    return replace(
        state,
        rep_said=("this is jenny my cell is 555 0123", "dana from our team will come by"),
        rep_name="Jenny",
        amounts=("34 an hour",),
        rapport=replace(state.rapport, times=("Tuesday at 10", "Friday at 2")),
    )


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("what did i say my number was", "five five five, zero one two three"),
        ("do you remember my name", "Jenny"),
        ("how much did i say it costs", "34 an hour"),
        ("which day did we say", "Tuesday at 10 or Friday at 2"),
        ("who did i say would come", "Dana"),
        ("what's your dad's name", None),
        ("which day works", None),
        ("whats dana's number did you get it", "five five five, zero one two three"),
        ("what did i just say", None),
    ],
)
def test_what_the_rep_volunteered_is_remembered(text: str, thing: str | None) -> None:
    """A number, a name, a price, a day; whatever else is asked is no matter of memory."""
    assert recollected(after_a_talk(), Question(None, is_open=False, text=text)) == thing


def test_the_day_agreed_on_is_the_day() -> None:
    """Once there is an appointment, the other day is none."""
    state = after_a_talk()
    agreed = replace(state, rapport=replace(state.rapport, agreed=True))
    assert recollected(agreed, Question(None, is_open=False, text="what day did we say again")) == "Tuesday at 10"


def test_what_was_never_said_is_not_remembered() -> None:
    """Nothing to say back is not the same as no such question."""
    state, _ = begin(find_persona("daughter_discharge"), seed=1, difficulty="normal")
    assert recollected(state, Question(None, is_open=False, text="what did i say my number was")) == ""


def test_sleep_that_one_got_is_nothing_that_was_said() -> None:
    """Only "did you get that" asks whether something was taken in."""
    state = after_a_talk()
    words = "how much sleep did you get last night"
    assert recollected(state, Question(None, is_open=False, text=words)) is None


@pytest.mark.parametrize(
    ("said", "text", "thing"),
    [
        ("i bring no gifts and no lunches ray", "do you remember what i said we don't do", "no gifts, no lunches"),
        (
            "we never pay for names and i mean it",
            "do you recall what i told you we never do",
            "you never pay for names",
        ),
        ("we never pay for names and i won't ask you", "what did i say i don't do", "you never pay for names"),
        ("that's no problem at all", "what did i say i don't do", ""),
        ("we never pay for names", "remember", THAT),
    ],
)
def test_what_the_rep_has_ruled_out_is_remembered(said: str, text: str, thing: str) -> None:
    """In the words in which it was ruled out; "remember?" alone wants no more than a yes."""
    state = replace(after_a_talk(), rep_said=(said, "what goes wrong on weekends"))
    assert recollected(state, Question(None, is_open=False, text=text)) == thing
