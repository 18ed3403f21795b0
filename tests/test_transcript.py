"""The air gap's contract; broken bytes are in tests/abuse/test_a06_mutated_transcripts.py."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from sparring.documents import digest_of, dump_document
from sparring.errors import IdRejected, TranscriptRejected
from sparring.transcript import (
    Event,
    EventKind,
    Speaker,
    Transcript,
    Turn,
    TurnLatency,
    call_id_in,
    call_id_of,
    clock_time,
    object_name,
    parse_transcript,
)
from tests.fakes.documents import CALL_ID, a_transcript


def tree(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(dump_document(a_transcript()))
    return whole | changes


def refusal(**changes: Any) -> TranscriptRejected:
    with pytest.raises(TranscriptRejected) as refused:
        parse_transcript(json.dumps(tree(**changes)).encode(), source="call.json")
    return refused.value


def turn(index: int, **changes: Any) -> dict[str, Any]:
    said = {"index": index, "speaker": "rep", "text": "Hello.", "start_ms": 0, "end_ms": 900, "channel": "voice"}
    return said | changes


def test_a_call_is_read_as_it_was_written() -> None:
    """Every field comes back."""
    assert parse_transcript(dump_document(a_transcript()), source="call.json") == a_transcript()


def test_its_published_schema_accepts_it() -> None:
    """The JSON Schema that others validate against takes what we write."""
    schema = Transcript.model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tree(), schema)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"schema_version": "4"}, "schema_version"),
        ({"call_id": "call_x"}, "call_id"),
        ({"rep_id": "../rep"}, "rep_id"),
        ({"tenant_id": "Harbour"}, "tenant_id"),
        ({"call_type": "sideways"}, "call_type"),
        ({"difficulty": "impossible"}, "difficulty"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**53}, "seed"),
        ({"duration_ms": 86_400_001}, "duration_ms"),
        ({"persona": {"id": "a", "version": 0, "digest": "0" * 64}}, "persona.version"),
        ({"rubric": {"id": "a", "version": 1, "digest": "0" * 63}}, "rubric.digest"),
        ({"turns": [turn(0, text="x" * 8_001)]}, "turns.0.text"),
        ({"turns": [turn(0, confidence=1.1)]}, "turns.0.confidence"),
        ({"turns": [turn(0, speaker="grader")]}, "turns.0.speaker"),
        ({"turns": [turn(0, channel="telepathy")]}, "turns.0.channel"),
        ({"events": [{"kind": "applause", "at_ms": 0}]}, "events.0.kind"),
        ({"ending": {"by": "nobody", "complete": True, "reason": ""}}, "ending.by"),
        ({"started_at": "yesterday"}, "started_at"),
        ({"trace": {"mind": "sparring", "steps": [{"kind": "dreamt", "state": "0" * 32}]}}, "trace.steps.0.kind"),
        ({"trace": {"mind": "sparring", "steps": [{"kind": "said", "state": "?"}]}}, "trace.steps.0.state"),
        ({"attempt": {"kind": "exam", "fork_of": CALL_ID, "fork_turn": 2}}, "attempt"),
        ({"attempt": {"kind": "private", "fork_of": CALL_ID}}, "attempt"),
        ({"attempt": {"kind": "counted", "exam": "exam_" + "e" * 20}}, "attempt"),
        ({"attempt": {"kind": "exam", "exam": "exam_another"}}, "attempt.exam"),
    ],
)
def test_a_field_that_is_wrong_is_named(changes: dict[str, Any], field: str) -> None:
    """The path leads to the value."""
    assert refusal(**changes).field == field


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"turns": [turn(0), turn(2)]}, "turn 1 has index 2"),
        ({"turns": [turn(1)]}, "turn 0 has index 1"),
        ({"turns": [turn(0), turn(0)]}, "turn 1 has index 0"),
        ({"turns": [turn(0, start_ms=901)], "events": []}, "turn 0 ends before it starts"),
        ({"turns": [turn(0)]}, "an event names a turn that is not there"),
        ({"started_at": "2026-11-25T14:50:00"}, "started_at has no time zone"),
    ],
)
def test_fields_that_contradict_each_other_are_refused(changes: dict[str, Any], reason: str) -> None:
    """Turns count up from zero, time runs forward, events name turns that are there, and a day has a time zone."""
    assert reason in refusal(**changes).reason


def test_turns_of_both_sides_may_overlap() -> None:
    """People talk over each other; only within a turn does time run forward."""
    turns = tuple(
        Turn(index=index, speaker=speaker, text="yes", start_ms=start, end_ms=start + 500, channel="voice")
        for index, (speaker, start) in enumerate([(Speaker.REP, 300), (Speaker.BUYER, 0)])
    )
    events = (Event(kind=EventKind.OVERLAP, at_ms=300, turn=1, ref="rep", duration_ms=200),)
    assert len(a_transcript(turns=turns, events=events).turns) == 2


def test_an_empty_call_is_a_call() -> None:
    """A call that nobody spoke on can be written down; whether it can be graded is another question."""
    assert a_transcript(turns=(), events=()).turns == ()


def test_an_object_is_named_by_call_and_day() -> None:
    """The name tells where to look and nothing else."""
    assert object_name(a_transcript()) == f"transcripts/2026/11/25/{CALL_ID}.json"


@pytest.mark.parametrize(
    ("started_at", "day"),
    [
        (datetime(2026, 11, 25, 23, 59, tzinfo=UTC), "2026/11/25"),
        (datetime(2026, 11, 25, 23, 59, tzinfo=timezone(timedelta(hours=-6))), "2026/11/26"),
        (datetime(2026, 11, 26, 0, 30, tzinfo=timezone(timedelta(hours=2))), "2026/11/25"),
    ],
)
def test_the_day_is_the_utc_day_on_which_the_call_began(started_at: datetime, day: str) -> None:
    """Wherever the office is, one call has one name."""
    assert object_name(a_transcript(started_at=started_at)) == f"transcripts/{day}/{CALL_ID}.json"


def test_a_name_leads_back_to_its_call() -> None:
    """The worker knows whose transcript it reads before it reads it."""
    assert call_id_of(object_name(a_transcript())) == CALL_ID
    assert call_id_in(object_name(a_transcript())) == CALL_ID


@pytest.mark.parametrize("name", ["", CALL_ID, f"{CALL_ID}.json", f"transcripts/2026/11/{CALL_ID}.json"])
def test_another_name_leads_to_no_call(name: str) -> None:
    """Only a transcript's own name names a call."""
    with pytest.raises(IdRejected):
        call_id_of(name)
    assert call_id_in(name) is None


