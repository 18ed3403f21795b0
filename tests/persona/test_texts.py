"""What a text of a persona file may be."""

import pytest

from sparring.errors import PersonaRejected
from tests.fakes.personas import parsed, raw_persona


def test_three_ways_to_say_a_thing_are_too_few() -> None:
    """Each line group has at least four lines."""
    raw = raw_persona()
    raw["facts"][0]["lines"] = raw["facts"][0]["lines"][:3]
    with pytest.raises(PersonaRejected) as caught:
        parsed(raw)
    assert caught.value.field == "facts.0.lines"


def test_a_cue_is_small_words_alone() -> None:
    """It is looked for in what a recogniser heard."""
    raw = raw_persona()
    raw["facts"][0]["cues"] = ["His Name?"]
    with pytest.raises(PersonaRejected) as caught:
        parsed(raw)
    assert caught.value.field == "facts.0.cues.0"
