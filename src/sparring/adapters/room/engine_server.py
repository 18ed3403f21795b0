"""One recogniser and one voice for all jobs of a worker: they stand in the worker's process, jobs ask over a socket.

Flows in: one request a connection, a line of JSON and the sound it announces. Flows out: what the engine made of it; a
connection that ends early is work nobody wants any more. The socket stands in a folder of its owner alone.
"""

import asyncio
import json
import struct
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sparring.adapters.hearing.local.wire import heard_as_json
from sparring.adapters.room.engine_wire import FAILED, FRAME, MAX_LINE_BYTES, MAX_SOUND_BYTES, STAND_BY, VOICE
from sparring.errors import HearingFailed, SparringError
from sparring.ports import Recogniser, StandIns, Synthesiser


class EngineServer:
    """Serves both engines on a Unix socket.

    Args:
        recogniser: started; None where a service hears each call in a session of the call's own.
        synthesiser: likewise.
        stand_by: started; for calls on which the other one falls silent.
    """

    def __init__(
        self, recogniser: Recogniser | None, synthesiser: Synthesiser | None, *, stand_by: Synthesiser | None = None
    ) -> None:
        lent = {VOICE: synthesiser, STAND_BY: stand_by}
        self._recogniser, self._voices = recogniser, {who: one for who, one in lent.items() if one is not None}
        self._server: asyncio.Server | None = None
        self._answering: set[asyncio.Task[Any]] = set()

    async def open(self, path: Path) -> None:
        """Jobs may ask from now on."""
        self._server = await asyncio.start_unix_server(self._take, path, limit=MAX_LINE_BYTES)

    async def close(self) -> None:
        """Nobody is answered any more; the engines stay."""
        if self._server is not None:
            self._server.close()
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))  # streams do not take a cancelled handler well
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            asked = json.loads(await reader.readline())
            sound = await reader.readexactly(min(int(asked.get("sound_bytes", 0)), MAX_SOUND_BYTES))
            await _while_wanted(self._answer(asked, sound, writer), reader)
        except (OSError, ValueError, asyncio.IncompleteReadError):
            pass  # the job is gone
        finally:
            writer.close()

    async def _answer(self, asked: dict[str, Any], sound: bytes, writer: asyncio.StreamWriter) -> None:
        try:
            match asked["ask"]:
                case "about":
                    _tell(writer, self._about())
                case "recognise":
                    await self._recognise(asked, sound, writer)
                case "speak":
                    await self._speak(asked, writer)
                case "prepare":
                    who = self._voices[asked["who"]]
                    await who.prepare(asked["text"], voice_id=asked["voice_id"], mood=asked["mood"])
                    _tell(writer, {})
            await writer.drain()
        except SparringError as error:
            _tell(writer, {"failed": error.sentence})

    def _about(self) -> dict[str, Any]:
        return {
            "hearing": None if self._recogniser is None else self._recogniser.name,
            "hearing_model": getattr(self._recogniser, "model", None),
            "voices": {name: _about_voice(synthesiser) for name, synthesiser in self._voices.items()},
        }

    async def _recognise(self, asked: dict[str, Any], sound: bytes, writer: asyncio.StreamWriter) -> None:
        if self._recogniser is None:
            raise HearingFailed("This worker hears nothing: each call has a service of its own.")
        recognition = self._recogniser.recognise(sound, hint=asked["hint"], words=asked["words"])
        try:
            _tell(writer, heard_as_json(await recognition.result()))
        except asyncio.CancelledError:
            recognition.cancel()
            raise

    async def _speak(self, asked: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        who = self._voices[asked["who"]]
        blocks: AsyncGenerator[bytes, None] = who.speak(asked["text"], voice_id=asked["voice_id"], mood=asked["mood"])
        end, begun = 0, False
        try:
            async with aclosing(blocks) as stream:
                async for block in stream:
                    if not begun:
                        _tell_who_speaks(writer, who, asked["voice_id"])
                        begun = True
                    writer.write(FRAME.pack(len(block)) + block)
                    await writer.drain()
        except SparringError:
            end = FAILED
        if not begun:
            _tell_who_speaks(writer, who, asked["voice_id"])
        writer.write(FRAME.pack(end))


def _about_voice(synthesiser: Synthesiser) -> dict[str, Any]:
    return {
        "name": synthesiser.name,
        "model": getattr(synthesiser, "model", None),
        "sample_rate_hz": synthesiser.sample_rate_hz,
        "cards": [asdict(card) for card in synthesiser.voices()],
    }


def _tell_who_speaks(writer: asyncio.StreamWriter, who: Synthesiser, voice_id: str) -> None:
    """Known once there is sound: a voice that was refused has somebody speak in its place."""
    _tell(writer, {"speaks": who.stand_in_for(voice_id) if isinstance(who, StandIns) else voice_id})


async def _while_wanted(work: Any, reader: asyncio.StreamReader) -> None:
    """Do the work until it is done or the other side hangs up, whichever is first."""
    task, gone = asyncio.ensure_future(work), asyncio.ensure_future(reader.read(1))
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in (task, gone):
            if not one.done():
                one.cancel()
        with suppress(asyncio.CancelledError, ConnectionError, struct.error):
            await task
        await asyncio.gather(gone, return_exceptions=True)


def _tell(writer: asyncio.StreamWriter, answer: dict[str, Any]) -> None:
    writer.write(json.dumps(answer).encode() + b"\n")
