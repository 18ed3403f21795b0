"""`Synthesiser` over any endpoint with OpenAI's speech protocol: each clause a streamed request, the next one ahead.

Flows in: texts and voice names (`coral`, `onyx`, … or the endpoint's own). Flows out: blocks of 20 ms at 24 kHz.
"""

from collections.abc import AsyncGenerator, Sequence
from typing import Final

import openai

from sparring.adapters.openai.audio import AudioClient, sentence_of
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.voice.line_cache import VoiceLine
from sparring.adapters.voice.pcm_stream import RATE_HZ
from sparring.adapters.voice.remote_lines import Pieces, RemoteLines
from sparring.errors import VoiceFailed
from sparring.ports import Mood, Progress, VoiceCard

ENGINE: Final = "openai-speech"
PIECE_BYTES: Final = 4_800  # a tenth of a second


class OpenAIVoice:
    """One for all calls.

    Args:
        endpoint: where, with which model.
    """

    name = ENGINE
    sample_rate_hz = RATE_HZ

    def __init__(self, endpoint: Endpoint) -> None:
        self.model = endpoint.model
        self._client = AudioClient(endpoint)
        self._lines = RemoteLines(self._fetch)

    async def start(self, progress: Progress) -> None:
        """One word, for real: a key or a model that is wrong shows now. Raises: VoiceFailed."""
        progress(0.5, "The voice's endpoint is called.")
        await self._ask("Hello.", "alloy", None)

    def voices(self) -> Sequence[VoiceCard]:
        """None of note: personas pin them by name."""
        return ()

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """PCM in blocks of 20 ms; the last one is filled up with silence. Raises: VoiceFailed."""
        return self._lines.speak(VoiceLine(text, voice_id, mood))

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Have the sound of `text` at hand; what goes wrong shows when it is spoken."""
        await self._lines.prepare(VoiceLine(text, voice_id, mood))

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _fetch(self, text: str, voice_id: str, pieces: Pieces) -> None:
        try:
            await self._ask(text, voice_id, pieces)
        except VoiceFailed as error:
            pieces.put_nowait(error)
        else:
            pieces.put_nowait(None)

    async def _ask(self, text: str, voice_id: str, pieces: Pieces | None) -> None:
        wanted = {"model": self.model, "voice": voice_id, "input": text, "response_format": "pcm"}
        try:
            async with self._client.audio.speech.with_streaming_response.create(**wanted) as answer:
                async for pcm in answer.iter_bytes(PIECE_BYTES):
                    if pieces is not None:
                        pieces.put_nowait(pcm)
        except openai.OpenAIError as error:
            raise VoiceFailed(sentence_of(error, part="voice", url_setting="SPARRING_VOICE_URL")) from None
