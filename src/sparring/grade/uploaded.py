"""A call written down as text, made into a transcript that the same rubric grades.

Flows in: UTF-8 lines that begin with `Rep:` or `Buyer:`, or WebVTT. Flows out: a typed `Transcript` without events, so
nothing that needs measuring is measured. A label in the middle of a line is part of what was said, never a new turn.
"""

import json
import re
from datetime import datetime
from typing import Any

from sparring.documents import digest_of
from sparring.errors import TranscriptRejected
from sparring.grade.webvtt import is_webvtt, said_in
from sparring.ids import call_id_from, rep_id_from
from sparring.rubric import Rubric
from sparring.transcript import MAX_TRANSCRIPT_BYTES, Speaker, Transcript, parse_transcript

_LINE = re.compile(r"[ \t]*(rep|buyer)[ \t]*:[ \t]*(\S.*?)[ \t]*", re.IGNORECASE | re.DOTALL)


def transcript_from_text(data: bytes, rubric: Rubric, *, source: str, started_at: datetime) -> Transcript:
    """Read a call from labelled lines or captions. The same bytes give the same ids.

    Args:
        data: the file.
        rubric: what the call is to be graded by; it says which kind of call this is.
        source: the file's name, for the error.
        started_at: aware time, for the record only.

    Raises:
        TranscriptRejected: a line without a label, no lines, too large, or text that a transcript may not hold.
    """
    if len(data) > MAX_TRANSCRIPT_BYTES:
        raise TranscriptRejected(source, "", f"larger than {MAX_TRANSCRIPT_BYTES} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TranscriptRejected(source, "", "not UTF-8") from None
    turns = _captions(text, source) if is_webvtt(text) else _turns(text, source)
    ended_ms = max(turn["end_ms"] for turn in turns)
    document = _envelope(data, rubric, started_at) | {"turns": turns, "duration_ms": ended_ms}
    return parse_transcript(json.dumps(document, ensure_ascii=False).encode(), source=source)


def _turns(text: str, source: str) -> list[dict[str, Any]]:
    # only line feeds end a line: the other separators of Unicode could hide a label from a reader
    lines = [(number, line.removesuffix("\r")) for number, line in enumerate(text.split("\n"), start=1)]
    said = [(number, line) for number, line in lines if line.strip(" \t")]
    if not said:
        raise TranscriptRejected(source, "", "no lines that begin with Rep: or Buyer:")
    return [_turn(index, line, f"line {number}", source=source) for index, (number, line) in enumerate(said)]


def _turn(index: int, line: str, place: str, *, source: str) -> dict[str, Any]:
    match = _LINE.fullmatch(line)
    if not match:
        raise TranscriptRejected(source, place, "does not begin with Rep: or Buyer: and something said")
    speaker = Speaker(match[1].lower())
    return {"index": index, "speaker": speaker, "text": match[2], "start_ms": 0, "end_ms": 0, "channel": "typed"}


def _captions(text: str, source: str) -> list[dict[str, Any]]:
    return [
        {
            "index": index,
            "speaker": one.speaker,
            "text": one.text,
            "start_ms": one.start_ms,
            "end_ms": one.end_ms,
            "channel": "typed",  # when words are shown is not when they were said: no pace, no pauses
        }
        for index, one in enumerate(said_in(text, source=source))
    ]


def _envelope(data: bytes, rubric: Rubric, started_at: datetime) -> dict[str, object]:
    digest = digest_of(data)
    label = "uploaded text"
    return {
        "call_id": call_id_from(digest),
        "tenant_id": "uploaded",
        "location_id": "uploaded",
        "rep_id": rep_id_from(digest),
        "persona": {"id": "uploaded", "version": 1, "digest": digest_of(b"")},
        "rubric": rubric.ref.model_dump(),
        "call_type": rubric.call_type,
        "call_direction": "buyer_calls" if rubric.call_type == "inside" else "rep_calls",
        "difficulty": "normal",
        "seed": 0,
        "attempt": {"kind": "private"},
        "engines": {"transport": label, "hearing": label, "buyer": label, "voice": label},
        "started_at": started_at.isoformat(),
        "duration_ms": 0,
        "events": [],
        "ending": {"by": "file", "complete": True, "reason": "uploaded as text"},
    }
