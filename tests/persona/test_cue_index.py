"""Which cues may occur in some words."""

import pytest

from sparring.call.mind.heard.sentences import hits
from sparring.persona import load_personas
from sparring.persona.cue_index import CueIndex, occurs

TOGETHER = 30  # sentences: each alone, seventeen personas would take half a minute


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("does he take a shower", {"shower"}),
        ("who gets there first", {"get there", "first"}),
        ("nothing of the kind", set()),
    ],
)
def test_cues_are_near_that_begin_like_a_word(text: str, near: set[str]) -> None:
    """Several words by the whole first one, with or without an "s"; one word by its first letters."""
    assert CueIndex(("shower", "get there", "get up", "first")).near(text) - {"get up"} == near


def test_no_cue_that_occurs_is_ruled_out() -> None:
    """Over every persona's cues, each said in a sentence; what is in no one of thirty together is in none of them."""
    for persona in load_personas():
        said = [f"well then {cue} today" for cue in persona.cues]
        for first in range(0, len(said), TOGETHER):
            some = said[first : first + TOGETHER]
            occurring = hits(" | ".join(some), persona.cues)
            for one in some:
                assert hits(one, persona.cue_index.near(one)) == hits(one, occurring)


def test_a_very_short_cue_is_a_whole_word() -> None:
    """A "car" is no "care"; a longer one is the beginning of a word."""
    assert occurs("car", " do you have cars ")
    assert not occurs("car", " who takes care of her ")
    assert occurs("medic", " any medicines ")
