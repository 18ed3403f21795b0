"""What a rep asked for, as whoever looks at the buyer's side afterwards sees it."""

import json
from pathlib import Path

import pytest

from sparring.grade.actor.asked_for import asks_for
from sparring.persona import Persona, find_persona, load_personas

WAYS = json.loads((Path(__file__).parents[2] / "golden" / "ways_to_ask.json").read_text())
BY_MEANING = [
    ("burnt_by_no_show", "eleven_hours", "did you call the agency"),
    ("kickback_bait", "weekend_starts", "what's your biggest problem with agencies"),
    ("rehab_social_worker", "four_hour_shifts", "What happens when nobody takes a case?"),
    ("assisted_living_director", "loses_to_nursing", "what is it like when somebody has to go"),
    ("emergency_in_progress", "no_fuss", "why didn't you call somebody sooner"),
    ("price_shopper", "night_walks", "does she get up and roam around after dark"),
    ("price_shopper", "wife_done", "are you the one deciding"),
]
QUIET = ("Hello, this is Dana.", "Mm-hmm.", "Go on.")


@pytest.mark.parametrize(("persona", "fact", "said"), BY_MEANING)
def test_a_question_in_other_words_on_another_topic_asks_for_what_it_means(persona: str, fact: str, said: str) -> None:
    """Buyers told something hidden to each of these."""
    asked = find_persona(persona)
    assert asks_for(asked, asked.facts_by_id[fact], said)


def test_what_has_to_be_told_first_is_asked_for_with_what_comes_after_it() -> None:
    """Whom one spoke to afterwards means nothing before it is said after what."""
    persona = find_persona("care_manager_let_down")
    assert asks_for(persona, persona.facts_by_id["the_no_show"], "who did you talk to afterwards")


def test_every_known_way_to_ask_for_a_hidden_fact_asks_for_it() -> None:
    """Of those that authors and strangers have written down."""
    for name, facts in WAYS.items():
        persona = find_persona(name)
        for fact, ways in facts.items():
            missed = [way for way in ways if not asks_for(persona, persona.facts_by_id[fact], way)]
            assert len(missed) <= 1, (name, fact, missed)


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_who_asks_nothing_has_asked_for_nothing_hidden(persona: Persona) -> None:
    """A name and a nod are no questions."""
    hidden = [fact for fact in persona.facts if fact.visible == "hidden"]
    assert not [fact.id for fact in hidden for said in QUIET if asks_for(persona, fact, said)]


def test_a_question_for_one_thing_does_not_ask_for_all_the_others() -> None:
    """Of what else is hidden at least three in ten stay unasked; who is in doubt says that it was asked."""
    pairs = [
        asks_for(persona, other, fact.question)
        for persona in load_personas()
        for fact in persona.facts
        if fact.visible == "hidden"
        for other in persona.facts
        if other.visible == "hidden" and other is not fact
    ]
    assert sum(pairs) <= 0.7 * len(pairs)
