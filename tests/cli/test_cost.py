"""`sparring cost` of one call."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sparring.cli import app
from sparring.documents import dump_document
from sparring.transcript import Usage
from tests.fakes.documents import a_transcript

USAGE = (
    Usage(part="voice", service="openai-speech", model="tts-1", unit="characters", amount=2_000),
    Usage(part="hearing", service="whisper-tiny", model="tiny.en", unit="audio_ms", amount=60_000),
)
OWN = {
    "currency": "EUR",
    "prices": [
        {
            "service": "openai-speech",
            "model": "*",
            "unit": "characters",
            "per_million": 10,
            "source": "our agreement",
            "retrieved": "2026-11-01",
        }
    ],
}


def shown(path: Path) -> dict[str, object]:
    result = CliRunner().invoke(app, ["cost", str(path), "--json"])
    assert result.exit_code == 0, result.output
    value: dict[str, object] = json.loads(result.output)
    return value


@pytest.fixture
def call(tmp_path: Path) -> Path:
    path = tmp_path / "call.json"
    path.write_bytes(dump_document(a_transcript(usage=USAGE)))
    return path


def test_a_call_is_priced_by_the_shipped_table(call: Path) -> None:
    """In words and for machines."""
    assert (shown(call)["known"], shown(call)["whole"]) == (0.03, True)
    assert "Together 0.0300 USD" in CliRunner().invoke(app, ["cost", str(call)]).output


def test_one_s_own_prices_take_its_place(call: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What they do not list is unknown."""
    own = tmp_path / "prices.json"
    own.write_text(json.dumps(OWN))
    monkeypatch.setenv("SPARRING_PRICES", str(own))
    assert (shown(call)["known"], shown(call)["whole"], shown(call)["currency"]) == (0.02, False, "EUR")
    assert "unknown" in CliRunner().invoke(app, ["cost", str(call)]).output


def test_a_call_on_which_nothing_was_counted_says_so(tmp_path: Path) -> None:
    """It did not cost nothing."""
    path = tmp_path / "old.json"
    path.write_bytes(dump_document(a_transcript()))
    assert shown(path)["known"] is None
    assert "Nothing was counted" in CliRunner().invoke(app, ["cost", str(path)]).output
