"""One recogniser and one voice for all jobs of a worker, over a real socket."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sparring.adapters.room.engine_client import ClientRecogniser, ClientSynthesiser, guest_of
from sparring.adapters.room.engine_server import EngineServer
from sparring.errors import HearingFailed, VoiceFailed
from tests.fakes.phone import CodedRecogniser, ToneSynthesiser, spoken


@dataclass
class Guests:
    """A job's two engines, and the worker's own behind them."""

    recogniser: ClientRecogniser
    synthesiser: ClientSynthesiser
    ears: CodedRecogniser
    voice: ToneSynthesiser
    host: EngineServer


@asynccontextmanager
async def at_work(folder: Path, ears: CodedRecogniser) -> AsyncIterator[Guests]:
    voice = ToneSynthesiser()
    host = EngineServer(ears, voice)
    await host.open(folder / "engines")
    lent = await guest_of(folder / "engines")
    assert lent.recogniser is not None
    assert lent.synthesiser is not None
    yield Guests(lent.recogniser, lent.synthesiser, ears, voice, host)
    await host.close()


def play(folder: Path, scenario: Callable[[Guests], Awaitable[None]], *, ears: CodedRecogniser | None = None) -> None:
    async def run() -> None:
        async with at_work(folder, ears or CodedRecogniser(["Hello there."], takes_s=0.01)) as guests:
            await scenario(guests)

    asyncio.run(run())


def test_a_job_hears_and_speaks_with_its_worker_s_engines(tmp_path: Path) -> None:
    """The same text, the same voices, the same sound as without a socket in between."""

    async def scenario(guests: Guests) -> None:
        recognition = guests.recogniser.recognise(spoken(0, 2), hint="Dana")
        heard = await recognition.result()
        assert heard.text == "Hello there."
        assert guests.synthesiser.voices() == tuple(guests.voice.voices())
        blocks = [block async for block in guests.synthesiser.speak("Good morning.", voice_id="nora", mood="warm")]
        own = [block async for block in guests.voice.speak("Good morning.", voice_id="nora", mood="warm")]
        assert blocks == own
        await guests.synthesiser.prepare("Good morning.", voice_id="nora")

    play(tmp_path, scenario)


def test_what_the_recogniser_cannot_do_is_its_error(tmp_path: Path) -> None:
    """With its own sentence."""

    async def scenario(guests: Guests) -> None:
        with pytest.raises(HearingFailed, match="stopped"):
            await guests.recogniser.recognise(spoken(0, 2)).result()

    play(tmp_path, scenario, ears=CodedRecogniser(["Hello."], takes_s=0.01, fails={0}))


def test_a_worker_that_is_gone_is_an_error_of_hearing_and_of_voice(tmp_path: Path) -> None:
    """Never one of the system's own."""

    async def scenario(guests: Guests) -> None:
        await guests.host.close()
        (tmp_path / "engines").unlink(missing_ok=True)
        with pytest.raises(HearingFailed):
            await guests.recogniser.recognise(spoken(0, 2)).result()
        with pytest.raises(VoiceFailed):
            [_ async for _ in guests.synthesiser.speak("Good morning.", voice_id="nora")]

    play(tmp_path, scenario)


class Refused(ToneSynthesiser):
    """A service that has another voice in the place of every pinned one."""

    model = "hd"

    def stand_in_for(self, voice_id: str) -> str:
        """Somebody else."""
        return f"not-{voice_id}"


def test_a_job_knows_who_stood_in_and_has_the_voice_that_stands_by(tmp_path: Path) -> None:
    """What a service is called and charges by crosses the socket too."""

    async def scenario() -> None:
        stand_by = ToneSynthesiser()
        host = EngineServer(CodedRecogniser(["Hello."]), Refused(name="azure-speech"), stand_by=stand_by)
        await host.open(tmp_path / "engines")
        lent = await guest_of(tmp_path / "engines")
        assert lent.synthesiser is not None
        assert lent.recogniser is not None
        assert (lent.synthesiser.name, lent.synthesiser.model, lent.recogniser.model) == ("azure-speech", "hd", "coded")
        assert lent.synthesiser.stand_in_for("nora") == "nora"
        assert [block async for block in lent.synthesiser.speak("Hello.", voice_id="nora")]
        assert lent.synthesiser.stand_in_for("nora") == "not-nora"
        assert lent.stand_by is not None
        assert [block async for block in lent.stand_by.speak("Hello again.", voice_id="ruth")]
        assert [text for text, *_ in stand_by.spoken] == ["Hello again."]
        await host.close()

    asyncio.run(scenario())


def test_a_recognition_that_is_no_longer_wanted_is_taken_back(tmp_path: Path) -> None:
    """The worker hears of it, and the next job is not kept waiting."""

    async def scenario(guests: Guests) -> None:
        recognition = guests.recogniser.recognise(spoken(0, 2))
        await asyncio.sleep(0.05)
        recognition.cancel()
        async with asyncio.timeout(2):
            while guests.ears.cancelled == 0:
                await asyncio.sleep(0.01)

    play(tmp_path, scenario, ears=CodedRecogniser(["Hello."], takes_s=30))
