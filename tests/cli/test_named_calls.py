"""Which calls a command is about."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.cli.named_calls import named_calls
from sparring.documents import dump_document
from sparring.errors import ConfigRejected, ObjectMissing, TranscriptRejected
from sparring.transcript import object_name
from tests.fakes.documents import a_transcript, call_id


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sequence[Path]:
    """Three calls of today in the air gap of a new data folder."""
    monkeypatch.setenv("SPARRING_DATA_DIR", str(tmp_path))
    files = []
    for number in range(3):
        call = a_transcript(call_id=call_id(number), started_at=SystemClock().now())
        file = tmp_path / "air-gap" / object_name(call)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(dump_document(call))
        files.append(file)
    return files


def found(call: str | None = None, *, last: int | None = None, every: bool = False) -> list[str]:
    return [one.call_id for one in named_calls(call, last=last, every=every)]


def test_one_is_named_by_its_id_or_its_file(kept: Sequence[Path]) -> None:
    """Wherever the file lies."""
    assert found(call_id(1)) == [call_id(1)]
    assert found(str(kept[2])) == [call_id(2)]


def test_many_are_the_newest_or_all(kept: Sequence[Path]) -> None:
    """As many as there are, if that is fewer."""
    assert len(found(last=2)) == 2
    assert len(found(last=9)) == len(found(every=True)) == len(kept)


@pytest.mark.parametrize("named", [{}, {"last": 1, "every": True}, {"call": call_id(1), "every": True}])
def test_one_way_of_naming_them_is_needed(kept: Sequence[Path], named: dict[str, Any]) -> None:
    """None, or two at once, is refused with what there is to choose from."""
    with pytest.raises(ConfigRejected, match="--last and a number, or --all"):
        found(**named)


def test_what_is_not_there_or_no_call_is_said(kept: Sequence[Path], tmp_path: Path) -> None:
    """By its own error."""
    with pytest.raises(ObjectMissing):
        found(call_id(7))
    (tmp_path / "notes.json").write_text("{}")
    with pytest.raises(TranscriptRejected):
        found(str(tmp_path / "notes.json"))
