"""Who can speak."""

import pytest

from sparring.adapters.voice.people import PEOPLE, person


def test_there_are_at_least_three_women_and_three_men() -> None:
    """With ids of their own."""
    genders = [one.gender for one in PEOPLE]
    assert genders.count("female") >= 3
    assert genders.count("male") >= 3
    assert len({one.id for one in PEOPLE}) == len(PEOPLE)


def test_a_person_is_found_by_id() -> None:
    """An unknown id is a KeyError."""
    assert person("ruth").gender == "female"
    with pytest.raises(KeyError):
        person("nobody")
