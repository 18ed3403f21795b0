"""A job's side of its worker's engines: `Recogniser` and `Synthesiser` that ask over the worker's socket.

A connection each request, a tenth of a millisecond; hanging up cancels.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.adapters.hearing.local.wire import heard_from_json
from sparring.adapters.hearing.pending import PendingRecognition
from sparring.adapters.room.engine_wire import FAILED, FRAME, MAX_LINE_BYTES, STAND_BY, VOICE
from sparring.errors import HearingFailed, SparringError, VoiceFailed
from sparring.ports import Heard, Mood, Progress, Recognition, VoiceCard

_WORKER_GONE = "The worker that hears and speaks for this call is gone."
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class ClientRecogniser:
    """`Recogniser` of the worker at `path`; `about`: what the worker says of its engines."""

    def __init__(self, path: Path, about: dict[str, Any]) -> None:
        self.path, self.name = path, str(about["hearing"])
        self.model = str(about["hearing_model"] or self.name)

    async def start(self, progress: Progress) -> None:
        """The worker has started it."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """Begin."""
        asked = {"ask": "recognise", "hint": hint, "words": words, "sound_bytes": len(pcm_16khz)}
        return PendingRecognition(self._heard(asked, pcm_16khz))

    async def close(self) -> None:
        """It stays for the other jobs."""

    async def _heard(self, asked: dict[str, Any], pcm_16khz: bytes) -> Heard:
        answer = await _ask(self.path, asked, pcm_16khz, failed=HearingFailed)
        return heard_from_json(answer)


class ClientSynthesiser:
    """`Synthesiser` of the worker at `path`: `who` of its voices, about which it says `about`."""

    def __init__(self, path: Path, who: str, about: dict[str, Any]) -> None:
        self.path, self.name, self.sample_rate_hz = path, str(about["name"]), int(about["sample_rate_hz"])
        self.model = str(about["model"] or self.name)
        self._who = who
        self._voices = tuple(VoiceCard(**card) for card in about["cards"])
        self._stand_ins: dict[str, str] = {}

    async def start(self, progress: Progress) -> None:
        """The worker has started it."""

    def voices(self) -> Sequence[VoiceCard]:
        """Every voice there is."""
        return self._voices

    def stand_in_for(self, voice_id: str) -> str:
        """Who spoke last where this voice is pinned."""
        return self._stand_ins.get(voice_id, voice_id)

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """PCM in blocks of 20 ms. Raises: VoiceFailed."""
        asked = {"ask": "speak", "who": self._who, "text": text, "voice_id": voice_id, "mood": mood}
        reader, writer = await _connected(self.path, asked, b"", failed=VoiceFailed)
        try:
            self._stand_ins[voice_id] = str((await _answer(reader, failed=VoiceFailed))["speaks"])
            while block := await _block(reader):
                yield block
        finally:
            writer.close()

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """A head start; a failure here shows when the text is spoken."""
        asked = {"ask": "prepare", "who": self._who, "text": text, "voice_id": voice_id, "mood": mood}
        await asyncio.gather(_ask(self.path, asked, b"", failed=VoiceFailed), return_exceptions=True)

    async def close(self) -> None:
        """It stays for the other jobs."""


@dataclass(frozen=True, slots=True)
class ClientEngines:
    """What a worker lends its jobs. `stand_by`: the voice for calls on which the other falls silent."""

    recogniser: ClientRecogniser | None  # None where a service hears each call in a session of the call's own
    synthesiser: ClientSynthesiser | None  # likewise
    stand_by: ClientSynthesiser | None


async def guest_of(path: Path) -> ClientEngines:
    """The engines of the worker whose socket is `path`. Raises: HearingFailed when it is gone."""
    about = await _ask(path, {"ask": "about"}, b"", failed=HearingFailed)
    voices = {who: ClientSynthesiser(path, who, one) for who, one in about["voices"].items()}
    recogniser = None if about["hearing"] is None else ClientRecogniser(path, about)
    return ClientEngines(recogniser, voices.get(VOICE), voices.get(STAND_BY))


async def _ask(path: Path, asked: dict[str, Any], sound: bytes, *, failed: type[SparringError]) -> dict[str, Any]:
    reader, writer = await _connected(path, asked, sound, failed=failed)
    try:
        return await _answer(reader, failed=failed)
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader, *, failed: type[SparringError]) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(await reader.readline())
    except (OSError, ValueError):
        raise failed(_WORKER_GONE) from None
    if "failed" in answer:
        raise failed(answer["failed"])
    return answer


async def _connected(path: Path, asked: dict[str, Any], sound: bytes, *, failed: type[SparringError]) -> Streams:
    try:
        reader, writer = await asyncio.open_unix_connection(path, limit=MAX_LINE_BYTES)
        writer.write(json.dumps(asked).encode() + b"\n" + sound)
        await writer.drain()
    except OSError:
        raise failed(_WORKER_GONE) from None
    return reader, writer


async def _block(reader: asyncio.StreamReader) -> bytes:
    try:
        (size,) = FRAME.unpack(await reader.readexactly(FRAME.size))
        if size == FAILED:
            raise VoiceFailed("The voice broke off.")
        return await reader.readexactly(size)
    except (OSError, asyncio.IncompleteReadError):
        raise VoiceFailed(_WORKER_GONE) from None
