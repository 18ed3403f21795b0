"""What the buyer is called, by the form of their answer."""

import pytest

from sparring.grade.heard.admissible import admissible
from sparring.grade.heard.buyer_names import confirmed_name, given_name, is_somebody_of_theirs


@pytest.mark.parametrize(
    ("rep", "buyer", "name"),
    [
        ("Hello, I'm looking for Marguerite, the lead on the floor?", "That's me. What's this about?", "Marguerite"),
        ("good morning is this desmond the clinic coordinator", "yeah that's me", "desmond"),
        ("Hello Brenda, is this still you running admissions?", "Still me.", "Brenda"),
        ("Is this Mrs. Okafor?", "Speaking.", "Okafor"),
        ("is this andre", "this is andre", "andre"),
        ("Hi, is this Denise? It's Alan from Cornerstone.", "Oh, hi. Yes, I think I remember.", "Denise"),
    ],
)
def test_who_is_asked_for_and_owns_to_it_has_that_name(rep: str, buyer: str, name: str) -> None:
    """A yes gives the name that was asked for."""
    assert confirmed_name(buyer, [rep]) == name


@pytest.mark.parametrize(
    ("rep", "buyer"),
    [
        ("Is this the discharge office?", "That's me, I guess."),
        ("Is this Andre?", "He's out today."),
        ("How are you?", "Yes, this is fine."),
        ("Is this Denise's office?", "Yes, one moment."),
        ("Could I speak to Denise?", "Yes, hold on."),
    ],
)
def test_a_yes_to_something_else_gives_no_name(rep: str, buyer: str) -> None:
    """An office, somebody who is out, and a mere yes name nobody."""
    assert confirmed_name(buyer, [rep]) == ""


def test_nobody_owns_to_a_name_before_the_rep_has_spoken() -> None:
    """Without a question there is nothing to confirm."""
    assert confirmed_name("That's me.", []) == ""


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("This is Lou.", "Lou"),
        ("Birch Hill Rehab, Steven Cho.", "Steven Cho"),
        ("Dorothy, dear.", "Dorothy"),
        ("I'm calling about my dad. They're sending him home. Laura. Bennett, with two t's.", "Laura"),
        ("I'm calling about my dad. Poor dear.", ""),
        ("Mrs. Kowalski. Dorothy.", "Dorothy Kowalski"),
        ("Tanner. Greg Tanner.", "Greg Tanner"),
    ],
)
def test_a_name_is_given_by_its_form(said: str, name: str) -> None:
    """An introduction, a desk that answers the phone, an answer to being asked."""
    assert given_name(admissible(said, ()), asked=True, answers_phone=True) == name


def test_an_answer_to_something_else_is_no_name() -> None:
    """A single word is a name only where one was asked for."""
    assert given_name(admissible("Tuesday.", ()), asked=False, answers_phone=False) == ""


@pytest.mark.parametrize(
    ("name", "text", "anothers"),
    [
        ("Kevin", "Well, it's Kevin, my brother. He holds the money.", True),
        ("Ana", "It's Ana our director who signs.", True),
        ("Kevin", "It's Kevin, her brother, I'm calling for her.", False),
        ("Laura", "This is Laura. My brother and I are calling.", False),
    ],
)
def test_a_name_with_my_brother_behind_it_is_the_brothers(name: str, text: str, *, anothers: bool) -> None:
    """Who calls himself her brother gives his own."""
    assert is_somebody_of_theirs(name, text) is anothers


def test_thanks_are_no_name_of_who_gives_one_later() -> None:
    """Asked for a name somebody may say thank you first."""
    told = admissible("Thank you. They never said that. Monica Shaw. All right.", ())
    assert given_name(told, asked=True, answers_phone=False) == "Monica Shaw"
