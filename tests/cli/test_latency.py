"""`sparring latency` of one call and across calls."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sparring.adapters.clock import SystemClock
from sparring.cli import app
from sparring.documents import dump_document
from sparring.transcript import Transcript, TurnLatency, object_name
from tests.adapters.telemetry.test_file_reader import a_file
from tests.fakes.documents import a_transcript, call_id

LATENCY = TurnLatency(endpointing_ms=280, hearing_ms=5, mind_ms=30, voice_ms=420, server_ms=760)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPARRING_DATA_DIR", str(tmp_path))
    return tmp_path


def shown(*words: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["latency", *words, "--json"])
    assert result.exit_code == 0, result.output
    value: dict[str, Any] = json.loads(result.output)
    return value


def keep(data: Path, number: int) -> Transcript:
    """A call of today in the air gap, with one measured answer."""
    call = a_transcript(call_id=call_id(number), started_at=SystemClock().now())
    answer = call.turns[1].model_copy(update={"latency": LATENCY})
    call = call.model_copy(update={"turns": (*call.turns[:1], answer, *call.turns[2:])})
    path = data / "air-gap" / object_name(call)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dump_document(call))
    return call


def test_one_call_is_found_by_its_id_and_shown_turn_by_turn(data: Path) -> None:
    """In the air gap, or as a file; the slow stage is named."""
    call = keep(data, 1)
    (answer,) = shown(call.call_id)["answers"]
    assert (answer["turn"], answer["over"]) == (1, ["voice"])
    path = data / "air-gap" / object_name(call)
    assert "missed" in CliRunner().invoke(app, ["latency", str(path)], terminal_width=200).output


def test_many_calls_are_added_up(data: Path) -> None:
    """All of a month, or the newest."""
    for number in range(3):
        keep(data, number)
    stages = {line["stage"]: line for line in shown("--all")["stages"]}
    assert (stages["voice"]["measured"], stages["voice"]["p50_ms"]) == (3, 420)
    assert len(shown("--last", "2")["answers"]) == 2


def test_how_grading_went_is_shown_where_it_was_told(data: Path) -> None:
    """By the telemetry of this machine."""
    a_file(data)
    keep(data, 0)
    assert shown(call_id(0))["grading"] == [{"step": "grade", "took_ms": 30.0}]


def test_nothing_measured_is_said(data: Path) -> None:
    """A call in writing has no stages."""
    result = CliRunner().invoke(app, ["latency", "--all"])
    assert "No answer was measured" in result.output


@pytest.mark.parametrize("words", [[], ["call_00000000000000000000", "--all"], ["call_00000000000000000009"]])
def test_what_cannot_be_shown_is_one_error(data: Path, words: list[str]) -> None:
    """Nothing named, two things named, a call that is not here."""
    assert CliRunner().invoke(app, ["latency", *words]).exit_code == 1
