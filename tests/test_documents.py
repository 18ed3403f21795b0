"""Bytes in, one strict frozen document out."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sparring.documents import Document, digest_of, dump_document, parse_document, storable
from sparring.errors import ScorecardRejected, TranscriptRejected


class Note(Document):
    """A small contract."""

    text: str
    count: int = 0
    share: float = 0.0
    inner: "Note | None" = None


def parsed(data: bytes, max_bytes: int = 10_000) -> Note:
    return parse_document(data, Note, source="note.json", max_bytes=max_bytes, rejected=TranscriptRejected)


def refusal(data: bytes, max_bytes: int = 10_000) -> TranscriptRejected:
    with pytest.raises(TranscriptRejected) as refused:
        parsed(data, max_bytes)
    assert refused.value.source == "note.json"
    return refused.value


def test_a_document_is_read_as_it_was_written() -> None:
    """Any text a person can say comes back."""
    note = Note(text="Zoë said “yes”, 10 €\n\ttabs too 👍", count=3, share=0.5, inner=Note(text=""))
    assert parsed(dump_document(note)) == note


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cf", "Cc"])), st.integers(-(2**62), 2**62))
def test_the_same_document_gives_the_same_bytes(text: str, count: int) -> None:
    """Reading and writing again changes no byte, so the digest stays."""
    data = dump_document(Note(text=text, count=count))
    assert dump_document(parsed(data, 1_000_000)) == data


@pytest.mark.parametrize(
    ("data", "field", "reason"),
    [
        (b"", "", "not JSON"),
        (b"[]", "", "object"),
        (b"null", "", "object"),
        (b'{"text": "a"', "", "not JSON"),
        (b'{"text": "a"} x', "", "not JSON"),
        (b'{"text": "\xff"}', "", "not UTF-8"),
        (b'{"text": "a", "text": "b"}', "text", "twice"),
        (b'{"text": "a", "inner": {"text": "b", "count": 1, "count": 2}}', "count", "twice"),
        (b'{"text": "a", "share": NaN}', "", "NaN is not a number"),
        (b'{"text": "a", "share": -Infinity}', "", "-Infinity is not a number"),
        (b'{"text": "a", "share": 1e999}', "share", "finite"),
        (b'{"text": "a", "count": "1"}', "count", "integer"),
        (b'{"text": "a", "count": 1.5}', "count", "integer"),
        (b'{"text": "a", "count": true}', "count", "integer"),
        (b'{"text": 1}', "text", "string"),
        (b'{"count": 1}', "text", "is missing"),
        (b'{"text": "a", "more": 1}', "more", "is no field here"),
        (b'{"text": "a", "inner": {"text": 1}}', "inner.text", "string"),
        (rb'{"text": "a\u0000b"}', "text", "NUL"),
        (rb'{"text": "a", "inner": {"text": "\u0000"}}', "inner.text", "NUL"),
        (rb'{"text": "a\u202eb"}', "text", "bidirectional"),
        ('{"text": "a\u2066b"}'.encode(), "text", "bidirectional"),
        (rb'{"te\u200fxt": "a"}', "", "bidirectional"),
        (rb'{"text": "a\u202Eb"}', "text", "bidirectional"),
        (rb'{"text": "a", "inner": {"text": "\u061C"}}', "inner.text", "bidirectional"),
        (b"[" * 9_000, "", "deeply"),
    ],
)
def test_a_mistake_is_named(data: bytes, field: str, reason: str) -> None:
    """The author reads which field and why; nothing else is raised."""
    refused = refusal(data)
    assert refused.field == field
    assert reason in refused.reason


@given(st.sampled_from("\x00\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), st.randoms())
def test_no_spelling_of_a_control_gets_through(control: str, chance: random.Random) -> None:
    """As it is, or escaped in small and capital letters."""
    escape = "".join(chance.choice((letter, letter.upper())) for letter in f"{ord(control):04x}")
    assert "control" in refusal(json.dumps({"text": "a\0b"}).replace("0000", escape).encode()).reason
    if control != "\0":  # which no JSON holds as it is
        assert "control" in refusal(f'{{"text": "a{control}b"}}'.encode()).reason


def test_a_backslash_that_is_written_out_is_text() -> None:
    """What only looks like an escape harms nobody."""
    assert parsed(rb'{"text": "a\\u0000b"}', 100).text == r"a\u0000b"


def test_a_refusal_repeats_nothing_that_was_said() -> None:
    """A value that is wrong is not copied into the message."""
    assert "secret" not in str(refusal(b'{"text": "a", "count": "secret words"}'))


def test_size_is_judged_before_content() -> None:
    """One byte too many is refused for that alone."""
    data = dump_document(Note(text="a"))
    assert parsed(data, len(data)) == Note(text="a")
    assert refusal(data, len(data) - 1).reason == f"larger than {len(data) - 1} bytes"
    assert refusal(b"\xff" * 11, 10).reason == "larger than 10 bytes"


def test_each_contract_has_its_own_refusal() -> None:
    """The error is the one its parser documents."""
    with pytest.raises(ScorecardRejected):
        parse_document(b"", Note, source="x", max_bytes=10, rejected=ScorecardRejected)


def test_a_document_cannot_be_changed() -> None:
    """Documents are frozen."""
    note = Note(text="a")
    with pytest.raises(ValidationError):
        note.text = "b"  # type: ignore[misc]


def test_a_digest_is_sha256_in_hexadecimal() -> None:
    """The well-known value of the empty string."""
    assert digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_canonical_bytes_end_with_a_line_break() -> None:
    """Files read well in any editor."""
    data = dump_document(Note(text="a"))
    assert data.endswith(b"}\n")
    assert json.loads(data)["text"] == "a"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hello\x00 there", "Hello there"),
        ("left\u200eright\u202e", "leftright"),
        ("half \ud800 a pair", "half ? a pair"),
        ("naïve café — “ok” 👍", "naïve café — “ok” 👍"),
    ],
)
def test_what_a_person_pastes_becomes_text_that_every_document_takes(text: str, kept: str) -> None:
    """Only what no document may hold is left out."""
    assert storable(text) == kept
