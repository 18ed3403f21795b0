"""What is hidden and asked about all the same."""

import pytest

from sparring.call.mind.decision import PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, reached
from sparring.call.mind.facts.kept_back import asked_for_themselves, kept_back
from sparring.call.mind.heard.questions import Question
from tests.fakes.reps import practise


def listening(persona_id: str) -> AskedBuyer:
    """A buyer who trusts nobody yet."""
    practice = practise(persona_id)
    return AskedBuyer(practice.persona, practice.state, practice.state.rapport)


@pytest.mark.parametrize(
    ("text", "itself"),
    [("what was her line of work", False), ("has she ever left the house by herself", True)],
)
def test_a_word_that_a_secret_happens_to_share_does_not_ask_for_it(text: str, *, itself: bool) -> None:
    """What she worked as is not about whether she has walked out."""
    listener, asked = listening("husband_dementia"), Question(None, is_open=True, text=text)
    kept = asked_for_themselves(listener, asked, reached(listener, asked))
    assert ("got_out" in [one.fact.id for one in kept]) is itself


def test_what_comes_after_a_secret_is_dodged_with_it_but_for_a_date_or_a_number() -> None:
    """Nobody is coy about the day of what is not even spoken of."""
    listener = listening("discharge_planner")
    of_what = Question(None, is_open=False, text="did something happen to one of them")
    hidden = kept_back(listener, of_what, [])
    assert hidden is not None
    assert hidden.id == "friday_four"
    when = Question(None, is_open=False, text="when was the last one")
    assert kept_back(listener, when, []) is None


def test_a_harmless_question_to_a_partner_is_not_dodged() -> None:
    """That it is a little like a secret is no reason to be coy."""
    practice = practise("kickback_bait")
    practice.speak("Hi Ray, Dana Price here from Willow Lane Home Care.")
    practice.speak("So you're the guy everybody wants to know, huh?")
    assert PartKind.GUARD not in practice.kinds
