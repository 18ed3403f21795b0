"""A call written down elsewhere, read: who says what, under the names that the file gives them.

Flows in: text with a speaker before each line or in a heading above, captions, or JSON. Flows out: its turns in order,
each with where it stands in the file, so that every refusal can name the place. Which speaker is the rep is decided in
`speakers`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Document, parse_document
from sparring.errors import TranscriptRejected
from sparring.grade.uploads.speaker_headings import TIME_BEHIND, heading_in, is_direction, passages, time_ms
from sparring.grade.uploads.webvtt import is_subrip, is_webvtt, said_in
from sparring.transcript import MAX_TRANSCRIPT_BYTES, MAX_TURNS, Milliseconds, TurnText, parse_transcript

MAX_SPEAKERS = 8
"""More names than that are sentences with a colon in them."""

MAX_LINES = 20_000
"""Of text; a thousand turns wrapped at sixty characters are fewer."""
_TIME_OF_DAY_MS = 4 * 3_600_000  # no recording of a call begins with four hours of silence: it is the clock on the wall

# runs of blanks are possessive and what comes before a colon is bounded: a line of a megabyte is read in one go
_TIME = r"(?:[\[(]?(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?[\])]?[ \t]++(?:-[ \t]++)?)?"
_LISTED = r"(?:(?:[-*\u2022]|\d{1,4}[.)])[ \t]++)?+"
_LABEL = r"(?=[^:]{0,39}[^\W\d_])([^\s:*\[(](?:[^:*]{0,38}[^\s:*])?)"
_BOLD = r"(?:\*\*)?+"  # as notes in Markdown have it, about the name or about its colon too
_SAID = rf"[ \t]*+:{_BOLD}[ \t]*+(\S.*)"
_LINE = re.compile(rf"{_LISTED}{_TIME}{_BOLD}{_LABEL}{_BOLD}{_SAID}", re.DOTALL)
_TIMED_LINE = re.compile(
    rf"{_LISTED}{_BOLD}([^\W\d_](?:[^:*\[(]{{0,38}}[^\s:*\[(])?){_BOLD}{TIME_BEHIND}{_BOLD}{_SAID}", re.DOTALL
)
"""With the time behind the name, whose colons are not the one that ends it."""

_NOTHING_SAID = "no lines that begin with Rep: or Buyer:"

SpeakerName = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]


class UploadedTurn(Document):
    """What somebody said. Times are milliseconds from the beginning of the call, where they are known."""

    speaker: SpeakerName
    text: TurnText
    start_ms: Milliseconds = 0
    end_ms: Milliseconds | None = None


class UploadedCall(Document):
    """A call as JSON, for those who have neither text nor captions of it."""

    turns: Annotated[tuple[UploadedTurn, ...], Field(min_length=1, max_length=MAX_TURNS)]


@dataclass(frozen=True, slots=True)
class WrittenTurn:
    """One turn. `place` is where it stands in the file: a line's number or a field's path."""

    speaker: str
    text: str
    start_ms: int
    end_ms: int
    place: str


@dataclass(frozen=True, slots=True)
class WrittenCall:
    """What a file holds: at least one turn, of at most `MAX_SPEAKERS` people."""

    form: Literal["text", "webvtt", "json"]
    lines: tuple[WrittenTurn, ...]


def read_written(data: bytes, *, source: str) -> WrittenCall:
    """Read a file in whichever of the three forms it is; captions may be WebVTT or SubRip.

    Args:
        data: the file.
        source: what the error calls it.

    Raises:
        TranscriptRejected: naming the line or field and the reason.
    """
    if len(data) > MAX_TRANSCRIPT_BYTES:
        raise TranscriptRejected(source, "", f"larger than {MAX_TRANSCRIPT_BYTES} bytes")
    text = _decoded(data, source)
    if "\n" not in text:  # a carriage return ends a line where nothing else does
        text = text.replace("\r", "\n")
    if is_json(text):
        call = WrittenCall("json", tuple(_json_lines(text.strip().encode(), source)))
    elif is_webvtt(text) or is_subrip(text):
        said = said_in(text, source=source)
        call = WrittenCall(
            "webvtt",
            tuple(WrittenTurn(one.speaker, one.text, one.start_ms, one.end_ms, f"line {one.line}") for one in said),
        )
    else:
        call = WrittenCall("text", tuple(_text_lines(text, source)))
    _refuse_crowd(call, source)
    return call


def _decoded(data: bytes, source: str) -> str:
    try:
        # what Windows calls Unicode says so with its first two bytes
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise TranscriptRejected(source, "", "not UTF-8: save it anew with that encoding") from None


def is_json(text: str) -> bool:
    """Whether it begins as an object does."""
    return text.lstrip(" \t\r\n")[:1] == "{"


def named(speaker: str) -> str:
    """A speaker's name as it is compared: `ANN  Smith` is `Ann Smith`, and an accent is one however it is written."""
    return " ".join(unicodedata.normalize("NFC", speaker).split()).casefold()


