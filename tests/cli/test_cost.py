"""`sparring cost` of one call."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.cli import app
from sparring.documents import dump_document
from sparring.ids import CallId
from sparring.transcript import Usage, object_name
from tests.fakes.documents import a_call_record, a_scorecard, a_transcript, call_id

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
    assert "unpriced" in CliRunner().invoke(app, ["cost", str(call)]).output


def test_a_call_on_which_nothing_was_counted_says_so(tmp_path: Path) -> None:
    """It did not cost nothing."""
    path = tmp_path / "old.json"
    path.write_bytes(dump_document(a_transcript()))
    assert shown(path)["known"] is None
    assert "Nothing was counted" in CliRunner().invoke(app, ["cost", str(path)]).output


def keep(data: Path, number: int, usage: tuple[Usage, ...] | None) -> str:
    """A call of today in the air gap."""
    call = a_transcript(call_id=call_id(number), started_at=SystemClock().now(), usage=usage)
    path = data / "air-gap" / object_name(call)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dump_document(call))
    return call.call_id


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPARRING_DATA_DIR", str(tmp_path))
    return tmp_path


def test_calls_are_added_up_and_grading_is_part_of_their_cost(data: Path) -> None:
    """What nobody counted is said to be that, and never taken for nothing."""
    for number, usage in ((1, USAGE), (2, USAGE), (3, None)):
        keep(data, number, usage)
    asyncio.run(graded(data, call_id(2)))
    result = CliRunner().invoke(app, ["cost", "--all", "--json"])
    told = json.loads(result.output)
    assert (told["known"], told["estimated"]) == (0.06225, True)
    by_call = {one["call_id"]: one["known"] for one in told["calls"]}
    assert by_call == {call_id(1): 0.03, call_id(2): 0.03225, call_id(3): None}
    output = CliRunner().invoke(app, ["cost", "--all"], terminal_width=200).output
    assert "estimates included" in output
    assert "Of 1 further call nothing was counted." in output
    assert "about 9,000 input tokens" in output


async def graded(data: Path, call: CallId) -> None:
    """By a model, whose service did not say what it took."""
    results = SqliteResults(data / "results.db", SystemClock())
    transcript = a_transcript(call_id=call)
    used = Usage(part="judge", service="openai", model="gpt-5-mini", unit="input_tokens", amount=9_000, estimated=True)
    await results.begin(a_call_record(transcript))
    await results.save(a_scorecard(transcript, usage=(used,)), None)
    await results.close()


@pytest.mark.parametrize("words", [[], ["call_00000000000000000000", "--all"], ["call_00000000000000000009"]])
def test_what_cannot_be_priced_is_one_error(data: Path, words: list[str]) -> None:
    """Nothing named, two things named, a call that is not here."""
    assert CliRunner().invoke(app, ["cost", *words]).exit_code == 1


def test_a_call_without_services_says_so(data: Path) -> None:
    """Nothing used is known to have cost nothing."""
    path = keep(data, 1, ())
    assert "No service was used" in CliRunner().invoke(app, ["cost", path]).output
