"""How a move sounds: the mood behind it and what it takes up."""

import pytest

from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.manner import resting_mood, tone_of
from sparring.call.mind.state import Rapport
from sparring.speech_acts import ActKind
from tests.fakes.personas import small_persona
from tests.fakes.reps import opened, saying


def test_pressure_annoys_whatever_the_buyer_says_to_it() -> None:
    """The mood is that of what has just happened."""
    practice = opened(small_persona(), difficulty="easy")
    assert practice.say("You have to sign today.", ActKind.PRESSURE).mood == "annoyed"


def test_agreeing_sounds_warm() -> None:
    """Wherever the buyer stood before."""
    practice = opened(small_persona(), difficulty="easy")
    move = practice.say("Could we meet on Monday?", ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME)
    assert move.agrees
    assert move.mood == "warm"


@pytest.mark.parametrize(
    ("trust", "patience", "mood"),
    [(80, 100, "warm"), (50, 100, "neutral"), (10, 100, "hesitant"), (80, 5, "annoyed")],
)
def test_at_rest_the_mood_follows_trust_and_patience(trust: int, patience: int, mood: str) -> None:
    """Impatience shows through any trust."""
    practice = opened(small_persona(), difficulty="easy")
    later = changed(practice.state, turn=9)
    assert resting_mood(practice.persona, later, Rapport(trust, patience)) == mood


def test_only_the_first_time_the_rep_gives_a_name_is_it_greeted() -> None:
    """After that the name is known."""
    practice = opened(small_persona(), difficulty="easy")
    named = changed(understood(practice.persona, saying("This is Dana.")), rep_name="Dana")
    assert tone_of(practice.state, named, "neutral").greets
    assert not tone_of(changed(practice.state, rep_name="Dana"), named, "neutral").greets
