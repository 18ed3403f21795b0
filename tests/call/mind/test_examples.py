"""Questions in the words of an example."""

import pytest

from sparring.call.mind.examples import asked_like
from sparring.persona import Persona, load_personas, spoken_words
from tests.fakes.personas import a_fact, small_persona

PERSONAS = load_personas()
ITS_OWN = 0.7
"""Of the shipped examples: some facts share a way to ask for them, and some ways are one word long."""


@pytest.fixture
def persona() -> Persona:
    pills = ["Who sorts out his pills for him?", "I was wondering how he manages his medication."]
    stairs = ["And the stairs?", "How does he get up to the bedroom at night?"]
    facts = [a_fact("pills", "care_needs", asked_as=pills), a_fact("stairs", "safety", asked_as=stairs)]
    return small_persona(facts=[*facts, *small_persona().model_dump(mode="json")["facts"]])


def found(persona: Persona, text: str) -> set[str]:
    """Ids of the facts that `text` is an example of."""
    return {persona.facts[place].id for place in asked_like(persona, spoken_words(text))}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Who sorts out his pills for him?", "pills"),
        ("so who sorts his pills out", "pills"),
        ("I wonder how he manages all his medication", "pills"),
        ("How would he get up to the bedroom at night?", "stairs"),
    ],
)
def test_the_same_words_ask_for_the_same_fact(persona: Persona, text: str, fact: str) -> None:
    """Small words, their order and who the case is about may differ."""
    assert found(persona, text) == {fact}


@pytest.mark.parametrize(
    "text",
    [
        "When did the stairs break?",
        "Does he take his pills with milk or water?",
        "Who painted the bedroom?",
        "Why?",
        "",
    ],
)
def test_a_shared_word_is_not_enough(persona: Persona, text: str) -> None:
    """A question about something else has words of its own."""
    assert found(persona, text) == set()


@pytest.mark.parametrize("persona", PERSONAS, ids=[one.id for one in PERSONAS])
def test_shipped_examples_find_their_own_fact(persona: Persona) -> None:
    """A persona's own ways to ask, word for word."""
    ways = [(way, fact.id) for fact in persona.facts for way in (fact.question, *fact.asked_as)]
    own = [fact in found(persona, way) for way, fact in ways]
    assert sum(own) >= ITS_OWN * len(own)
