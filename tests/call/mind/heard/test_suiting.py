"""Whether a fact is the kind of thing that was asked for."""

import pytest

from sparring.call.mind.heard.asked import Asked
from sparring.call.mind.heard.form import Form
from sparring.call.mind.heard.suiting import about_somebody_else, of_another_person, suits, told_in
from sparring.persona import Fact, find_persona

HELPER = find_persona("private_helper")


def asking(text: str) -> Asked:
    """A question about nothing in particular."""
    return Asked(None, is_open=False, text=text)


def fact(persona: str, fact_id: str) -> Fact:
    """A fact of a shipped persona."""
    return find_persona(persona).facts_by_id[fact_id]


def test_a_number_is_wanted_and_not_there() -> None:
    """A "how many clients" is not about what kind of practice it is."""
    assert not suits(fact("elder_law_attorney", "practice"), asking("how many clients"))
    assert suits(fact("home_health_nurse", "twenty_eight"), asking("how many patients do you see"))


def test_how_much_and_how_long_may_be_told_without_a_number() -> None:
    """A "how much help does she need" wants to hear with what."""
    assert suits(fact("elder_law_attorney", "practice"), asking("how much help do they need"))


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("They operated last Tuesday.", Form.WHEN),
        ("It's Kevin, my brother.", Form.WHO),
        ("It's Kevin, my brother.", Form.NAME),
        ("Nobody, really.", Form.WHO),
        ("Twice she was gone.", Form.HOW_MANY),
    ],
)
def test_a_line_has_what_its_question_wants(line: str, form: Form) -> None:
    """A date, a name, a number."""
    assert told_in((line,), form)


def test_a_day_is_no_name() -> None:
    """A "who picks the agency" is not answered with a Wednesday."""
    assert not told_in(("The team meets at ten, on Wednesdays.",), Form.WHO)


def test_a_question_with_a_name_is_about_that_person() -> None:
    """How old the helper is says nothing about the aunt."""
    assert about_somebody_else(HELPER, HELPER.facts_by_id["aunt_ruth"], asking("how old is bea"))
    assert not about_somebody_else(HELPER, HELPER.facts_by_id["aunt_ruth"], asking("how old is ruth"))


def test_what_she_did_is_not_what_the_buyer_does() -> None:
    """A fact told of oneself answers no question about one's mother, nor the other way round."""
    job = fact("long_distance_son", "his_job")
    assert of_another_person(job, asking("what did she do for a living"))
    assert not of_another_person(job, asking("what do you do for a living"))
    assert of_another_person(fact("private_helper", "ruths_day"), asking("do you get up early"))
