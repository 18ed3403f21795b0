"""How names are said: a lexicon that rewrites texts, and a `Synthesiser` that puts a persona's lexicon before another.

A lexicon maps a word to how it is said: as plain words (`Siobhan` -> `Shivawn`, any engine), or as phonemes between
slashes in the alphabet of hibari (`/win/`; engines without phonemes read the word as it is written).
"""

import json
import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from pathlib import Path

from sparring.ports import Mood, Progress, StandIns, Synthesiser, VoiceCard


class Lexicon:
    """Words and how they are said; matched as whole words, capitals as given.

    Args:
        said: word -> how it is said.
    """

    def __init__(self, said: Mapping[str, str]) -> None:
        self._said = {word: _inline(word, how) for word, how in said.items()}
        longest_first = sorted(said, key=len, reverse=True)
        self._words = re.compile(rf"(?<![\w\[])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def rewritten(self, text: str) -> str:
        """`text` with every word as it is said."""
        return self._words.sub(lambda word: self._said[word[0]], text) if self._said else text


def common_names() -> Lexicon:
    """Names of people, places and medicines that hibari's own reading gets wrong."""
    return Lexicon(json.loads(Path(__file__).with_name("pronunciations.json").read_text(encoding="utf-8")))


class PronouncedNames:
    """For one persona.

    Args:
        synthesiser: what speaks.
        lexicon: the persona's, word -> how it is said.
    """

    def __init__(self, synthesiser: Synthesiser, lexicon: Mapping[str, str]) -> None:
        self._synthesiser, self._lexicon = synthesiser, Lexicon(lexicon)

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
        return self._synthesiser.speak(self._lexicon.rewritten(text), voice_id=voice_id, mood=mood)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As the inner synthesiser."""
        await self._synthesiser.prepare(self._lexicon.rewritten(text), voice_id=voice_id, mood=mood)

    def stand_in_for(self, voice_id: str) -> str:
        """As the inner synthesiser."""
        inner = self._synthesiser
        return inner.stand_in_for(voice_id) if isinstance(inner, StandIns) else voice_id

    async def close(self) -> None:
        """Nothing: the inner synthesiser is shared by all calls."""


def _inline(word: str, said: str) -> str:
    return f"[{word}]({said})" if len(said) > 2 and said.startswith("/") and said.endswith("/") else said
