"""What the rep says, as sound: our own voices, another person than the buyer, whole lines with their times.

Flows in: texts. Flows out: s16le mono 48 kHz, or a WAV file for Chromium's fake microphone.
"""

import wave
from collections.abc import Sequence
from pathlib import Path

from sparring.adapters.voice import open_synthesiser
from sparring.bootstrap.spoken_demo import render

RATE_HZ = 48_000


_RENDERED: dict[tuple[str, str, str], bytes] = {}  # by engine, voice and text: to load an engine takes seconds


async def spoken(texts: Sequence[str], voice_id: str, *, engine: str = "auto") -> list[bytes]:
    """Each text as sound, made once in a run: the same words are the same samples. Raises: VoiceFailed."""
    wanted = [(engine, voice_id, text) for text in texts]
    if missing := [one for one in wanted if one not in _RENDERED]:
        voice, _ = await open_synthesiser(Path(), wanted=engine, progress=lambda *_: None)
        try:
            _RENDERED.update({one: await render(voice, one[2], voice_id) for one in missing})
        finally:
            await voice.close()
    return [_RENDERED[one] for one in wanted]


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
