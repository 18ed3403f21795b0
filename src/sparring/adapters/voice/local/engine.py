"""What every local voice can do, whoever made it: words of one clause in, sound at 24 kHz out."""

from collections.abc import Sequence
from typing import Final, Protocol

from sparring.adapters.voice.pcm_stream import Samples
from sparring.adapters.voice.prosody import Prosody
from sparring.ports import VoiceCard

ENGINES: Final = ("hibari", "flite", "espeak")
"""From the most to the least natural; `<name>_engine.py` holds `open_engine(progress)` for each."""


class VoiceEngine(Protocol):
    """A loaded engine. It may block: it lives in a process of its own."""

    name: str

    def voices(self) -> Sequence[VoiceCard]:
        """In a fixed order."""

    def sound(self, text: str, voice_id: str, delivery: Prosody) -> Samples:
        """float32 at 24 kHz for normalised words, `[name](/phonemes/)` allowed.

        The same words, voice and delivery give the same samples, except from espeak.

        Raises: KeyError for a voice that is not there.
        """
