"""How names are said: a lexicon that rewrites texts, and a `Synthesiser` that puts a persona's lexicon before another.

A lexicon maps a word to how it is said: as plain words (`Siobhan` -> `Shivawn`, any engine), or as phonemes between
slashes in the alphabet of hibari (`/win/`; engines without phonemes read the word as it is written).
"""

import json
import re
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path

from sparring.adapters.voice.wrapper import VoiceWrapper
from sparring.ports import Mood, Synthesiser


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


class PronouncedNames(VoiceWrapper):
    """For one persona.

    Args:
        synthesiser: what speaks.
        lexicon: the persona's, word -> how it is said.
    """

    def __init__(self, synthesiser: Synthesiser, lexicon: Mapping[str, str]) -> None:
        super().__init__(synthesiser)
        self._lexicon = Lexicon(lexicon)

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser, with the names said right. Raises: VoiceFailed."""
        return super().speak(self._lexicon.rewritten(text), voice_id=voice_id, mood=mood)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As the inner synthesiser."""
        await super().prepare(self._lexicon.rewritten(text), voice_id=voice_id, mood=mood)


def _inline(word: str, said: str) -> str:
    return f"[{word}]({said})" if len(said) > 2 and said.startswith("/") and said.endswith("/") else said
