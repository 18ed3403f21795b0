"""What every `Synthesiser` does: whole blocks in a pinned voice, lines apart, failures as one error."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from pathlib import Path

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.openai import audio
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.room.engine_client import guest_of
from sparring.adapters.room.engine_server import EngineServer
from sparring.adapters.voice.azure.factory import AzureVoiceSettings, open_azure_voice
from sparring.adapters.voice.failover import FailoverVoice
from sparring.adapters.voice.local.process import VoiceProcess
from sparring.adapters.voice.local.synthesiser import ProcessSynthesiser
from sparring.adapters.voice.metered import MeteredVoice
from sparring.adapters.voice.openai_voice import OpenAIVoice
from sparring.adapters.voice.pitch import PitchListener
from sparring.adapters.voice.pronunciation import PronouncedNames
from sparring.errors import VoiceFailed
from sparring.ports import Synthesiser
from sparring.usage import Meter
from tests.fakes import voice_child
from tests.fakes.azure_speech import azure_speech
from tests.fakes.broken_voices import BrokenVoice
from tests.fakes.openai_audio import openai_audio
from tests.fakes.phone import ToneSynthesiser

BLOCK_S = 0.02

Opened = Callable[[Path, bool], AbstractAsyncContextManager[Synthesiser]]
"""A started voice; True: one that says nothing more."""


def tone(*, fails: bool) -> ToneSynthesiser:
    return BrokenVoice(["refused"] * 20) if fails else ToneSynthesiser()


@asynccontextmanager
async def _fake(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    yield tone(fails=fails)


@asynccontextmanager
async def _metered(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    yield MeteredVoice(tone(fails=fails), Meter())


@asynccontextmanager
async def _names(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    yield PronouncedNames(tone(fails=fails), {"Laura": "/l\u0254\u02d0r\u0259/"})


@asynccontextmanager
async def _listened(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    yield PitchListener(tone(fails=fails), lambda *_: None)


@asynccontextmanager
async def _failover(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    yield FailoverVoice(tone(fails=fails), SystemClock())


@asynccontextmanager
async def _openai(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    async with openai_audio() as service:
        voice = OpenAIVoice(Endpoint(service.url, "tts-1", "k3y"))
        await voice.start(lambda *_: None)
        service.status = 400 if fails else 200
        yield voice
        await voice.close()


@asynccontextmanager
async def _azure(fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    async with azure_speech() as service:
        settings = AzureVoiceSettings(service.url, key="k3y", warm=1, temperature=0.6)
        voice, _ = await open_azure_voice(settings, SystemClock(), progress=lambda *_: None)
        service.close_with = [(1007, "own words")] * 20 if fails else []
        yield voice
        await voice.close()


@asynccontextmanager
async def _process(folder: Path) -> AsyncIterator[Synthesiser]:
    command = (sys.executable, str(Path(voice_child.__file__)), "ready", str(folder / "log"))
    voice = ProcessSynthesiser(VoiceProcess(command))
    await voice.start(lambda *_: None)
    yield voice
    await voice.close()


@asynccontextmanager
async def _worker(folder: Path, fails: bool) -> AsyncIterator[Synthesiser]:  # noqa: FBT001
    server = EngineServer(None, tone(fails=fails))
    await server.open(folder / "engines")
    lent = (await guest_of(folder / "engines")).synthesiser
    assert lent is not None
    yield lent
    await server.close()


VOICES: dict[str, Opened] = {
    "fake": lambda _, fails: _fake(fails),
    "metered": lambda _, fails: _metered(fails),
    "names": lambda _, fails: _names(fails),
    "listened to": lambda _, fails: _listened(fails),
    "failover": lambda _, fails: _failover(fails),
    "openai": lambda _, fails: _openai(fails),
    "azure": lambda _, fails: _azure(fails),
    "process": lambda folder, _: _process(folder),  # fails at a line that asks it to
    "worker of a room": _worker,
}
"""All but the realtime model's, which has no voices to choose from and speaks in one call's session alone."""

each = pytest.mark.parametrize("opened", VOICES.values(), ids=VOICES)
LINE, OTHER = "Who is this? It is about my father, he fell. 3", "We are not sure yet what he needs. 4"
FAILS = "fail"  # the line at which a scripted process fails; services are set to fail at any


UNLISTED = "coral"  # a voice of a service that has no list of them


async def said(voice: Synthesiser, text: str, voice_id: str) -> list[bytes]:
    async with aclosing(voice.speak(text, voice_id=voice_id)) as blocks:
        return [block async for block in blocks]


def a_voice_of(voice: Synthesiser) -> str:
    return voice.voices()[0].id if voice.voices() else UNLISTED


@each
async def test_voices_are_pinned(opened: Opened, tmp_path: Path) -> None:
    """Each by an id of its own, in the same order every time, with whose gender and licence it is."""
    async with opened(tmp_path, False) as voice:
        assert voice.name
        cards = voice.voices()
        assert list(cards) == list(voice.voices())
    assert len({card.id for card in cards}) == len(cards)
    assert all(card.gender and card.family and card.engine and card.licence for card in cards)


@each
async def test_sound_comes_in_whole_blocks_of_20_ms(opened: Opened, tmp_path: Path) -> None:
    """At the rate that it says, the last one filled up; and there is sound in them."""
    async with opened(tmp_path, False) as voice, asyncio.timeout(20):
        blocks = await said(voice, LINE, a_voice_of(voice))
        assert {len(block) for block in blocks} == {round(voice.sample_rate_hz * BLOCK_S) * 2}
    assert any(any(block) for block in blocks)


@each
async def test_lines_at_once_are_as_long_as_one_after_the_other(opened: Opened, tmp_path: Path) -> None:
    """Several calls share one voice: no line loses or gains sound by another."""
    async with opened(tmp_path, False) as voice, asyncio.timeout(30):
        who = a_voice_of(voice)
        alone = [len(await said(voice, text, who)) for text in (LINE, OTHER)]
        both = await asyncio.gather(said(voice, LINE, who), said(voice, OTHER, who))
    assert [len(blocks) for blocks in both] == alone


@each
async def test_who_is_interrupted_can_speak_again_at_once(opened: Opened, tmp_path: Path) -> None:
    """Closing the iterator stops the work, and nothing of it sounds in the next line."""
    async with opened(tmp_path, False) as voice, asyncio.timeout(20):
        who = a_voice_of(voice)
        whole = len(await said(voice, OTHER, who))
        async with aclosing(voice.speak(LINE, voice_id=who)) as blocks:
            await anext(blocks)
        assert len(await said(voice, OTHER, who)) == whole


@each
async def test_a_line_that_was_prepared_is_the_same_line(opened: Opened, tmp_path: Path) -> None:
    """Neither longer nor shorter, and as often as it is asked for."""
    async with opened(tmp_path, False) as voice, asyncio.timeout(20):
        who = a_voice_of(voice)
        whole = len(await said(voice, LINE, who))
        await voice.prepare(OTHER, voice_id=who)
        await voice.prepare(LINE, voice_id=who)
        assert [len(await said(voice, LINE, who)) for _ in range(2)] == [whole, whole]


@each
async def test_a_failure_is_one_error_when_the_line_is_spoken(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preparing in vain is silent; the error is ours, with a sentence and no word of a provider's."""
    monkeypatch.setattr(audio, "RETRIES", 0)
    async with opened(tmp_path, True) as voice, asyncio.timeout(20):
        who = a_voice_of(voice)
        await voice.prepare(FAILS, voice_id=who)
        with pytest.raises(VoiceFailed) as failed:
            await said(voice, FAILS, who)
    assert failed.value.sentence
    assert "own words" not in failed.value.sentence
