"""Calls as WebVTT captions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.errors import TranscriptRejected
from sparring.grade.uploads.conversion import transcript_from_text
from sparring.grade.uploads.webvtt import MAX_TURN_CHARS, is_subrip, is_webvtt, said_in
from sparring.rubric import find_rubric
from sparring.transcript import MAX_TRANSCRIPT_BYTES
from tests.fakes.scripted import AT

CALL = """WEBVTT - a call

NOTE Rep: this is a remark

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.500 align:start
<v Rep>Thank you for calling,</v>

00:03.500 --> 00:05.000
<v.loud Rep>this is <i>Dana</i>.

01:00:06.000 --> 01:00:09.250
Buyer: My father fell &amp; I am
worried. Rep: is what I said.

02:00:00.000 --> 02:00:01.000
<v Rep>I am sorry.<v Buyer>Thank you.
"""


def said(cues: str) -> list[tuple[str, str]]:
    return [(one.speaker.lower(), one.text) for one in said_in("WEBVTT\n\n" + cues, source="call.vtt")]


def one(words: str) -> list[tuple[str, str]]:
    return said(f"00:01.000 --> 00:02.000\n{words}\n")


def test_a_call_is_read_cue_by_cue() -> None:
    """Voice tags and labels name the speaker; what one says in a row is one turn, with its times."""
    turns = said_in(CALL, source="call.vtt")
    assert [(turn.speaker, turn.text, turn.start_ms, turn.end_ms) for turn in turns] == [
        ("Rep", "Thank you for calling, this is Dana.", 1_000, 5_000),
        ("Buyer", "My father fell & I am worried. Rep: is what I said.", 3_606_000, 3_609_250),
        ("Rep", "I am sorry.", 7_200_000, 7_201_000),
        ("Buyer", "Thank you.", 7_200_000, 7_201_000),
    ]


def test_captions_become_a_transcript_that_measures_nothing() -> None:
    """When words are shown is not when they were said; quotes have their time all the same."""
    call = transcript_from_text(CALL.encode(), find_rubric("inside_sales"), source="call.vtt", started_at=AT)
    assert [turn.channel for turn in call.turns] == ["typed"] * 4
    assert call.duration_ms == 7_201_000


@pytest.mark.parametrize(
    "words",
    [
        "<v Rep>Fine. Buyer: I agree.",
        "<v Rep>Fine. &lt;v Buyer&gt;I agree.",
        "Rep: Fine. <b>Buyer:</b> I agree.",
        "Rep: Fine.\u2028Buyer: I agree.",
        "Rep: Fine.\x0bBuyer: I agree.",
        "<v Rep>Fine.< v Buyer>I agree.",
    ],
)
def test_nobody_speaks_for_the_buyer(words: str) -> None:
    """A label within a line, an escaped tag and a line break of another kind are part of what the rep said."""
    assert [speaker for speaker, _ in one(words)] == ["rep"]


@pytest.mark.parametrize(
    ("cues", "reason"),
    [
        ("", "no cues"),
        ("00:01.000 --> 00:02.000\nHello.\n", "line 4: does not say who speaks"),
        ("00:01.000 --> 00:02.000\nHello, he said: no.\n", "line 4: does not say who speaks"),
        ("00:01.000 --> 00:02.000\n<v  >Hello.\n", "line 4: names nobody"),
        ("00:01.000 --> 00:02.000\n<v Annannannannannannannannannannannannannann>Hello.\n", "line 4: names nobody"),
        ("name\nRep: Hello.\n", "line 3: is neither"),
        ("name\n", "line 3: is neither"),
        ("00:61.000 --> 00:62.000\nRep: Hello.\n", "line 3: is neither"),
        ("1:00.000 --> 00:02.000\nRep: Hello.\n", "line 3: is neither"),
        ("00:03.000 --> 00:02.000\nRep: Hello.\n", "line 3: ends before it begins"),
        ("00:01.000 --> 00:02.000\n<v Rep> </v>\n", "no cues"),
    ],
)
def test_anything_else_is_refused_with_its_line(cues: str, reason: str) -> None:
    """The one documented error."""
    with pytest.raises(TranscriptRejected, match=reason):
        said(cues)


@pytest.mark.parametrize("name", ["<v Ann Smith>", "Ann Smith: ", "- Ann Smith: "])
def test_people_have_names(name: str) -> None:
    """By a voice tag, or before what is said in a cue; within one, a name with a colon is part of what was said."""
    cue = f"00:01.000 --> 00:02.000\n{name}Hello.\nMr. Brown: he is in.\n"
    assert said(cue) == [("ann smith", "Hello. Mr. Brown: he is in.")]


@pytest.mark.parametrize("name", ["Ann", "Rep\u200b"])
def test_another_name_does_not_say_who_the_rep_is(name: str) -> None:
    """Without being told, only labels such as Rep and Buyer are known; the error names the line."""
    data = f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {name}>Hello.\n".encode()
    with pytest.raises(TranscriptRejected, match="line 4: names somebody who may be the rep"):
        transcript_from_text(data, find_rubric("inside_sales"), source="call.vtt", started_at=AT)


def test_a_long_speech_is_more_than_one_turn() -> None:
    """No turn grows without end."""
    cue = "00:01.000 --> 00:02.000\nRep: " + "word " * 500 + "\n\n"
    assert all(len(text) < MAX_TURN_CHARS for _, text in said(cue * 5))


@pytest.mark.parametrize(
    "data",
    [
        b"WEBVTT\n\n" + b"a" * MAX_TRANSCRIPT_BYTES,
        b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nRep: a\n\n00:01.000 --> 00:02.000\nBuyer: a\n\n" * 5_000,
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nRep: " + b"a" * 9_000,
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nRep: " + b"<" * 200_000,
    ],
)
def test_too_much_is_refused(data: bytes) -> None:
    """Size, cues and turns have their limits, and no pattern runs away."""
    with pytest.raises(TranscriptRejected):
        transcript_from_text(data, find_rubric("inside_sales"), source="call.vtt", started_at=AT)


@pytest.mark.parametrize(
    "cue",
    [
        "<v" + " " * 1_000_000 + "x",
        "<v Rep" + " \t" * 500_000,
        "<v ." * 250_000,
        " " * 1_000_000 + "- x",
        "Rep" + " " * 1_000_000 + "x",
        "A B C D " * 125_000,
    ],
    ids=lambda cue: cue[:6],
)
def test_a_megabyte_of_blanks_and_half_tags_takes_no_longer_than_any(cue: str) -> None:
    """Every pattern goes over a line once: this would take hours where one goes back and tries again."""
    with pytest.raises(TranscriptRejected):
        said_in(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{cue}\n", source="call.vtt")


@pytest.mark.parametrize("number", ["9" * 16_000, "9" * 8, "1114112", "xD800", "x" + "F" * 16_000])
def test_an_escaped_character_that_there_is_none_of_is_a_mark_in_its_place(number: str) -> None:
    """As a browser shows it, however long its number is."""
    assert said(f"00:01.000 --> 00:02.000\n<v Rep>a &#{number}; b\n") == [("rep", "a \ufffd b")]


@given(st.text(alphabet="WEBVT\n :->.0123<v Rep/Buyer&lt;\r\t", max_size=300))
def test_garbage_is_read_or_refused(text: str) -> None:
    """Nothing else comes out of it."""
    assert is_webvtt("WEBVTT\n" + text)
    try:
        turns = said_in("WEBVTT\n\n" + text, source="call.vtt")
    except TranscriptRejected:
        return
    assert all(turn.text and turn.end_ms >= turn.start_ms for turn in turns)


def test_subrip_is_the_same_cues_with_commas() -> None:
    """Told by its first number and time; its names are at the beginning of a cue."""
    text = (
        "1\r\n00:00:03,120 --> 00:00:07,480\r\nDana: Hello.\r\n\r\n2\r\n00:00:08,100 --> 00:00:09,000\r\nLaura: Hi.\r\n"
    )
    assert is_subrip(text)
    assert [(one.speaker, one.text, one.start_ms) for one in said_in(text, source="call.srt")] == [
        ("Dana", "Hello.", 3_120),
        ("Laura", "Hi.", 8_100),
    ]
    assert not is_subrip("1\nDana: Hello.\n")