def test_a_transcript_cannot_be_changed() -> None:
    """Not by assignment, and not through its turns."""
    with pytest.raises(ValidationError):
        a_transcript().seed = 8  # type: ignore[misc]
    assert isinstance(a_transcript().turns, tuple)


def test_a_changed_call_has_another_digest() -> None:
    """What was graded can be told from what was altered."""
    assert digest_of(dump_document(a_transcript())) != digest_of(dump_document(a_transcript(seed=8)))


@pytest.mark.parametrize(
    "changes",
    [
        {"usage": []},
        {"events": [{"kind": "voice_drift", "at_ms": 0, "turn": 0}]},
        {"turns": [{**a_transcript().turns[0].model_dump(mode="json"), "pitch_hz": 190.0}], "events": []},
        {"turns": [{**a_transcript().turns[0].model_dump(mode="json"), "latency": {"link": {}}}], "events": []},
    ],
)
def test_an_older_version_has_nothing_of_a_younger_one(changes: dict[str, Any]) -> None:
    """Usage, pitch and voice events came with version 3: a file that says 2 and has them is nobody's."""
    assert (
        "version 2 has none of what version 3 brought: wording by a model, usage"
        in refusal(schema_version="2", **changes).reason
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"schema_version": "1", "trace": {"mind": "sparring", "steps": []}}, "version 1 has no trace"),
        (
            {"trace": {"mind": "sparring", "steps": [{"kind": "said", "turn": 99, "state": "0" * 32}]}},
            "the trace names a turn that is not there",
        ),
    ],
)
def test_a_trace_that_does_not_fit_its_call_is_refused(changes: dict[str, Any], reason: str) -> None:
    """A trace belongs to a version that has one, and to the turns that are there."""
    assert reason in refusal(**changes).reason


def test_a_stage_that_was_not_measured_leaves_no_playout() -> None:
    """What is left over would be the missing stage's time, not the transport's."""
    assert TurnLatency(endpointing_ms=100, server_ms=900).stages_ms() == {"end_of_turn": 100}


@pytest.mark.parametrize(("server_ms", "playout_ms"), [(900, 480), (200, 0)])
def test_playout_is_what_the_stages_leave_and_never_less_than_nothing(server_ms: int, playout_ms: int) -> None:
    """The stages overlap by a millisecond here and there."""
    stages = TurnLatency(endpointing_ms=250, hearing_ms=100, mind_ms=20, voice_ms=50, server_ms=server_ms).stages_ms()
    assert list(stages) == ["end_of_turn", "hearing", "mind", "voice", "playout"]
    assert stages["playout"] == playout_ms


@pytest.mark.parametrize(("ms", "shown"), [(0, "0:00"), (65_999, "1:05"), (3_600_000, "60:00")])
def test_a_place_in_the_call_is_minutes_and_seconds(ms: int, shown: str) -> None:
    """Evidence is found at this time of the call."""
    assert clock_time(ms) == shown
