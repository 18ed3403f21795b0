"""Questions in the words of an example."""

import pytest

from sparring.call.mind.heard.examples import asked_like, ways_in
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
        "Did he say who he sorts in there for, or is it all just pills?",
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


@pytest.mark.parametrize("persona", PERSONAS, ids=[one.id for one in PERSONAS])
def test_every_shipped_way_to_ask_is_one_as_it_stands(persona: Persona) -> None:
    """Of however many words and sentences it is, and however the recogniser would cut it."""
    ways = [(way, place) for place, fact in enumerate(persona.facts) for way in (fact.question, *fact.asked_as)]
    lost = [way for way, place in ways if not any(place in one.places for one in ways_in(persona, spoken(way, ())))]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("That's a lot. Who lifts him?", ["who lifts him"]),
        ("Kevin, how does he get up to bed?", ["kevin how does he get up to bed"]),
        ("I come in. Then what? And the stairs?", ["i come in then what", "and the stairs"]),
        ("Who lifts him up the stairs?", []),
        ("The stairs.", []),
    ],
)
def test_ways_to_ask_are_found_in_what_is_said(text: str, ways: list[str]) -> None:
    """A name called out belongs to none; in few words each of them counts."""
    asked_as = ["Who lifts him?", "And the stairs?", "How does he get up to bed?", "I come in. Then what?"]
    persona = small_persona(facts=[a_fact("stairs", "safety", asked_as=asked_as)])
    assert [way.words for way in ways_in(persona, spoken(text, ()))] == ways


def test_what_a_question_ends_on_does_not_hide_its_example() -> None:
    """As in "this morning, for example", which asks for nothing else; another end does."""
    persona = small_persona(facts=[a_fact("bath", "care_needs", asked_as=["Who does it for her now?"])])
    assert found(persona, "who does it for her now, this morning for example") == {"bath"}
    assert found(persona, "who does it for her now at the bank") == set()