def _json_lines(data: bytes, source: str) -> Iterator[WrittenTurn]:
    """From our own transcripts too: of these only what was said, for the rest nobody here has measured."""
    if b'"call_id"' in data:
        for turn in parse_transcript(data, source=source).turns:
            yield WrittenTurn(turn.speaker.value, turn.text, turn.start_ms, turn.end_ms, f"turns.{turn.index}")
        return
    call = parse_document(
        data, UploadedCall, source=source, max_bytes=MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected
    )
    for index, said in enumerate(call.turns):
        end_ms = said.start_ms if said.end_ms is None else said.end_ms
        yield WrittenTurn(said.speaker, said.text, said.start_ms, end_ms, f"turns.{index}")


def _text_lines(text: str, source: str) -> Iterator[WrittenTurn]:
    # only line feeds end a line: the other separators of Unicode could hide a label from a reader
    lines = [(number, line.strip(" \t\r")) for number, line in enumerate(text.split("\n"), start=1)]
    said = [(number, line) for number, line in lines if line and not is_direction(line)]
    if not said:
        raise TranscriptRejected(source, "", _NOTHING_SAID)
    if len(said) > MAX_LINES:
        raise TranscriptRejected(source, "", f"more than {MAX_LINES} lines")
    found = list(_headed(said) if _has_headings(said) else (_labelled(line, number, source) for number, line in said))
    if not found:
        raise TranscriptRejected(source, "", _NOTHING_SAID)
    began_ms = found[0].start_ms if found[0].start_ms >= _TIME_OF_DAY_MS else 0
    for one in found:
        yield replace(one, start_ms=max(0, one.start_ms - began_ms), end_ms=max(0, one.end_ms - began_ms))


def _has_headings(said: Sequence[tuple[int, str]]) -> bool:
    """Whether names stand above what was said: sentences may look like lines with a label, hardly like headings."""
    headings = sum(heading_in(line) is not None for _, line in said)
    return headings > sum(_LINE.fullmatch(line) is not None and heading_in(line) is None for _, line in said)


def _headed(said: Sequence[tuple[int, str]]) -> Iterator[WrittenTurn]:
    for one in passages(said):
        yield WrittenTurn(one.speaker, one.text, one.start_ms, one.start_ms, f"line {one.line}")


def _labelled(line: str, number: int, source: str) -> WrittenTurn:
    if timed := _TIMED_LINE.fullmatch(line):
        speaker, *at, words = timed.groups()
    elif (match := _LINE.fullmatch(line)) and heading_in(line) is None:
        *at, speaker, words = match.groups()
    else:
        raise TranscriptRejected(
            source, f"line {number}", "does not begin with a name and a colon, such as Rep:, and what was said"
        )
    at_ms = time_ms(*at)
    return WrittenTurn(speaker, words, at_ms, at_ms, f"line {number}")


def _refuse_crowd(call: WrittenCall, source: str) -> None:
    known: set[str] = set()
    for line in call.lines:
        known.add(named(line.speaker))
        if len(known) > MAX_SPEAKERS:
            raise TranscriptRejected(
                source, line.place, f"begins with the {MAX_SPEAKERS + 1}th name: is it part of what was said?"
            )
