"""`Synthesiser` over Azure Speech: each clause a request on a warm connection.

Flows in: texts and voice names. Flows out: blocks of 20 ms at 24 kHz. A voice that is refused is stood in for by one of
the same gender, as long as this process lives. A connection that breaks before a clause's first byte costs one more.
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Final

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.voice.azure import people
from sparring.adapters.voice.azure.connection import ConnectionLost, VoiceUnknown
from sparring.adapters.voice.azure.ssml import document
from sparring.adapters.voice.azure.warm import WarmConnections
from sparring.adapters.voice.line_cache import VoiceLine
from sparring.adapters.voice.pcm_stream import RATE_HZ
from sparring.adapters.voice.remote_lines import Pieces, RemoteLines
from sparring.errors import SparringError, VoiceFailed
from sparring.ports import Mood, Progress, VoiceCard

ATTEMPTS: Final = 2
_UNREACHABLE: Final = "Azure Speech cannot be reached: check SPARRING_AZURE_SPEECH_URL and the network."
_LOST: Final = "Azure Speech cannot be reached, or stopped in the middle of a line."
_NOBODY: Final = "Azure Speech has neither this voice nor one of the same gender in its place."


class AzureSynthesiser:
    """One for all calls.

    Args:
        connections: warm ones.
        temperature: 0-1, how freely HD voices speak; None: as they do by themselves.
        tokens: closed with the voice, where it has any.
    """

    name = people.ENGINE
    sample_rate_hz = RATE_HZ

    def __init__(
        self, connections: WarmConnections, *, temperature: float | None = None, tokens: TokenProvider | None = None
    ) -> None:
        self._connections, self._temperature, self._tokens = connections, temperature, tokens
        self._lines = RemoteLines(self._fetch)
        self._stand_ins: dict[str, str] = {}

    async def start(self, progress: Progress) -> None:
        """Open the first connection. Raises: VoiceFailed, ConfigRejected."""
        progress(0.5, "Azure Speech is called.")
        try:
            await self._connections.start()
        except ConnectionLost:
            raise VoiceFailed(_UNREACHABLE) from None

    def voices(self) -> Sequence[VoiceCard]:
        """The voices that shipped personas pin; others may be pinned by name."""
        return people.cards()

    def stand_in_for(self, voice_id: str) -> str:
        """Who speaks where this voice is pinned: itself, unless it was refused."""
        return self._stand_ins.get(voice_id, voice_id)

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """PCM in blocks of 20 ms; the last one is filled up with silence. Raises: VoiceFailed."""
        return self._lines.speak(VoiceLine(text, voice_id, mood))

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Have connections warm and the sound of `text` at hand; what goes wrong shows when it is spoken."""
        self._connections.arm()
        await self._lines.prepare(VoiceLine(text, voice_id, mood))

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()
        if self._tokens is not None:
            await self._tokens.close()

    async def _fetch(self, text: str, voice_id: str, pieces: Pieces) -> None:
        """One clause, from the pinned voice or who stands in for it."""
        try:
            while not await self._fetched_from(self.stand_in_for(voice_id), text, pieces):
                self._let_another_stand_in(voice_id)
        except SparringError as error:
            pieces.put_nowait(error)
        else:
            pieces.put_nowait(None)

    async def _fetched_from(self, voice: str, text: str, pieces: Pieces) -> bool:
        """False when the service does not have this voice. Raises: VoiceFailed, ConfigRejected."""
        for attempt in range(ATTEMPTS):
            try:
                await self._ask(document(text, voice=voice, temperature=self._temperature), pieces)
            except VoiceUnknown:
                return False
            except ConnectionLost:
                if attempt + 1 == ATTEMPTS:
                    raise VoiceFailed(_LOST) from None
            else:
                break
        return True

    async def _ask(self, ssml: str, pieces: Pieces) -> None:
        """Raises: ConnectionLost before the first byte, VoiceUnknown, VoiceFailed, ConfigRejected."""
        connection, begun = await self._connections.take(), False
        try:
            async with aclosing(connection.sound(ssml)) as sound:
                async for pcm in sound:
                    begun = True
                    pieces.put_nowait(pcm)
        except ConnectionLost:
            if begun:
                raise VoiceFailed(_LOST) from None
            raise
        finally:
            self._connections.give_back(connection)

    def _let_another_stand_in(self, voice_id: str) -> None:
        """Put the next voice of the same gender in this one's place. Raises: VoiceFailed when there is none left."""
        refused, others = self.stand_in_for(voice_id), people.stand_ins(voice_id)
        left = others[others.index(refused) + 1 :] if refused in others else others
        if not left:
            raise VoiceFailed(_NOBODY)
        self._stand_ins[voice_id] = left[0]
