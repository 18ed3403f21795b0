"""Several questions in one breath."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import PartKind
from sparring.persona import find_persona
from tests.fakes.personas import a_fact, small_persona
from tests.fakes.reps import Practice, opened

_MEALS = a_fact("meals", "care_needs", cues=["meals", "cook"])
_WHEN = (" in May", " last May", " this May", " back in May")
_NIGHTS = a_fact("nights", "timing", cues=["at night", "after dark"])


def _told(practice: Practice) -> list[str]:
    return [part.ref for part in practice.state.last if part.kind is PartKind.TELL]


def test_two_things_that_are_asked_for_are_both_told() -> None:
    """Each names what it wants."""
    practice = opened(small_persona(facts=[_MEALS, _NIGHTS]), difficulty="easy")
    practice.speak("Does she cook for herself? And who is there at night?")
    assert _told(practice) == ["meals", "nights"]


@pytest.mark.parametrize(
    ("persona", "said", "told"),
    [
        ("price_shopper", "What does twenty-nine include, did they say?", ["what_included"]),
        ("daughter_discharge", "What are you worried about most, when he gets home?", ["fear_home"]),
        ("burnt_by_no_show", "What days and hours do you need somebody?", ["weekdays_eight"]),
    ],
)
def test_what_belongs_to_a_question_gets_no_answer_of_its_own(persona: str, said: str, told: list[str]) -> None:
    """A tag, a clause, or the other half of a choice is like something in any persona."""
    practice = opened(find_persona(persona), difficulty="easy")
    practice.speak(said)
    assert _told(practice) == told


@pytest.mark.parametrize(
    ("persona", "said", "told"),
    [
        ("price_shopper", "And what happens then? Does she get up at night?", "night_walks"),
        ("care_manager_let_down", "What did we do after that, did anybody ever call you?", "no_call_back"),
    ],
)
def test_the_question_at_the_end_counts_most(persona: str, said: str, told: str) -> None:
    """What only leads up to it gets no answer of its own."""
    practice = opened(find_persona(persona), difficulty="easy")
    rapport = replace(practice.state.rapport, trust=90, empathy=1, told=("the_no_show",) * (told == "no_call_back"))
    practice.state = replace(practice.state, rapport=rapport)
    practice.speak(said)
    assert _told(practice) == [told]


def test_what_is_said_back_leaves_the_question_behind_it_its_answer() -> None:
    """Half a sentence with a full stop asks nothing beside a question mark."""
    practice = opened("discharge_planner", difficulty="easy")
    practice.speak("Who ends up getting that call when it goes wrong at home?")
    practice.speak("And after five, nobody. What does that do to the family?")
    assert [part.ref for part in practice.state.last] == ["after.taken"]


def test_a_thing_that_is_named_again_leaves_the_question_behind_it_its_answer() -> None:
    """A bell on the door has no verb, and was told."""
    bell = a_fact("bell", "safety", cues=["bell"], lines=[f"I put a bell on the door{one}." for one in _WHEN])
    practice = opened(small_persona(facts=[bell, _NIGHTS]), difficulty="easy")
    practice.speak("Is there a bell?")
    practice.speak("A bell on the door? And who is there at night?")
    assert _told(practice) == ["nights"]


def test_who_would_come_is_answered_by_what_was_told_of_that() -> None:
    """Without a word of its own it asks for nobody else; at once with it the other of two questions is answered."""
    practice = opened("private_helper", difficulty="easy")
    practice.speak("What would happen if Bea got sick one morning, who would come?")
    assert _told(practice) == ["bea_sick"]
