"""Written English becomes words that any engine reads alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.voice.text_normalisation.normalise import normalise, without_phonemes


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "One agency quoted me $28.50 an hour, so why are you at $34?",
            "One agency quoted me twenty-eight dollars and fifty cents an hour, so why are you at thirty-four dollars?",
        ),
        ("She lives on 3rd St. near Dr. Lee.", "She lives on third Street near Doctor Lee."),
        (
            "Her appointment with Dr. Nguyen is on November 12th at 9 a.m.",
            "Her appointment with Doctor Nguyen is on November twelfth at nine A.M.",
        ),
        ("Can someone be here 24/7, or 7-9 p.m.?", "Can someone be here twenty-four seven, or seven to nine P.M?"),
        (
            "Call 555-867-5309, not 9-1-1.",
            "Call five five five, eight six seven, five three zero nine, not nine one one.",
        ),
        ("Medicare Part A pays 80%.", "Medicare Part eh pays eighty percent."),
        ("The VA and an RN help with ADLs.", "The V.A and an R.N help with A.D.L's."),
        ("It's 1420 Maple Ave., apt. 6B.", "It's fourteen twenty Maple Avenue, apartment six B."),
    ],
)
def test_a_sentence_is_read_as_people_say_it(written: str, said: str) -> None:
    """Rules that meet in one sentence do not disturb one another."""
    assert normalise(written) == said


@pytest.mark.parametrize("nothing", ["", "   ", "...", "?!", "\U0001f600", "*", "\u2014"])
def test_nothing_to_say_is_an_empty_string(nothing: str) -> None:
    """Signs without a word are not spoken."""
    assert normalise(nothing) == ""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("*sighs* Well\u2026 I\u2019m fine", "Well... I'm fine"),
        ("(laughs softly) No.", "No."),
        ("[pause] I don't know", "I don't know"),
        ("That's **too** much", "That's too much"),
        ("wait -- what", "wait\u2014what"),
        ("no\nreally\tno", "no really no"),
        ("What?!?", "What?"),
    ],
)
def test_what_language_models_add_is_not_read_aloud(written: str, said: str) -> None:
    """Stage directions, emphasis marks and typographic signs are left out or made plain."""
    assert normalise(written) == said


def test_a_word_given_with_its_phonemes_is_kept() -> None:
    """The numbers around it are still read."""
    assert normalise("Dr. [Nguyen](/w\u02c8\u026an/) at 3") == "Doctor [Nguyen](/w\u02c8\u026an/) at three"
    assert without_phonemes("Dr. [Nguyen](/w\u02c8\u026an/)'s") == "Dr. Nguyen's"


def test_brackets_that_give_no_phonemes_are_removed() -> None:
    """An unfinished or foreign link cannot reach the engine's own syntax."""
    assert "[" not in normalise("see [here](http://x) or [this](/no slash")


@given(st.text(max_size=120))
def test_any_text_is_read_without_digits_and_on_one_line(text: str) -> None:
    """Whatever a model or a person writes, no digit, bracket or control character is left."""
    said = normalise(text)
    assert not re.search(r"[0-9\n\r\t\x00\\]", said)
    assert said == said.strip()


@given(st.from_regex(r"[$#]?[0-9]{1,3}[-/:., ]?[0-9]{0,4}[%kKmsth]{0,2}( a\.m\.| p\.m\.|/hr)?", fullmatch=True))
def test_any_number_is_read(text: str) -> None:
    """Numbers in any shape become words, even those that no rule knows."""
    said = normalise(f"it is {text} today")
    assert said.startswith("it is ")
    assert not re.search(r"\d", said)


@given(st.text(alphabet="abcdefghij ,.?!'", max_size=80))
def test_reading_twice_changes_nothing(text: str) -> None:
    """Plain words come through as they are."""
    assert normalise(normalise(text)) == normalise(text)
