"""LiveKit's own plugin for Azure Speech, against a server of the protocol it speaks: one HTTP request a sentence.

Flows in: the delays of the service. Flows out: the figures that can be compared, or why there are none. The plugin is
no dependency of Sparring: `uv pip install livekit-plugins-azure livekit-plugins-openai` puts it beside.
"""

import asyncio
import importlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree import ElementTree as ET

from bench.support.spread import spread_of

from tests.fakes.loopback import served

MISSING: Final = "not measured: livekit-plugins-azure is not installed"
TEXT: Final = "I would rather think about it, number {0}."
PIECE: Final = bytes(2_400)  # 50 ms at 24 kHz
PIECES: Final = 12
PIECE_S: Final = 0.01
CUT_AFTER: Final = 2  # pieces
REP_TALKS_S: Final = 0.4


@dataclass
class Service:
    """What was asked, over how many connections; documents that are no XML are refused, as the real one does."""

    first_byte_s: float
    open_s: float
    peers: list[Any] = field(default_factory=list)

    async def answer(self, request: Any) -> Any:
        """Sound in pieces."""
        from aiohttp import web  # noqa: PLC0415

        peer, document = request.transport.get_extra_info("peername"), await request.text()
        if peer not in self.peers:
            await asyncio.sleep(self.open_s)
        self.peers.append(peer)
        try:
            ET.fromstring(document)  # noqa: S314 - made by the plugin on this machine
        except ET.ParseError:
            return web.Response(status=400)
        response = web.StreamResponse()
        await asyncio.sleep(self.first_byte_s)
        await response.prepare(request)
        with suppress(ConnectionError):  # a barge-in closes it
            for _ in range(PIECES):
                await response.write(PIECE)
                await asyncio.sleep(PIECE_S)
        return response


@asynccontextmanager
async def _served(service: Service) -> AsyncIterator[str]:
    from aiohttp import web  # noqa: PLC0415

    app = web.Application()
    app.router.add_post("/{any:.*}", service.answer)
    async with served(app) as port:
        yield f"http://127.0.0.1:{port}/v1"


async def stock_figures(*, lines: int, first_byte_ms: float, open_ms: float) -> dict[str, Any] | str:
    """First byte cold, steady and after a barge-in; how many connections; and whether an ampersand is spoken."""
    try:
        azure = importlib.import_module("livekit.plugins.azure")
    except ImportError:
        return MISSING
    import aiohttp  # noqa: PLC0415

    service = Service(first_byte_ms / 1000, open_ms / 1000)
    async with _served(service) as url, aiohttp.ClientSession() as session:
        voice = azure.TTS(speech_endpoint=url, speech_key="none", http_session=session)
        cold = await _first_ms(voice, TEXT.format("that is first"))
        steady = [await _first_ms(voice, TEXT.format(number)) for number in range(lines)]
        after = []
        for number in range(lines):
            await _cut_off(voice, TEXT.format(f"{number} that is cut"))
            await asyncio.sleep(REP_TALKS_S)
            after.append(await _first_ms(voice, TEXT.format(f"{number} after a cut")))
        spoken = await _is_spoken(voice, "Johnson & Sons <home care>")
    return {
        "first byte of the first line, ms": round(cold, 1),
        "first byte, ms": spread_of(steady),
        "first byte after a barge-in, ms": spread_of(after),
        "connections for so many requests": f"{len(set(service.peers))} for {len(service.peers)}",
        "an ampersand is spoken": spoken,
    }


async def _first_ms(voice: Any, text: str) -> float:
    began_s, first_ms = time.perf_counter(), 0.0
    async with voice.synthesize(text) as stream:
        async for _ in stream:
            first_ms = first_ms or (time.perf_counter() - began_s) * 1000
    return first_ms


async def _cut_off(voice: Any, text: str) -> None:
    async with voice.synthesize(text) as stream:
        count = 0
        async for _ in stream:
            count += 1
            if count == CUT_AFTER:
                break


async def _is_spoken(voice: Any, text: str) -> bool:
    try:
        return await _first_ms(voice, text) > 0
    except Exception:  # noqa: BLE001 - whatever the plugin raises, nothing was spoken
        return False
