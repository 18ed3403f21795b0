"""Questions in the words of an example."""

import pytest

from sparring.call.mind.heard.examples import asked_like, is_example
from sparring.call.mind.heard.sentences import spoken
from sparring.persona import Persona, load_personas, spoken_words
from sparring.speech_acts import stops
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


@pytest.mark.parametrize("text", ["does he get them down", "He's at home again. Does he get them down?"])
def test_a_whole_question_of_small_words_is_found_where_it_is_put_as_it_stands(text: str) -> None:
    """None of its words says anything by itself, and what its example says before it is not needed."""
    ways = ["His throat is a trouble, you said. Does he get them down?"]
    persona = small_persona(facts=[a_fact("swallows", "care_needs", asked_as=ways)])
    *_, last = spoken(text, stops(text)).sentences
    assert found(persona, last.core) == {"swallows"}
    assert is_example(persona, last.core)
    assert not is_example(persona, "does she get it down")


def test_what_a_question_ends_on_does_not_hide_its_example() -> None:
    """As in "this morning, for example", which asks for nothing else; another end does."""
    persona = small_persona(facts=[a_fact("bath", "care_needs", asked_as=["Who does it for her now?"])])
    assert found(persona, "who does it for her now, this morning for example") == {"bath"}
    assert found(persona, "who does it for her now at the bank") == set()
