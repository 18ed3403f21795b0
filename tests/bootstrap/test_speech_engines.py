"""Hearing and voice while they get ready."""

import asyncio
import gc
import importlib
import sys
from pathlib import Path

import pytest

from sparring.adapters.agent_session import warm_up
from sparring.adapters.clock import SystemClock
from sparring.bootstrap.speech_engines import NOT_LOADED, SpeechEngines
from sparring.config import Config
from sparring.errors import NoRoomForCall
from tests.fakes.phone import CodedRecogniser, ToneSynthesiser


def some_engines(tmp_path: Path, *, hearing: str = "none", voice: str = "none") -> SpeechEngines:
    return SpeechEngines(Config(data_dir=tmp_path, hearing=hearing, voice=voice), SystemClock())


def test_nobody_is_called_before_both_are_ready(tmp_path: Path) -> None:
    """Lent ones are ready at once; what a lender has closed is closed with them."""

    async def scenario() -> None:
        speech = some_engines(tmp_path)
        with pytest.raises(NoRoomForCall, match="still getting ready"):
            speech.refuse_when_not_ready()
        await speech.use(CodedRecogniser([]), ToneSynthesiser())
        speech.refuse_when_not_ready()
        assert (speech.hearing.state, speech.hearing.name, speech.voice.name) == ("ready", "coded", "tone")
        await speech.close()

    asyncio.run(scenario())


def test_where_agents_carry_calls_nothing_is_opened(tmp_path: Path) -> None:
    """The page is told where calls are held, and typed ones are read ahead for."""

    async def scenario() -> None:
        speech = some_engines(tmp_path, hearing="whisper", voice="hibari")
        speech.leave_to_rooms("wss://harbour.livekit.cloud")
        await speech.load()
        assert (speech.recogniser, speech.synthesiser) == (None, None)
        assert (speech.hearing.state, speech.voice.state) == ("ready", "ready")
        assert "harbour.livekit.cloud" in speech.voice.sentence
        await speech.close()

    asyncio.run(scenario())


def test_speech_that_fails_as_nobody_foresaw_does_not_get_ready_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is shown as failed, and the log has the error's type alone."""

    async def opened(*_: object) -> tuple[object, str]:
        raise KeyError("somebody's secret")

    async def scenario() -> None:
        speech = some_engines(tmp_path, hearing="whisper")
        monkeypatch.setattr(importlib.import_module("sparring.bootstrap.call_engine"), "open_hearing", opened)
        await speech.load()
        assert (speech.hearing.state, speech.hearing.sentence) == ("failed", NOT_LOADED)
        await speech.close()

    asyncio.run(scenario())
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


def test_what_comes_first_in_a_process_does_not_come_in_a_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Both engines answer once, and what is loaded by then is not swept up again."""
    thresholds, voice, frozen = gc.get_threshold(), ToneSynthesiser(), gc.get_freeze_count()
    gc.set_threshold(700)
    request.addfinalizer(lambda: gc.set_threshold(*thresholds))
    request.addfinalizer(gc.unfreeze)
    interval_s = sys.getswitchinterval()
    request.addfinalizer(lambda: sys.setswitchinterval(interval_s))

    async def opened(*_: object) -> tuple[object, str]:
        return engines.pop(), "ready"

    async def scenario() -> None:
        speech = some_engines(tmp_path, hearing="whisper", voice="hibari")
        parts = importlib.import_module("sparring.bootstrap.call_engine")
        monkeypatch.setattr(parts, "open_hearing", opened)
        monkeypatch.setattr(parts, "open_voice", opened)
        await speech.load()
        await speech.close()

    engines = [voice, CodedRecogniser([])]
    asyncio.run(scenario())
    assert [text for text, _, _ in voice.spoken] == [warm_up.WORDS]
    assert gc.get_freeze_count() > frozen
    assert gc.get_threshold()[0] > 700
