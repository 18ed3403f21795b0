"""Calls written down elsewhere, in three forms."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.documents import dump_document
from sparring.errors import TranscriptRejected
from sparring.grade.uploads.parsing import MAX_LINES, MAX_SPEAKERS, named, read_written
from sparring.transcript import MAX_TRANSCRIPT_BYTES
from tests.fakes.documents import SAID, a_transcript


def said(text: str) -> list[tuple[str, str]]:
    return [(line.speaker, line.text) for line in read_written(text.encode(), source="call.txt").lines]


def as_json(*turns: object) -> str:
    return json.dumps({"turns": turns})


@pytest.mark.parametrize(
    ("line", "speakers"),
    [
        ("Rep: x" + " " * 900_000 + "y", ["Rep"]),
        (" " * 900_000 + "Rep: x", ["Rep"]),
        ("Rep" + " " * 900_000 + ": x", ["Rep"]),
        ("Rep: x" + " " * 900_000, ["Rep"]),
        ("1:05" + " " * 900_000 + "x", None),
        ("1:05 - " + " " * 900_000 + "1", None),
        (" " * 900_000 + "1", None),
        ("ab " * 300_000, None),
        ("1" * 900_000, None),
    ],
    ids=["within", "before", "after the name", "behind", "of a time", "after a time", "alone", "words", "digits"],
)
def test_a_line_of_a_megabyte_is_read_in_one_go(line: str, speakers: list[str] | None) -> None:
    """No blank is gone over twice: this would take hours where a pattern goes back and tries again."""
    if speakers is None:
        with pytest.raises(TranscriptRejected):
            said(line)
    else:
        assert [speaker for speaker, _ in said(line)] == speakers


@pytest.mark.parametrize(
    ("line", "speaker", "start_ms"),
    [
        ("Ann Smith: Hello.", "Ann Smith", 0),
        ("**Ann:** Hello.", "Ann", 0),
        ("**Ann Smith**: Hello.", "Ann Smith", 0),
        ("[1:05] **Ann:** Hello.", "Ann", 65_000),
        ("- Ann: Hello.", "Ann", 0),
        ("\u2022 Ann: Hello.", "Ann", 0),
        ("12. Ann: Hello.", "Ann", 0),
        ("3) 1:05 Ann: Hello.", "Ann", 65_000),
        ("  ann  :\tHello.  ", "ann", 0),
        ("Speaker 1: Hello.", "Speaker 1", 0),
        ("[00:01:05] Ann: Hello.", "Ann", 65_000),
        ("(1:05) Ann: Hello.", "Ann", 65_000),
        ("01:05 - Ann: Hello.", "Ann", 65_000),
        ("1:00:00.250 Ann: Hello.", "Ann", 3_600_000),
        ("Ann (1:05): Hello.", "Ann", 65_000),
        ("Ann Smith [00:01:05]: Hello.", "Ann Smith", 65_000),
        ("Ann 00:01:05: Hello.", "Ann", 65_000),
        ("**Ann** (1:05): Hello.", "Ann", 65_000),
        ("[10:02:03] Ann: Hello.", "Ann", 0),
    ],
)
def test_a_line_begins_with_who_speaks(line: str, speaker: str, start_ms: int) -> None:
    """A time may stand before the name or behind it; one of the clock on the wall is counted from the first line."""
    call = read_written(line.encode(), source="call.txt")
    assert [(one.speaker, one.text, one.start_ms) for one in call.lines] == [(speaker, "Hello.", start_ms)]
    assert call.form == "text"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_as_on_any_machine(end: str) -> None:
    """Also where a carriage return alone does it: nobody's words stand in another's turn."""
    assert said(end.join(["Rep: Hello.", "Buyer: Hi.", ""])) == [("Rep", "Hello."), ("Buyer", "Hi.")]
    captions = ["WEBVTT", "", "00:01.000 --> 00:02.000", "Rep: Hello.", "", "00:02.000 --> 00:03.000", "Buyer: Hi."]
    assert said(end.join(captions)) == [("Rep", "Hello."), ("Buyer", "Hi.")]


@pytest.mark.parametrize(
    ("name", "other"), [("Jos\u00e9", "Jose\u0301"), ("Ann Smith", "ANN\u00a0 smith"), ("Ann", " ann ")]
)
def test_a_name_is_one_persons_however_it_is_written(name: str, other: str) -> None:
    """As files of different machines write it."""
    assert named(name) == named(other)


def test_what_follows_the_first_colon_is_said() -> None:
    """Times and further colons within a sentence are nobody's name."""
    assert said("Ann: At 10:30, as he said: fine.") == [("Ann", "At 10:30, as he said: fine.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_file_is_read_as_any_machine_saves_it(encoding: str) -> None:
    """With the mark that Windows puts before it, in either of its Unicodes."""
    text = ("\ufeff" if encoding == "utf-16-le" else "") + "Rep: Caf\u00e9?\r\nBuyer: Yes.\r\n"
    lines = read_written(text.encode(encoding), source="call.txt").lines
    assert [(line.speaker, line.text) for line in lines] == [("Rep", "Caf\u00e9?"), ("Buyer", "Yes.")]


@pytest.mark.parametrize("data", [b"Rep: Caf\xe9?\n", b"\xff\xfeR"])
def test_what_is_in_no_known_encoding_is_refused_with_what_to_do(data: bytes) -> None:
    """A guess could put other words into somebody's mouth."""
    with pytest.raises(TranscriptRejected, match="save it anew"):
        read_written(data, source="call.txt")


def test_what_happened_between_the_turns_is_nobody_s_turn() -> None:
    """Stage directions on a line of their own are passed over."""
    assert said("[phone rings]\nRep: Hello.\n(long pause)\nBuyer: Hi.\n*laughs*\n") == [
        ("Rep", "Hello."),
        ("Buyer", "Hi."),
    ]


def test_captions_keep_their_names_and_times() -> None:
    """WebVTT is told by its first line."""
    call = read_written(b"WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ann>Hello.\n", source="call.vtt")
    (line,) = call.lines
    assert (call.form, line.speaker, line.start_ms, line.end_ms, line.place) == (
        "webvtt",
        "Ann",
        1_000,
        2_500,
        "line 4",
    )


def test_json_holds_turns() -> None:
    """Names, words, and times where they are known."""
    call = read_written(
        as_json({"speaker": "Ann", "text": "Hi.", "start_ms": 5}, {"speaker": "Bob", "text": "Yes?"}).encode(),
        source="call.json",
    )
    assert [(one.speaker, one.start_ms, one.end_ms, one.place) for one in call.lines] == [
        ("Ann", 5, 5, "turns.0"),
        ("Bob", 0, 0, "turns.1"),
    ]


def test_of_a_transcript_of_ours_only_the_words_are_taken() -> None:
    """What was measured on another call is not measured anew."""
    call = read_written(dump_document(a_transcript()), source="call.json")
    assert [(one.speaker, one.text) for one in call.lines] == [(speaker.value, text) for speaker, text in SAID]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ann: Hello.\nand more", "line 2: does not begin with a name and a colon"),
        ("10:30: Hello.", "line 1: does not begin"),
        ("a" * 41 + ": Hello.", "line 1: does not begin"),
        (": Hello.", "line 1: does not begin"),
        ("\n".join(f"Name {number}: Hello." for number in range(MAX_SPEAKERS + 1)), "line 9: begins with the 9th name"),
        ("{}", "turns: is missing"),
        ('{"turns": [', "not JSON: .* at line 1"),
        ('{"turns": []}', "turns: Tuple should have at least 1"),
        (as_json({"speaker": "Ann", "text": "Hi.", "score": 90}), "turns.0.score: is no field here"),
        (as_json({"speaker": "Ann", "text": 3}), "turns.0.text: Input should be"),
        (as_json({"speaker": "Ann", "text": "\u202e"}), "bidirectional"),
        ('{"call_id": "call_x", "turns": []}', "call.txt: "),
        ("a" * (MAX_TRANSCRIPT_BYTES + 1), "larger than"),
        ("Rep: a\n" * (MAX_LINES + 1), f"more than {MAX_LINES} lines"),
    ],
)
def test_anything_else_is_refused_with_its_place(text: str, reason: str) -> None:
    """The one documented error names line or field."""
    with pytest.raises(TranscriptRejected, match=reason):
        said(text)


@given(st.text(alphabet='Rep:Ann 019[]()-.\n{}"', max_size=120))
def test_whatever_the_text_it_is_read_or_refused(text: str) -> None:
    """Nothing else comes of it, and every turn says something by somebody."""
    try:
        lines = said(text)
    except TranscriptRejected:
        return
    assert all(speaker.strip() and words.strip() for speaker, words in lines)
