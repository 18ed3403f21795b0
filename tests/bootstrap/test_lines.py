"""Calls by voice and in writing, before and after the engines are ready."""

import asyncio
from pathlib import Path

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.lines import SpeechLines
from sparring.call.line import TYPED_ENGINES
from sparring.config import Config
from sparring.errors import NoRoomForCall
from tests.fakes.calls import a_caller, an_opening


def some_lines(tmp_path: Path) -> SpeechLines:
    config = Config(data_dir=tmp_path, hearing="none", voice="none")
    return SpeechLines(config, MemoryJournal(), MemoryStore(), SystemClock())


def test_a_spoken_call_waits_until_speech_is_ready(tmp_path: Path) -> None:
    """The sentence offers to type meanwhile, and typing works."""
    lines = some_lines(tmp_path)
    with pytest.raises(NoRoomForCall, match="type the call"):
        lines.maker(an_opening(), a_caller(), "voice")
    assert lines.maker(an_opening(), a_caller(), "typed")
    assert lines.engines("typed") == TYPED_ENGINES


def test_engines_that_cannot_be_opened_are_shown_and_typing_still_works(tmp_path: Path) -> None:
    """A failed engine has a sentence, which is why a spoken call is refused."""

    async def scenario() -> None:
        lines = some_lines(tmp_path)
        await lines.load()
        assert (lines.hearing.state, lines.voice.state) == ("failed", "failed")
        assert lines.hearing.sentence
        with pytest.raises(NoRoomForCall) as refused:
            lines.maker(an_opening(), a_caller(), "voice")
        assert lines.hearing.sentence in refused.value.sentence
        await lines.close()

    asyncio.run(scenario())
