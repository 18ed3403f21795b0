"""What the rep says, as sound: our own voices, another person than the buyer, whole lines with their times.

Flows in: texts. Flows out: s16le mono 48 kHz, or a WAV file for Chromium's fake microphone.
"""

import wave
from collections.abc import Sequence
from pathlib import Path

from sparring.adapters.voice import open_synthesiser
from sparring.bootstrap.spoken_demo import render

RATE_HZ = 48_000


async def spoken(texts: Sequence[str], voice_id: str, *, engine: str = "auto") -> list[bytes]:
    """Each text as sound. Raises: VoiceFailed."""
    voice, _ = await open_synthesiser(Path(), wanted=engine, progress=lambda *_: None)
    try:
        return [await render(voice, text, voice_id) for text in texts]
    finally:
        await voice.close()


def silence(seconds: float) -> bytes:
    """So much of nothing."""
    return bytes(2 * round(seconds * RATE_HZ))


def write_wav(path: Path, pcm_48khz: bytes) -> Path:
    """For `plugged_in`."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(pcm_48khz)
    return path
