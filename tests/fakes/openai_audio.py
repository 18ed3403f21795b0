"""OpenAI's audio protocols on this machine over real HTTP: what was asked is remembered, faults happen on demand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.azure_speech import tone
from tests.fakes.loopback import served


@dataclass
class OpenAIAudio:
    """The service."""

    status: int = 200
    transcription: dict[str, Any] = field(default_factory=lambda: {"text": "Hello there."})
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    url: str = ""

    async def speech(self, request: web.Request) -> web.StreamResponse:
        """`/v1/audio/speech`."""
        self.keys.append(request.headers["Authorization"])
        if self.status != 200:
            return web.json_response({"error": {"message": "the service's own words"}}, status=self.status)
        self.asked.append(await request.json())
        answer = web.StreamResponse(headers={"Content-Type": "audio/pcm"})
        await answer.prepare(request)
        await answer.write(tone(self.asked[-1]["input"]))
        await answer.write_eof()
        return answer

    async def transcribe(self, request: web.Request) -> web.Response:
        """`/v1/audio/transcriptions`."""
        self.keys.append(request.headers["Authorization"])
        form = await request.post()
        fields = {
            name: value.file.read() if isinstance(value, web.FileField) else value for name, value in form.items()
        }
        self.asked.append(fields)
        if self.status != 200:
            return web.json_response({"error": {"message": "the service's own words"}}, status=self.status)
        return web.json_response(self.transcription)


@asynccontextmanager
async def openai_audio(**changes: Any) -> AsyncIterator[OpenAIAudio]:
    """Running on a port of this machine."""
    service, app = OpenAIAudio(**changes), web.Application()
    for root in ("/v1", "/openai/v1"):  # the latter is Azure's
        app.router.add_post(f"{root}/audio/speech", service.speech)
        app.router.add_post(f"{root}/audio/transcriptions", service.transcribe)
    async with served(app) as port:
        service.url = f"http://127.0.0.1:{port}/v1"
        yield service
