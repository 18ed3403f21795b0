"""A job's recogniser and voice: what they make of a worker's answers, and of a worker that goes."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.adapters.hearing.metered import MeteredHearing
from sparring.adapters.room.engine_client import ClientRecogniser, ClientSynthesiser, guest_of
from sparring.adapters.room.engine_server import EngineServer
from sparring.adapters.room.engine_wire import FAILED, FRAME, VOICE
from sparring.errors import HearingFailed, VoiceFailed
from sparring.ports import Heard
from sparring.usage import Meter, Tokens
from tests.fakes.phone import CodedRecogniser, spoken

TOOK = Tokens("openai-hearing", "gpt-4o-transcribe", input_audio=30, output=4)
ABOUT_HEARING = {"hearing": "coded", "hearing_model": None}
ABOUT_VOICE: dict[str, object] = {"name": "tone", "model": None, "sample_rate_hz": 24_000, "cards": []}


class Charging(CodedRecogniser):
    """A service that says how many tokens a stretch took."""

    def hear(self, pcm_16khz: bytes) -> Heard:
        """With what it is charged by."""
        return replace(super().hear(pcm_16khz), tokens=TOOK)


@asynccontextmanager
async def worker_that_says(answer: bytes, path: Path) -> AsyncIterator[None]:
    """Reads the question, answers so much and hangs up."""

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = json.loads(await reader.readline())
        await reader.readexactly(asked.get("sound_bytes", 0))
        writer.write(answer)
        writer.close()

    async with await asyncio.start_unix_server(take, path):
        yield


async def test_what_a_stretch_took_is_counted_on_the_job_s_side(tmp_path: Path) -> None:
    """A call in a room is charged like any other, and is heard."""
    host, meter = EngineServer(Charging(["Hello there."], takes_s=0.01), None), Meter()
    await host.open(tmp_path / "engines")
    lent = await guest_of(tmp_path / "engines")
    assert lent.recogniser is not None
    heard = await MeteredHearing(lent.recogniser, meter).recognise(spoken(0, 2)).result()
    await host.close()
    assert (heard.text, heard.tokens) == ("Hello there.", TOOK)
    assert [(one.unit, one.amount) for one in meter.usage()] == [("output_tokens", 4), ("input_audio_tokens", 30)]


@pytest.mark.parametrize("answer", [b"", b'{"text": "Hel', b'{"failed": "The recogniser stopped."}\n'])
async def test_a_worker_without_an_answer_is_an_error_of_hearing(tmp_path: Path, answer: bytes) -> None:
    """Whether it died before or while it answered, or says so itself."""
    async with worker_that_says(answer, tmp_path / "engines"):
        with pytest.raises(HearingFailed):
            await ClientRecogniser(tmp_path / "engines", ABOUT_HEARING).recognise(spoken(0, 2)).result()


@pytest.mark.parametrize("end", [b"", FRAME.pack(960) + b"half", FRAME.pack(FAILED)])
async def test_a_voice_that_breaks_off_is_an_error_after_what_was_said(tmp_path: Path, end: bytes) -> None:
    """The blocks before it are whole; nothing is taken for the end of the line."""
    block = b"\x00\x20" * 480
    said = b'{"speaks": "nora"}\n' + FRAME.pack(len(block)) + block
    async with worker_that_says(said + end, tmp_path / "engines"):
        blocks = ClientSynthesiser(tmp_path / "engines", VOICE, ABOUT_VOICE).speak("Good morning.", voice_id="nora")
        assert await anext(blocks) == block
        with pytest.raises(VoiceFailed):
            await anext(blocks)


async def test_what_is_prepared_in_vain_is_silent(tmp_path: Path) -> None:
    """A head start shows its failure when the text is spoken."""
    await ClientSynthesiser(tmp_path / "nowhere", VOICE, ABOUT_VOICE).prepare("Good morning.", voice_id="nora")
