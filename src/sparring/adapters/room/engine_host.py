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

from sparring.adapters.room.engine_wire import FAILED, FRAME, MAX_LINE_BYTES, MAX_SOUND_BYTES, heard_as_json
from sparring.errors import HearingFailed, SparringError
from sparring.ports import Recogniser, Synthesiser


class EngineHost:
    """Serves both engines on a Unix socket.

    Args:
        recogniser: started; None where a service hears each call in a session of the call's own.
        synthesiser: started.
    """

    def __init__(self, recogniser: Recogniser | None, synthesiser: Synthesiser) -> None:
        self._recogniser, self._synthesiser = recogniser, synthesiser
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
                    await self._synthesiser.prepare(asked["text"], voice_id=asked["voice_id"], mood=asked["mood"])
                    _tell(writer, {})
            await writer.drain()
        except SparringError as error:
            _tell(writer, {"failed": error.sentence})

    def _about(self) -> dict[str, Any]:
        return {
            "hearing": None if self._recogniser is None else self._recogniser.name,
            "voice": self._synthesiser.name,
            "sample_rate_hz": self._synthesiser.sample_rate_hz,
            "voices": [asdict(card) for card in self._synthesiser.voices()],
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
        blocks: AsyncGenerator[bytes, None] = self._synthesiser.speak(
            asked["text"], voice_id=asked["voice_id"], mood=asked["mood"]
        )
        end = 0
        try:
            async with aclosing(blocks) as stream:
                async for block in stream:
                    writer.write(FRAME.pack(len(block)) + block)
                    await writer.drain()
        except SparringError:
            end = FAILED
        writer.write(FRAME.pack(end))


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
