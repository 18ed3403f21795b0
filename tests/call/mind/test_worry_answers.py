"""Whether what the rep says answers a worry."""

from dataclasses import replace

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.state import Concern
from sparring.persona import find_persona
from tests.fakes.reps import Practice, opened


def _worried() -> Practice:
    """A lawyer who has just said that she would answer for whoever she names."""
    practice = opened(find_persona("elder_law_attorney"), difficulty="easy")
    rapport = replace(practice.state.rapport, concerns=(Concern("liability"),))
    practice.state = replace(practice.state, rapport=rapport, last=(Part(PartKind.OBJECT, "liability"),), turn=2)
    return practice


def test_what_only_takes_a_worry_in_answers_none() -> None:
    """The words of the worry, said back, are no answer to it."""
    practice = _worried()
    practice.speak("I understand, it's your name on it. Has something like that happened to you with an agency?")
    assert PartKind.SETTLE not in practice.kinds


def test_what_the_rep_says_of_their_own_answers_one() -> None:
    """A policy and a signed note are what she would have to hear."""
    practice = _worried()
    practice.speak("We carry two million in liability, and each visit gets a signed note.")
    assert PartKind.SETTLE in practice.kinds
