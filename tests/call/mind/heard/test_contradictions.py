"""What the rep says back and has wrong, and what cannot be told to be."""

import pytest

from sparring.call.mind.heard.contradictions import contradicted, lines_against
from sparring.persona import find_persona


@pytest.mark.parametrize(
    ("persona", "told", "words"),
    [
        ("price_shopper", "mother_joyce", "she's eighty and lives with you"),
        ("price_shopper", "mother_joyce", "it's for your father"),
        ("price_shopper", "next_door", "she lives with you"),
        ("price_shopper", "twenty_hours", "you want forty hours a week"),
        ("price_shopper", "two_quotes", "the quotes were twenty five and thirty"),
        ("price_shopper", "start_soon", "you'd like to start in two months"),
        ("price_shopper", "no_falls", "she fell last week"),
        ("price_shopper", "driving", "she still drives herself to the doctor"),
        ("daughter_discharge", "discharge_noon", "he is discharged tomorrow at five"),
        ("daughter_discharge", "kevin_lives", "kevin lives in dayton"),
        ("daughter_discharge", "brother_money", "your son kevin pays the bills"),
        ("daughter_discharge", "therapy", "therapy comes three times a week"),
        ("daughter_discharge", "lives_alone", "he's got somebody with him at night"),
        ("discharge_planner", "huddle", "the huddle is on thursdays"),
    ],
)
def test_another_number_day_place_or_person_and_a_yes_for_a_no_are_wrong(persona: str, told: str, words: str) -> None:
    """As far as the words alone can tell it."""
    assert contradicted(find_persona(persona), (told,), words, last=told) == told


@pytest.mark.parametrize(
    ("persona", "told", "words"),
    [
        ("price_shopper", "mother_joyce", "she's about eighty"),
        ("price_shopper", "mother_joyce", "she's seventy nine"),
        ("price_shopper", "next_door", "she lives three doors down"),
        ("price_shopper", "twenty_hours", "you want about twenty hours a week"),
        ("daughter_discharge", "bathing", "he needs help in the shower"),
        ("daughter_discharge", "meals", "he has lived on toast and soup"),
        ("daughter_discharge", "memory", "his memory is bad"),
        ("discharge_planner", "friday_four", "you work on saturdays"),
        ("veterans_wife", "since_the_stroke", "his arm doesn't do much"),
        ("veterans_wife", "the_stroke", "his left arm doesn't work"),
    ],
)
def test_what_is_as_it_was_told_or_cannot_be_judged_is_not_wrong(persona: str, told: str, words: str) -> None:
    """Nobody says "no" to a rounder number, to other words for the same, or to what they have not spoken of."""
    assert not contradicted(find_persona(persona), (told,), words)


def test_what_another_fact_bears_out_is_not_wrong() -> None:
    """Two numbers of one kind: whichever was told is right."""
    persona = find_persona("discharge_planner")
    told = ("the_list", "the_others")
    assert not contradicted(persona, told, "families get a list and three agencies get most calls")
    assert contradicted(persona, told, "families get a list of five agencies") == "the_list"


def test_the_fact_nearest_to_what_is_said_is_the_one_that_counts() -> None:
    """One that happens to share a day does not make a thing wrong which a nearer one leaves open."""
    persona = find_persona("daughter_discharge")
    told = ("therapy", "lives_alone", "father_frank")
    assert contradicted(persona, told, "your mom fell and he lives with your brother", last="therapy") == "lives_alone"


def test_the_lines_that_say_it_by_themselves_are_told_apart() -> None:
    """After "forty hours" the line that has twenty in it is the one to say."""
    persona = find_persona("price_shopper")
    hours = persona.facts_by_id["twenty_hours"]
    against = lines_against(persona, hours, "you want forty hours a week")
    assert against
    assert all("twenty" in line.lower() for line in against)


def test_two_parts_of_a_day_named_together_speak_against_neither() -> None:
    """What is said of mornings and evenings takes nothing back of either."""
    persona, told = find_persona("burnt_by_no_show"), ["glorias_day"]
    assert contradicted(persona, told, "so mornings and evenings are what matter") == ""


def test_how_far_it_is_speaks_against_no_time_that_was_told() -> None:
    """Four hours away is another thing than two weeks ago."""
    words = "you're four hours away"
    assert not contradicted(find_persona("long_distance_son"), ("when_there",), words, last="when_there")
