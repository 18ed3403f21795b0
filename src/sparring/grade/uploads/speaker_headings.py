"""A call as meeting programs write it out: a speaker's name and a time on a line of their own, what they said below.

    Dana Whitfield   0:03
    Thank you for calling.

Teams' and Otter's text and Zoom's saved transcripts are like that. Flows in: lines with their numbers. Flows out: what
each speaker said in a row. What stands above the first heading is a title, a date, a length: nobody said it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sparring.grade.uploads.webvtt import MAX_TURN_CHARS

# a name holds no digits but a last number, so that a date above the call is none
_NAME = r"([^\W\d_](?:[^\d:,;\[\]()<>*]{0,38}[^\s\d:,;\[\]()<>*])?(?:[ \t]\d{1,3})?)"
TIME_BEHIND = r"[ \t]++[\[(]?(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?[\])]?"
"""A time behind a name: hours, if there are any, minutes and seconds in groups of their own."""
_HEADING = re.compile(rf"(?:\*\*)?\[?{_NAME}\]?(?:\*\*)?{TIME_BEHIND}")
_DIRECTION = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\*[^*]+\*")


@dataclass(frozen=True, slots=True)
class SpeakerHeading:
    """Who speaks from here on, and when, in ms from the beginning."""

    speaker: str
    start_ms: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What a speaker said under one heading. `line` is where the words begin."""

    speaker: str
    text: str
    start_ms: int
    line: int


def heading_in(line: str) -> SpeakerHeading | None:
    """The heading that a line is, if it is one."""
    match = _HEADING.fullmatch(line)
    if match is None:
        return None
    return SpeakerHeading(match[1], time_ms(*match.groups()[1:]))


def time_ms(hours: str | None, minutes: str | None, seconds: str | None) -> int:
    """Written figures of a time, None where there are none, in ms from the beginning."""
    return ((int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)) * 1_000


def is_direction(line: str) -> bool:
    """Whether a whole line is in brackets or between stars, as `[phone rings]`: it happened, and nobody said it."""
    return _DIRECTION.fullmatch(line) is not None


def passages(lines: Iterable[tuple[int, str]]) -> Iterator[Passage]:
    """What was said, in order; whoever is named again goes on, and who has nothing below their name said nothing."""
    heading: SpeakerHeading | None = None
    words: list[tuple[int, str]] = []
    for number, line in lines:
        found = heading_in(line)
        if found is None:
            words.append((number, line))
        elif heading is None or found.speaker != heading.speaker or _chars(words) > MAX_TURN_CHARS:
            yield from _passage(heading, words)
            heading, words = found, []
    yield from _passage(heading, words)


def _chars(words: Sequence[tuple[int, str]]) -> int:
    return sum(len(line) for _, line in words)


def _passage(heading: SpeakerHeading | None, words: Sequence[tuple[int, str]]) -> Iterator[Passage]:
    if heading is not None and words:
        yield Passage(heading.speaker, " ".join(line for _, line in words), heading.start_ms, words[0][0])
