"""How high a voice is, from its sound; and a `Synthesiser` for one call that listens to what it hands over.

Pitch is found by autocorrelation in frames of 40 ms and given as the median over the voiced ones. A line of six seconds
takes a few milliseconds in a thread; the loop only keeps references to the blocks.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sparring.adapters.voice.frames import voiced_frames
from sparring.adapters.voice.timbre import timbre_of
from sparring.adapters.voice.wrapper import VoiceWrapper
from sparring.call.voice_pitch import Timbre
from sparring.ports import Mood, Synthesiser

LISTENS_S: Final = 6.0  # of a line: more does not move the median
LISTENS_AFTER_S: Final = 0.2
"""Before that the line is on its way to the ear, and a thread that computes holds the loop up by 5 ms at a time."""
_RATE_HZ: Final = 8_000
_FRAME, _HOP, _FFT = 320, 160, 1_024  # 40 ms, 20 ms, and room for every lag
_LOWEST_HZ, _HIGHEST_HZ = 65, 400
_VOICED: Final = 0.5  # of the frame's own energy comes back after one period
_NEARLY: Final = 0.9  # the shortest lag that is nearly the best is the period, not twice it
_ENOUGH_FRAMES: Final = 15


def median_pitch_hz(pcm: bytes, rate_hz: int) -> float | None:
    """The median pitch of 16-bit mono PCM, or None with less than 0.3 s of voice in it."""
    found = voiced_frames(pcm, rate_hz, wanted_hz=_RATE_HZ, length=_FRAME, hop=_HOP)
    if found is None:
        return None
    frames = found.samples
    pitches = _pitches_hz(frames - frames.mean(axis=1, keepdims=True), found.rate_hz) if len(frames) else frames
    return round(float(np.median(pitches)), 1) if len(pitches) >= _ENOUGH_FRAMES else None


def _pitches_hz(frames: NDArray[np.float32], rate_hz: float) -> NDArray[np.float32]:
    """The pitch of each voiced frame."""
    spectrum = np.fft.rfft(frames, _FFT, axis=1)
    echoes = np.fft.irfft(np.abs(spectrum) ** 2, _FFT, axis=1)[:, :_FRAME]
    echoes /= np.maximum(echoes[:, :1], 1e-9)
    echoes *= _FRAME / (_FRAME - np.arange(_FRAME))  # fewer samples overlap at longer lags
    shortest, longest = int(rate_hz / _HIGHEST_HZ), int(rate_hz / _LOWEST_HZ)
    searched = echoes[:, shortest : longest + 1]
    best = searched.max(axis=1)
    voiced = best > _VOICED
    peaks = (searched[:, 1:-1] >= searched[:, :-2]) & (searched[:, 1:-1] >= searched[:, 2:])
    high = peaks & (searched[:, 1:-1] >= _NEARLY * best[:, None])
    lags = high.argmax(axis=1) + 1 + shortest
    found: NDArray[np.float32] = (rate_hz / lags)[voiced & high.any(axis=1)].astype(np.float32)
    return found


class PitchListener(VoiceWrapper):
    """The outermost one, so that it knows texts as the call does.

    Args:
        synthesiser: speaks.
        on_sound: told the text of a line, the median pitch of its sound and its timbre, on the loop.
    """

    def __init__(self, synthesiser: Synthesiser, on_sound: Callable[[str, float, Timbre | None], None]) -> None:
        super().__init__(synthesiser)
        self._on_sound = on_sound
        self._listening: set[asyncio.Task[None]] = set()

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser. Raises: VoiceFailed."""
        heard, kept_bytes, most_bytes = list[bytes](), 0, round(LISTENS_S * self.sample_rate_hz) * 2
        try:
            async with aclosing(self._synthesiser.speak(text, voice_id=voice_id, mood=mood)) as blocks:
                async for block in blocks:
                    if kept_bytes < most_bytes:
                        heard.append(block)
                        kept_bytes += len(block)
                    yield block
        finally:
            task = asyncio.create_task(self._listen(text, heard), name="pitch")
            self._listening.add(task)
            task.add_done_callback(self._listening.discard)

    async def _listen(self, text: str, heard: list[bytes]) -> None:
        await asyncio.sleep(LISTENS_AFTER_S)
        pitch_hz, timbre = await asyncio.to_thread(_sound_of, b"".join(heard), self.sample_rate_hz)
        if pitch_hz is not None:
            self._on_sound(text, pitch_hz, timbre)


def _sound_of(pcm: bytes, rate_hz: int) -> tuple[float | None, Timbre | None]:
    return median_pitch_hz(pcm, rate_hz), timbre_of(pcm, rate_hz)
