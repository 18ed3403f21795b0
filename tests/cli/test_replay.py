"""`sparring replay`: the buyer's side of a stored call, reproduced or not, as a script sees it."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from sparring.call.replay import Difference
from sparring.cli.replay import replay, replay_file
from sparring.documents import dump_document
from sparring.errors import PersonaRejected, TranscriptRejected
from sparring.persona import Persona
from tests.call.test_scripted_call import played
from tests.fakes.calls import CALLER, a_caller


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "call.json"
    path.write_bytes(dump_document(played()))
    return path


def changed(path: Path, old: str, new: str) -> Path:
    path.write_text(path.read_text().replace(old, new, 1))
    return path


def test_a_call_as_it_was_stored_is_the_same(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No status, and a line that says how much was compared."""
    replay(stored)
    assert "The same" in capsys.readouterr().out


def test_the_same_as_json(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for a machine."""
    replay(stored, as_json=True)
    outcome: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (outcome["file"], outcome["same"], outcome["turn"], outcome["traced"]) == ("call.json", True, None, True)


def test_a_changed_call_says_where_and_fails(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 and the turn."""
    with pytest.raises(typer.Exit) as left:
        replay(changed(stored, '"What happened?"', '"Who lives with him?"'), as_json=True)
    assert left.value.exit_code == 1
    outcome = json.loads(capsys.readouterr().out)
    assert outcome["same"] is False
    assert outcome["turn"] in (2, 3)
    assert outcome["what"] in ("words", "state")


def test_a_difference_reads_as_a_sentence(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The turn, what differs, and both sides of it."""
    with pytest.raises(typer.Exit):
        replay(changed(stored, '"What happened?"', '"Who lives with him?"'))
    printed = capsys.readouterr().out
    assert "Differs at turn" in printed
    assert "recorded:" in printed


@pytest.mark.parametrize("content", [b"", b"{}", b"Rep: Hello."])
def test_what_is_no_transcript_is_refused(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and the one documented error."""
    path = tmp_path / "call.json"
    path.write_bytes(content)
    with pytest.raises(typer.Exit) as left:
        replay(path, as_json=True)
    assert left.value.exit_code == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "transcript_rejected"


def test_another_wording_of_the_persona_is_asked_for(tmp_path: Path) -> None:
    """A call of a persona that was changed since can be replayed with the file of that time."""
    then = Persona.model_validate_json(a_caller().model_copy(update={"goal": "As it was then."}).model_dump_json())
    of_then = {"id": CALLER, "version": then.version, "digest": then.digest}
    call, persona_file = tmp_path / "call.json", tmp_path / "then.json"
    call.write_text(json.dumps(json.loads(dump_document(played())) | {"persona": of_then}))
    persona_file.write_bytes(dump_document(then))
    with pytest.raises(TranscriptRejected, match="--persona"):
        replay_file(call, None)
    difference: Difference | None
    _, difference = replay_file(call, persona_file)
    assert difference is None


def test_a_persona_file_that_is_none_is_refused(stored: Path, tmp_path: Path) -> None:
    """By its own error."""
    path = tmp_path / "persona.json"
    path.write_text("{}")
    with pytest.raises(PersonaRejected):
        replay_file(stored, path)
