"""How a persona's names are said: a `Synthesiser` in front of another one that rewrites the names in each text.

A lexicon maps a word to how it is said: as plain words (`Siobhan` -> `Shivawn`, any engine), or as phonemes between
slashes in the alphabet of hibari (`/win/`; engines without phonemes read the word as it is written).
"""

import re
from collections.abc import AsyncGenerator, Mapping, Sequence

from sparring.ports import Mood, Progress, Synthesiser, VoiceCard


class PronouncedNames:
    """For one persona.

    Args:
        synthesiser: what speaks.
        lexicon: word -> how it is said; matched as a whole word, capitals as given.
    """

    def __init__(self, synthesiser: Synthesiser, lexicon: Mapping[str, str]) -> None:
        self._synthesiser = synthesiser
        self._said = {word: _inline(word, said) for word, said in lexicon.items()}
        longest_first = sorted(lexicon, key=len, reverse=True)
        self._names = re.compile(rf"(?<![\w\[])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    @property
    def name(self) -> str:
        """The inner synthesiser's name."""
        return self._synthesiser.name

    @property
    def sample_rate_hz(self) -> int:
        """The inner synthesiser's rate."""
        return self._synthesiser.sample_rate_hz

    async def start(self, progress: Progress) -> None:
        """Start the inner synthesiser. Raises: VoiceFailed."""
        await self._synthesiser.start(progress)

    def voices(self) -> Sequence[VoiceCard]:
        """The inner synthesiser's voices."""
        return self._synthesiser.voices()

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser, with the names said right. Raises: VoiceFailed."""
        return self._synthesiser.speak(self.rewritten(text), voice_id=voice_id, mood=mood)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As the inner synthesiser."""
        await self._synthesiser.prepare(self.rewritten(text), voice_id=voice_id, mood=mood)

    async def close(self) -> None:
        """Nothing: the inner synthesiser is shared by all calls."""

    def rewritten(self, text: str) -> str:
        """`text` with every name as it is said."""
        return self._names.sub(lambda name: self._said[name[0]], text) if self._said else text


def _inline(word: str, said: str) -> str:
    return f"[{word}]({said})" if len(said) > 2 and said.startswith("/") and said.endswith("/") else said
