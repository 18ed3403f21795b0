"""Sounds that only held the floor are gone from text, with the commas that set them off, and every place is known."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.text import fillers
from sparring.speech_acts.text.fillers import unheld


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Um, it's Jocelyn.", "it's Jocelyn."),
        ("this is um, uh Yvette.", "this is Yvette."),
        ("Well, um, I think so", "Well, I think so"),
        ("thank um you", "thank you"),
        ("48 Paulina uh Street, yes er he'll be there.", "48 Paulina Street, yes he'll be there."),
        ("No. Um, yes.", "No. yes."),
        ("yes, um", "yes"),
        ("um", ""),
        ("uh-huh, mm-hmm, her umbrella", "uh-huh, mm-hmm, her umbrella"),
    ],
)
def test_a_sound_is_gone_with_its_commas(said: str, meant: str) -> None:
    """Of two commas one is left; what means yes, and words that only begin so, stay."""
    assert unheld(said).text == meant


def test_what_is_found_in_it_points_at_what_was_said() -> None:
    """A span of the shorter text is a span of the longer one."""
    said = "she lives in um Cedar uh Falls now"
    found = unheld(said)
    start = found.text.index("Cedar")
    low, high = found.span(start, start + len("Cedar Falls"))
    assert said[low:high] == "Cedar uh Falls"


@given(st.text(alphabet="um hereh,.?A'-", max_size=40))
def test_every_character_has_a_place_in_what_was_said(said: str) -> None:
    """In order, one for each and one for the end; and a second time nothing more is taken."""
    found = unheld(said)
    assert len(found.origins) == len(found.text) + 1
    assert list(found.origins) == sorted(found.origins)
    assert found.origins[-1] == len(said)


def test_the_quick_spelling_of_the_sounds_finds_the_same() -> None:
    """In every string of up to four of the letters and marks that matter."""
    spelt = re.compile(f"{fillers._ALONE_BEFORE}{fillers._SOUND}{fillers._ALONE_AFTER}", re.IGNORECASE)
    said = ["".join(one) for length in range(5) for one in product("uUmhera -'", repeat=length)]
    assert any(map(spelt.search, said))
    assert [one for one in said if _place(spelt, one) != _place(fillers._SOUNDS, one)] == []


def _place(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    found = pattern.search(text)
    return found.span() if found else None
