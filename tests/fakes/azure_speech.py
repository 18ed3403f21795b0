"""Azure Speech on this machine: the real WebSocket protocol, with delays, refusals and a record of what was asked.

Sound is a tone of 60 ms a word, with 100 ms of silence before and after it, as the real voices bring it.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

RATE_HZ = 24_000
WORD_MS, EDGE_MS = 60, 100
CHUNK = 2 * RATE_HZ // 10  # a tenth of a second in each message
SPEAK = "{http://www.w3.org/2001/10/synthesis}"


@dataclass
class Asked:
    """One request."""

    connection: int
    text: str
    voice: str
    parameters: str | None
    begun_s: float
    ended_s: float | None = None


@dataclass
class AzureSpeech:
    """The service. Set what goes wrong before it does."""

    open_s: float = 0.0  # before a connection stands, as TLS and a long way take
    first_byte_s: float = 0.0
    chunk_s: float = 0.0
    unknown_voices: set[str] = field(default_factory=set)
    refuse_with: HTTPStatus | None = None
    moved_to: str = ""
    close_with: list[tuple[int, str]] = field(default_factory=list)  # one for each of the next requests
    mute: int = 0  # so many of the next requests get no answer at all
    break_after_chunks: int | None = None
    asked: list[Asked] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    open_now: int = 0
    url: str = ""

    @property
    def connections(self) -> int:
        """How many there ever were."""
        return len(self.headers)

    async def check(self, connection: ServerConnection, request: Request) -> Response | None:
        """The upgrade: refused, or counted."""
        if self.moved_to:
            moved = connection.respond(HTTPStatus.TEMPORARY_REDIRECT, "")
            moved.headers["Location"] = self.moved_to
            return moved
        if self.refuse_with is not None:
            return connection.respond(self.refuse_with, "the service's own words")
        await asyncio.sleep(self.open_s)
        self.headers.append({name.lower(): value for name, value in request.headers.raw_items()})
        self.paths.append(request.path)
        return None

    async def talk(self, connection: ServerConnection) -> None:
        """One connection to its end."""
        number, context = self.connections - 1, None
        self.open_now += 1
        try:
            async for message in connection:
                assert isinstance(message, str)
                head, _, body = message.partition("\r\n\r\n")
                headers = dict(line.split(": ", 1) for line in head.split("\r\n"))
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", headers["X-Timestamp"])
                if headers["Path"] == "synthesis.context":
                    context = json.loads(body)
                elif headers["Path"] == "ssml":
                    assert context is not None
                    await self._speak(connection, number, headers["X-RequestId"], body)
        except ConnectionClosed:
            pass
        finally:
            self.open_now -= 1

    async def _speak(self, connection: ServerConnection, number: int, request_id: str, ssml: str) -> None:
        asked = _asked(number, ssml)
        self.asked.append(asked)
        if self.mute > 0:
            self.mute -= 1
            return
        await connection.send(_text("turn.start", request_id, {"context": {"serviceTag": "1"}}))
        if asked.voice in self.unknown_voices:
            await connection.close(1007, f"Unsupported voice {asked.voice}.")
            return
        if self.close_with:
            await connection.close(*self.close_with.pop(0))
            return
        await asyncio.sleep(self.first_byte_s)
        sound = tone(asked.text)
        for count, start in enumerate(range(0, len(sound), CHUNK)):
            if self.break_after_chunks is not None and count >= self.break_after_chunks:
                connection.transport.abort()
                return
            await connection.send(_audio(request_id, sound[start : start + CHUNK]))
            await asyncio.sleep(self.chunk_s)
        await connection.send(_audio(request_id, b""))
        await connection.send(_text("turn.end", request_id, {}))
        asked.ended_s = asyncio.get_running_loop().time()


def tone(text: str) -> bytes:
    """What the service sends for a text."""
    count = len(text.split()) * WORD_MS * RATE_HZ // 1000
    wave = 8_000 * np.sin(2 * np.pi * 200 * np.arange(count) / RATE_HZ)
    edge = bytes(2 * EDGE_MS * RATE_HZ // 1000)
    return edge + wave.astype("<i2").tobytes() + edge


@asynccontextmanager
async def azure_speech(**changes: Any) -> AsyncIterator[AzureSpeech]:
    """Running on a port of this machine."""
    service = AzureSpeech(**changes)
    server: Server = await serve(service.talk, "127.0.0.1", 0, process_request=service.check, compression=None)
    async with server:
        service.url = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        yield service


def _asked(number: int, ssml: str) -> Asked:
    voice = ET.fromstring(ssml)[0]  # noqa: S314 - our own document
    assert voice.tag == f"{SPEAK}voice"
    text = "".join(voice.itertext())
    return Asked(number, text, voice.attrib["name"], voice.attrib.get("parameters"), asyncio.get_running_loop().time())


def _text(path: str, request_id: str, body: dict[str, Any]) -> str:
    head = f"X-RequestId:{request_id}\r\nContent-Type:application/json; charset=utf-8\r\nPath:{path}"
    return f"{head}\r\n\r\n{json.dumps(body)}"


def _audio(request_id: str, sound: bytes) -> bytes:
    head = f"X-RequestId:{request_id}\r\nContent-Type:audio/x-wav\r\nPath:audio\r\n".encode()
    return len(head).to_bytes(2) + head + sound
