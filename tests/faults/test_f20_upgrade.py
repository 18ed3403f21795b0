"""F20: transcripts of every version there ever was are read; a version that does not exist is refused, not guessed."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from sparring.documents import dump_document
from sparring.errors import TranscriptRejected
from sparring.grade.rules.grader import grade
from sparring.transcript import EventKind, StepKind, Transcript, parse_transcript
from tests.fakes.clock import START
from tests.fakes.documents import a_rubric

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "transcripts").glob("version_*.json"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_version_ever_is_read_and_graded(path: Path) -> None:
    """An old file goes through today's code whole."""
    transcript = parse_transcript(path.read_bytes(), source=path.name)
    card = grade(transcript, a_rubric(), transcript_digest="0" * 64, graded_at=START)
    assert card.call_id == transcript.call_id
    assert missing(json.loads(path.read_bytes()), json.loads(dump_document(transcript))) == []


def missing(old: Any, new: Any, place: str = "") -> list[str]:
    """Where something that stands in `old` is not, or is something else, in `new`."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [lost for key, value in old.items() for lost in missing(value, new.get(key, "lost"), f"{place}.{key}")]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [
            lost
            for number, pair in enumerate(zip(old, new, strict=True))
            for lost in missing(*pair, f"{place}.{number}")
        ]
    return [] if old == new else [place]


def test_there_is_a_file_of_every_version() -> None:
    """A version that the contract names and the corpus lacks would be read by hope alone."""
    versions = get_args(Transcript.model_fields["schema_version"].annotation)
    assert {json.loads(path.read_bytes())["schema_version"] for path in GOLDEN} == set(versions)
    assert json.loads(GOLDEN[-1].read_bytes())["schema_version"] == max(versions, key=int)


def test_the_newest_version_is_among_them_to_the_byte() -> None:
    """A change to what is written needs a new version and a new file here, or it would change old digests."""
    newest = GOLDEN[-1].read_bytes()
    assert dump_document(parse_transcript(newest, source="golden")) == newest


def test_the_newest_file_shows_every_event() -> None:
    """The corpus holds each kind of thing that can stand in a transcript."""
    transcript = parse_transcript(GOLDEN[-1].read_bytes(), source="golden")
    assert {event.kind for event in transcript.events} == set(EventKind)
    for field in ("latency", "words", "corrected_from", "voice_id", "confidence", "wording", "pitch_hz"):
        assert any(getattr(turn, field) for turn in transcript.turns), field
    assert transcript.trace is not None
    assert {step.kind for step in transcript.trace.steps} == set(StepKind)
    assert transcript.attempt.fork_of
    assert transcript.usage


@pytest.mark.parametrize("version", ["4", "0", "1.1", "", 1, None])
def test_a_version_that_does_not_exist_is_refused(version: object) -> None:
    """Nothing is guessed about a format of tomorrow."""
    tree = json.loads(GOLDEN[-1].read_bytes()) | {"schema_version": version}
    with pytest.raises(TranscriptRejected) as refused:
        parse_transcript(json.dumps(tree).encode(), source="tomorrow")
    assert refused.value.field == "schema_version"
