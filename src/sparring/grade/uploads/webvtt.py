"""Captions of a call, cue by cue: who says what, and when (https://www.w3.org/TR/webvtt1/).

Flows in: text that begins with `WEBVTT`, or SubRip's, which are the same cues with commas in their times. Flows out:
what each speaker said in a row. A speaker is named by a voice tag (`<v Rep>`, `<v Ann Smith>`), by `Rep:` or `Buyer:`
at the beginning of a line, or by another name with a colon at the beginning of a cue; what comes escaped
(`&lt;v Buyer&gt;`) is said, never a tag.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sparring.errors import TranscriptRejected

MAX_NAME_CHARS = 40
MAX_TURN_CHARS = 4_000  # beyond this the same speaker begins another turn
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]++([^<>]*)>", re.IGNORECASE)
_LABEL = re.compile(r"[ \t]*(?:-[ \t]*)?(rep|buyer)[ \t]*:[ \t]*(.*)", re.IGNORECASE | re.DOTALL)
_CAPITAL = r"[^\W\d_a-z][^\s:<>&,]*"
_NAME = re.compile(rf"[ \t]*(?:-[ \t]*)?({_CAPITAL}(?:[ \t](?:\d|{_CAPITAL})){{0,3}})[ \t]*:[ \t]+(.*)", re.DOTALL)
_TAG = re.compile(r"</?[a-z0-9:.][^<>]*>|</>", re.IGNORECASE)
_NO_CHARACTER = re.compile(r"&#[0-9]{8,};?", re.ASCII)  # Python reads the number whole, and refuses a long one
_BLANK = re.compile(r"[ \t]+")
_NOT_CUES = ("NOTE", "STYLE", "REGION")


_SUBRIP = re.compile(rf"\s*+\d{{1,6}}[ \t]*+\r?\n{_TIME}[ \t]+-->", re.ASCII)


@dataclass(frozen=True, slots=True)
class SpeakerCue:
    """What one speaker said in a row; times in ms from the beginning of the file. `line` is where it begins."""

    speaker: str
    text: str
    start_ms: int
    end_ms: int
    line: int


def is_webvtt(text: str) -> bool:
    """Whether the first line says so."""
    return _HEADER.fullmatch(text.split("\n", 1)[0].removesuffix("\r")) is not None


def is_subrip(text: str) -> bool:
    """Whether it begins with a number and a cue's time."""
    return _SUBRIP.match(text) is not None


def said_in(text: str, *, source: str) -> list[SpeakerCue]:
    """In order; cues of one speaker that follow each other are one. Raises: TranscriptRejected, naming the line."""
    turns: list[SpeakerCue] = []
    for number, block in _blocks(text):
        for one in _cue(block, number, source):
            last = turns[-1] if turns else None
            if last and last.speaker == one.speaker and len(last.text) + len(one.text) < MAX_TURN_CHARS:
                turns[-1] = replace(last, text=f"{last.text} {one.text}", end_ms=max(last.end_ms, one.end_ms))
            else:
                turns.append(one)
    if not turns:
        raise TranscriptRejected(source, "", "no cues with something said")
    return turns


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """What stands between blank lines, with the number of its first line; the header is left out."""
    block: list[str] = []
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip(" \t"):
            block.append(line)
            continue
        first = number - len(block)
        if block and not (first == 1 and _HEADER.fullmatch(block[0])) and not block[0].startswith(_NOT_CUES):
            yield first, block
        block = []


def _cue(block: Sequence[str], number: int, source: str) -> Iterator[SpeakerCue]:
    place = 0 if "-->" in block[0] else 1  # a cue may begin with a name of its own
    timing = _TIMING.fullmatch(block[place].strip(" \t")) if place < len(block) else None
    if timing is None:
        raise TranscriptRejected(source, f"line {number}", "is neither a cue's time nor followed by one")
    start_ms, end_ms = _ms(timing.groups()[:4]), _ms(timing.groups()[4:])
    if end_ms < start_ms:
        raise TranscriptRejected(source, f"line {number + place}", "ends before it begins")
    speaker: str | None = None
    for row, line in enumerate(block[place + 1 :], start=number + place + 1):
        for name, words in _parts(line, first=row == number + place + 1):
            speaker = _spoken_by(name, source, row) if name is not None else speaker
            text = _plain(words)
            if not text:
                continue
            if speaker is None:
                raise TranscriptRejected(source, f"line {row}", "does not say who speaks, such as Rep: or Buyer:")
            yield SpeakerCue(speaker, text, start_ms, end_ms, row)


def _parts(line: str, *, first: bool) -> Iterator[tuple[str | None, str]]:
    """Pieces of a line, each with the name that its voice tag or label gives; None: whoever spoke goes on."""
    pieces = _VOICE.split(line)
    # within a cue, a name with a colon may well be a line break in what was said
    label = _LABEL.fullmatch(pieces[0]) or (_NAME.fullmatch(pieces[0]) if first else None)
    yield (label[1], label[2]) if label else (None, pieces[0])
    yield from zip(pieces[1::2], pieces[2::2], strict=True)


def _spoken_by(name: str, source: str, row: int) -> str:
    plain = _plain(name)
    if not plain or len(plain) > MAX_NAME_CHARS:
        raise TranscriptRejected(source, f"line {row}", "names nobody, or at great length")
    return plain


def _plain(words: str) -> str:
    return _BLANK.sub(" ", html.unescape(_NO_CHARACTER.sub("\ufffd", _TAG.sub("", words)))).strip()


def _ms(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + thousandths
