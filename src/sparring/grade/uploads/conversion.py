"""A call written down elsewhere, made into a transcript that the same rubric grades.

Flows in: a file as read (`parsing`), whose call it is, and who is the rep where the labels do not say. Flows out: a
typed `Transcript` without events, so nothing that needs measuring is measured; it says that it was uploaded.
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from sparring.documents import digest_of
from sparring.errors import TranscriptRejected
from sparring.grade.uploads.parsing import WrittenCall, WrittenTurn, read_written
from sparring.grade.uploads.speakers import sides_of
from sparring.ids import CallId, RepId, call_id_from, rep_id_from
from sparring.rubric import Rubric
from sparring.transcript import UPLOADED, Speaker, Transcript, parse_transcript

_EARLIEST_DAY_BEGINS = timedelta(hours=14)  # before it does in UTC


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose call it is, who handed it in, and when (aware time); `held_on`: the day it took place, if that is known."""

    call_id: CallId
    tenant_id: str
    location_id: str
    rep_id: RepId
    by: Literal["rep", "manager"]
    at: datetime
    held_on: date | None = None


def transcript_from_text(
    data: bytes, rubric: Rubric, *, source: str, started_at: datetime, rep_speaker: str | None = None
) -> Transcript:
    """Read a call from labelled lines or captions, for grading alone. The same bytes give the same ids.

    Args:
        data: the file.
        rubric: what the call is to be graded by; it says which kind of call this is.
        source: the file's name, for the error.
        started_at: aware time, for the record only.
        rep_speaker: as in `transcript_of`.

    Raises:
        TranscriptRejected: a line without a label, no lines, too large, or text that a transcript may not hold.
    """
    digest = digest_of(data)
    origin = Origin(call_id_from(digest), UPLOADED, UPLOADED, rep_id_from(digest), "manager", started_at)
    return transcript_of(read_written(data, source=source), rubric, origin, source=source, rep_speaker=rep_speaker)


def transcript_of(
    call: WrittenCall, rubric: Rubric, origin: Origin, *, source: str, rep_speaker: str | None = None
) -> Transcript:
    """The call as a transcript, on its way to be graded by `rubric`.

    Args:
        call: what was said.
        rubric: says which kind of call this is.
        origin: whose it is.
        source: what the error calls the file.
        rep_speaker: the rep's name in the file, everybody else being the buyer's side; None: the labels say so.

    Raises:
        TranscriptRejected: nobody knows who the rep is, the call was held on a day that has not come yet, or the text
            is none that a transcript may hold.
    """
    if origin.held_on is not None and origin.held_on > (origin.at.astimezone(UTC) + _EARLIEST_DAY_BEGINS).date():
        raise TranscriptRejected(source, "held_on", "is a day that has not come yet")
    sides = sides_of(call, rep_speaker, source=source)
    document = _envelope(call, rubric, origin) | {
        "turns": [_turn(index, line, side) for index, (line, side) in enumerate(zip(call.lines, sides, strict=True))],
        "duration_ms": max(line.end_ms for line in call.lines),
    }
    return parse_transcript(json.dumps(document, ensure_ascii=False).encode(), source=source)


def _turn(index: int, line: WrittenTurn, side: Speaker) -> dict[str, Any]:
    return {
        "index": index,
        "speaker": side,
        "text": line.text,
        "start_ms": line.start_ms,
        "end_ms": line.end_ms,
        "channel": "typed",  # when words are shown is not when they were said: no pace, no pauses
    }


def _upload(call: WrittenCall, origin: Origin) -> dict[str, object]:
    held_on = origin.held_on.isoformat() if origin.held_on else None
    return {"by": origin.by, "form": call.form, "held_on": held_on}


def day_of(text: str | None, *, source: str) -> date | None:
    """`2026-11-25` as somebody wrote it. Raises: TranscriptRejected."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, wherever it was
    except ValueError:
        raise TranscriptRejected(source, "held_on", "is no day: write it as 2026-11-25") from None


def _envelope(call: WrittenCall, rubric: Rubric, origin: Origin) -> dict[str, object]:
    label = "uploaded text"
    return {
        "call_id": origin.call_id,
        "tenant_id": origin.tenant_id,
        "location_id": origin.location_id,
        "rep_id": origin.rep_id,
        "persona": {"id": UPLOADED, "version": 1, "digest": digest_of(b"")},
        "rubric": rubric.ref.model_dump(),
        "call_type": rubric.call_type,
        "call_direction": "buyer_calls" if rubric.call_type == "inside" else "rep_calls",
        "difficulty": "normal",
        "seed": 0,
        "attempt": {"kind": "private", "upload": _upload(call, origin)},
        "engines": {"transport": label, "hearing": label, "buyer": label, "voice": label},
        "started_at": origin.at.isoformat(),
        "events": [],
        "ending": {"by": "file", "complete": True, "reason": "uploaded as text"},
    }
