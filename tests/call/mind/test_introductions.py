"""Nobody is brought in twice."""

import pytest

from sparring.call.mind.introductions import brings_in, of_one_person, of_the_known, without_introduction
from sparring.call.mind.lead_ins import spoken_part

_SAID = "Small cases. A widow who needs four hours."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("A widow, second floor.", "The widow, second floor."),
        ("There's a widow on two.", "The widow on two."),
        ("One, a widow. Two short visits.", "The widow. Two short visits."),
        ("I've got a proud old widow on two.", "The proud old widow on two."),
        ("A lady on three.", "The lady on three."),
        ("A man on three.", "A man on three."),
        ("There's a form for that.", "There's a form for that."),
    ],
)
def test_who_was_spoken_of_is_spoken_of_as_known(line: str, said: str) -> None:
    """A first mention is "a widow", the next one "the widow"."""
    assert of_the_known(line, _SAID) == said


def test_of_ways_to_tell_it_none_brings_in_somebody_else() -> None:
    """The man of another line is somebody else; without anybody known each line may be said."""
    lines = ["There's a widow on two.", "I've got a man going home.", "Two short visits a day."]
    assert of_one_person(lines, _SAID) == [lines[0], lines[2]]
    assert of_one_person(lines, "Good morning.") == lines


def test_a_line_counts_as_said_however_it_was_begun() -> None:
    """It is not told again as new."""
    line = "There's a widow on two, going home Monday."
    assert brings_in(line) == "widow"
    assert without_introduction(line) == "widow on two, going home Monday."
    assert spoken_part(line) in of_the_known(line, _SAID)
