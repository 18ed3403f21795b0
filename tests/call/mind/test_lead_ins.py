"""The first words of a move and the line that follows them."""

import pytest

from sparring.call.mind.lead_ins import continued, spoken_part
from sparring.persona import find_persona

NAMES = frozenset({"frank"})


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        ("Well,", "He fell.", "Well, he fell."),
        ("Well,", "I know.", "Well, I know."),
        ("Well,", "I'm here.", "Well, I'm here."),
        ("So,", "Frank fell.", "So, Frank fell."),
        ("Um,", "Monday it was.", "Um, Monday it was."),
        ("Um,", "VA papers.", "Um, VA papers."),
        ("Sure.", "He fell.", "Sure. He fell."),
        ("", "He fell.", "He fell."),
        ("But first:", "And who pays?", "But first: who pays?"),
        ("But first:", "Wow, okay. That adds up fast.", "But first: that adds up fast."),
        ("But first:", "Oh. Okay. So it's the wrong line.", "But first: it's the wrong line."),
        ("But first:", "And if it happens again?", "But first: and if it happens again?"),
    ],
)
def test_a_lead_in_flows_into_the_sentence(lead: str, text: str, expected: str) -> None:
    """After a comma or colon the sentence goes on in small letters, names and "I" excepted."""
    assert continued(lead, text, NAMES) == expected


def test_a_name_that_is_a_common_word_gets_no_capital() -> None:
    """The hospital is called Good Samaritan; "good question" is not."""
    assert continued("Well,", "Good question.", frozenset({"good", "samaritan"})) == "Well, good question."


def test_a_number_is_no_name_for_standing_in_one() -> None:
    """The office is off Route Nine, and nine years are nine years."""
    assert "nine" not in find_persona("kickback_bait").proper_nouns
    assert {"route", "ray", "friday"} <= find_persona("kickback_bait").proper_nouns
    assert "mom" in find_persona("price_shopper").proper_nouns


def test_a_sentence_that_begins_with_dont_is_no_don() -> None:
    """A contraction goes on in small letters, whoever is called like its first half."""
    assert continued("Hm, well,", "Don't worry about me.", frozenset()) == "Hm, well, don't worry about me."
    assert continued("Hm, well,", "Columbus. He's far.", find_persona("daughter_discharge").proper_nouns) == (
        "Hm, well, Columbus. He's far."
    )


def test_a_line_said_without_its_and_has_been_said() -> None:
    """It is not said a second time with it."""
    assert spoken_part("And who pays for all that?") in "But first: who pays for all that?"
    assert spoken_part("Okay, sure.") not in "I'm not sure."
