"""What every `Recogniser` does: all calls at once are answered, a failure is one error, what is dropped is over."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.hearing.local.recogniser import ProcessRecogniser
from sparring.adapters.hearing.metered import MeteredHearing
from sparring.adapters.hearing.openai_hearing import OpenAIHearing
from sparring.adapters.openai import audio
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.room.engine_client import guest_of
from sparring.adapters.room.engine_server import EngineServer
from sparring.errors import HearingFailed
from sparring.ports import Recogniser
from sparring.usage import Meter
from tests.fakes import hearing_child
from tests.fakes.openai_audio import openai_audio
from tests.fakes.phone import CodedRecogniser, spoken

TEXTS = ("Hello there.", "Who is this?", "What happened?")

Opened = Callable[[Path, bool], AbstractAsyncContextManager[Recogniser]]
"""A started recogniser; True: one that hears nothing more."""


def coded(*, fails: bool) -> CodedRecogniser:
    return CodedRecogniser(TEXTS, takes_s=0.01, fails={0, 1, 2} if fails else set())


@asynccontextmanager
async def _fake(fails: bool) -> AsyncIterator[Recogniser]:  # noqa: FBT001
    yield coded(fails=fails)


@asynccontextmanager
async def _metered(fails: bool) -> AsyncIterator[Recogniser]:  # noqa: FBT001
    yield MeteredHearing(coded(fails=fails), Meter())


@asynccontextmanager
async def _openai(fails: bool) -> AsyncIterator[Recogniser]:  # noqa: FBT001
    async with openai_audio() as service:
        recogniser = OpenAIHearing(Endpoint(service.url, "whisper-1", "k3y"), SystemClock())
        await recogniser.start(lambda *_: None)
        service.status = 400 if fails else 200
        yield recogniser
        await recogniser.close()


@asynccontextmanager
async def _process(folder: Path, fails: bool) -> AsyncIterator[Recogniser]:  # noqa: FBT001
    starts = "1" if fails else "9"
    command = [sys.executable, str(Path(hearing_child.__file__)), str(folder / "starts"), starts, ""]
    recogniser = ProcessRecogniser("scripted", command)
    await recogniser.start(lambda *_: None)
    if fails:
        with pytest.raises(HearingFailed):
            await recogniser.recognise(spoken(0, 2), hint="die").result()
    yield recogniser
    await recogniser.close()


@asynccontextmanager
async def _worker(folder: Path, fails: bool) -> AsyncIterator[Recogniser]:  # noqa: FBT001
    server = EngineServer(coded(fails=fails), None)
    await server.open(folder / "engines")
    lent = (await guest_of(folder / "engines")).recogniser
    assert lent is not None
    yield lent
    await server.close()


RECOGNISERS: dict[str, Opened] = {
    "fake": lambda _, fails: _fake(fails),
    "metered": lambda _, fails: _metered(fails),
    "openai": lambda _, fails: _openai(fails),
    "process": _process,
    "worker of a room": _worker,
}
each = pytest.mark.parametrize("opened", RECOGNISERS.values(), ids=RECOGNISERS)


@each
async def test_a_stretch_comes_to_words(opened: Opened, tmp_path: Path) -> None:
    """With how sure it is and how long it took; times of words only for those who ask."""
    async with opened(tmp_path, False) as recogniser:
        heard = await recogniser.recognise(spoken(0, 2), hint="Laura").result()
        assert recogniser.name
    assert heard.text
    assert 0.0 < heard.confidence <= 1.0
    assert not heard.unsure
    assert heard.words == ()
    assert heard.decode_ms >= 0.0


@each
async def test_calls_at_once_are_all_answered(opened: Opened, tmp_path: Path) -> None:
    """One recogniser serves all calls of a process; nobody is left waiting for ever."""
    async with opened(tmp_path, False) as recogniser, asyncio.timeout(20):
        under_way = [recogniser.recognise(spoken(number % 2, 2)) for number in range(4)]
        answers = await asyncio.gather(*(one.result() for one in under_way))
    assert all(heard.text for heard in answers)


@each
async def test_what_nobody_waits_for_holds_up_nobody(opened: Opened, tmp_path: Path) -> None:
    """Dropping is no error, also twice, also when it has long been heard."""
    async with opened(tmp_path, False) as recogniser, asyncio.timeout(20):
        dropped, kept = recogniser.recognise(spoken(0, 2)), recogniser.recognise(spoken(1, 3))
        dropped.cancel()
        dropped.cancel()
        assert (await kept.result()).text
        kept.cancel()
        assert (await recogniser.recognise(spoken(1, 3)).result()).text


@each
async def test_a_failure_is_one_error_of_ours(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits is told so, with a sentence and no word of a provider's; nobody hangs."""
    monkeypatch.setattr(audio, "RETRIES", 0)
    async with opened(tmp_path, True) as recogniser, asyncio.timeout(20):
        for _ in range(2):
            with pytest.raises(HearingFailed) as failed:
                await recogniser.recognise(spoken(0, 2)).result()
            assert failed.value.sentence
            assert "own words" not in failed.value.sentence
