"""Calls by voice and in writing, before and after the engines are ready."""

import asyncio
import functools
import importlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.lines import CallLines
from sparring.call.line import TYPED_ENGINES
from sparring.config import Config
from sparring.errors import NoRoomForCall
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.fakes.phone import CodedRecogniser, LoudnessDetector, ToneSynthesiser
from tests.virtual_time import VirtualClock, run_virtually


def some_lines(tmp_path: Path, *, hearing: str = "none", voice: str = "none") -> CallLines:
    config = Config(data_dir=tmp_path, hearing=hearing, voice=voice)
    return CallLines(config, MemoryJournal(), MemoryStore(), SystemClock())


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
        await lines.speech.load()
        assert (lines.hearing.state, lines.voice.state) == ("failed", "failed")
        assert lines.hearing.sentence
        with pytest.raises(NoRoomForCall) as refused:
            lines.maker(an_opening(), a_caller(), "voice")
        assert lines.hearing.sentence in refused.value.sentence
        await lines.close()

    asyncio.run(scenario())


def test_a_persona_s_names_reach_the_voice_as_they_are_said(tmp_path: Path) -> None:
    """The synthesiser is told how to say them; what is shown and written down keeps the spelling."""
    persona = a_caller()
    name = persona.opening_line.split()[0]
    persona = persona.model_copy(update={"lexicon": {name: "Say-it-so"}})
    voice, shown = ToneSynthesiser(), Onlooker()

    async def scenario() -> None:
        lines = CallLines(Config(data_dir=tmp_path), MemoryJournal(), MemoryStore(), VirtualClock())
        parts = vars(importlib.import_module("sparring.bootstrap.call_engine"))
        detected = functools.partial(parts["Speech"], detector=LoudnessDetector())
        lines.speech.parts = SimpleNamespace(**parts | {"Speech": detected})
        lines.speech.recogniser, lines.speech.synthesiser = CodedRecogniser(["Thank you for calling."]), voice
        session, line = lines.maker(an_opening(persona), persona, "voice")(shown)  # type: ignore[arg-type]
        await session.open()
        await line.start()
        await line.pick_up(ring_ms=0)
        await line.type_text("Thank you for calling, this is Dana.")
        async with asyncio.timeout(30):
            while len(shown.turns) < 2:
                line.pull()  # type: ignore[attr-defined]
                await asyncio.sleep(0.02)
        await line.close()

    run_virtually(scenario())
    assert voice.spoken[0][0].startswith("Say-it-so ")
    assert shown.turns[1].text == persona.opening_line
