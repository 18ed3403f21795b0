"""Example questions that lead astray."""

from sparring.call.example_check import examples_led_astray
from tests.fakes.personas import a_secret, small_persona


def test_an_example_that_another_fact_takes_is_named_with_that_fact() -> None:
    """Its author meant it for one fact, and a cue of another one stands in it."""
    lamp = a_secret("lamp", "safety", cues=["lamp"], question="Is there a night light in the hall?")
    nights = a_secret("nights", "safety", cues=["up at night"], asked_as=["And the lamp?"])
    (found,) = examples_led_astray(small_persona(facts=[lamp, nights]))
    assert found.startswith("'And the lamp?' of nights is answered with lamp: ")


def test_an_example_in_words_of_its_own_is_not_named() -> None:
    """It reaches its fact by its own words."""
    lamp = a_secret("lamp", "safety", cues=["lamp"], question="Is there a night light in the hall?")
    nights = a_secret("nights", "safety", cues=["up at night"], asked_as=["How often does he wake before dawn?"])
    assert examples_led_astray(small_persona(facts=[lamp, nights])) == ()
