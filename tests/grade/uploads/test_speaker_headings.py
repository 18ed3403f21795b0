"""Names and times above what was said, as meeting programs write it."""

import pytest

from sparring.errors import TranscriptRejected
from sparring.grade.uploads.parsing import read_written
from sparring.grade.uploads.speaker_headings import is_direction

TEAMS = """Meeting with Laura-20260303_100200-Meeting Recording
March 3, 2026, 3:02PM
12m 4s

Dana Whitfield   0:03
Good morning, this is Dana.
One thing first: how is she?

Laura Bennett   0:08
[sighs]
She fell.

Laura Bennett   0:11
On Tuesday.
Dana Whitfield   0:15
"""


def said(text: str) -> list[tuple[str, str, int]]:
    call = read_written(text.encode(), source="call.txt")
    return [(line.speaker, line.text, line.start_ms) for line in call.lines]


def test_what_stands_below_a_name_is_that_speaker_s() -> None:
    """Over several lines and headings; title, date, length and stage directions are nobody's words."""
    assert said(TEAMS) == [
        ("Dana Whitfield", "Good morning, this is Dana. One thing first: how is she?", 3_000),
        ("Laura Bennett", "She fell. On Tuesday.", 8_000),
    ]


@pytest.mark.parametrize(
    ("heading", "speaker", "start_ms"),
    [
        ("Ann Smith 1:05", "Ann Smith", 65_000),
        ("Ann Smith\t00:01:05", "Ann Smith", 65_000),
        ("[Ann Smith] 00:01:05", "Ann Smith", 65_000),
        ("**Ann Smith** (1:05)", "Ann Smith", 65_000),
        ("Speaker 1 [00:01:05.250]", "Speaker 1", 65_000),
        ("Ann Smith 10:02:03", "Ann Smith", 0),  # the clock on the wall
    ],
)
def test_a_heading_is_a_name_and_a_time(heading: str, speaker: str, start_ms: int) -> None:
    """However the program sets them."""
    assert said(f"{heading}\nHello.\n") == [(speaker, "Hello.", start_ms)]


def test_a_line_that_only_looks_like_a_heading_makes_none_of_the_rest() -> None:
    """In a call of labelled lines it is refused with its place, and nothing is left out."""
    with pytest.raises(TranscriptRejected, match="line 3: does not begin"):
        said("Rep: Hello.\nBuyer: Hi.\nRecording ended 12:30\n")


def test_a_very_long_speech_is_several_turns() -> None:
    """As many as it takes, so that a speech is not refused for its length."""
    found = said("".join(f"Ann 0:{second:02}\n{'word ' * 200}\n" for second in range(20)))
    assert len(found) > 1
    assert {speaker for speaker, _, _ in found} == {"Ann"}
    assert all(len(text) < 6_000 for _, text, _ in found)


def test_headings_alone_say_nothing() -> None:
    """Two names and no words are no call."""
    with pytest.raises(TranscriptRejected, match="no lines"):
        said("Ann 0:01\nBob 0:02\n")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("[phone rings]", True),
        ("(long pause)", True),
        ("*laughs*", True),
        ("[0:03] Ann: Hi.", False),
        ("(So) well", False),
    ],
)
def test_a_stage_direction_fills_its_line(line: str, is_one: bool) -> None:  # noqa: FBT001
    """What only begins with a bracket may be said."""
    assert is_direction(line) is is_one
