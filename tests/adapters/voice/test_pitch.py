"""Pitch from sound, and a listener that takes nothing of the call's time."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import numpy as np
import pytest

from sparring.adapters.voice.pitch import PitchListener, median_pitch_hz
from sparring.ports import Mood
from tests.fakes.phone import ToneSynthesiser

RATE = 24_000


def voice(pitch_hz: float, seconds: float = 1.0, *, rate: int = RATE, noise: float = 0.0) -> bytes:
    """A buzz with the harmonics of a voice, its level rising and falling four times a second."""
    at = np.arange(round(seconds * rate)) / rate
    wave = sum(np.sin(2 * np.pi * pitch_hz * n * at) / n for n in range(1, 12))
    wave *= 0.6 + 0.4 * np.sin(2 * np.pi * 4 * at)
    wave += noise * np.random.default_rng(1).standard_normal(len(at))
    return (3_000 * wave).astype("<i2").tobytes()


@pytest.mark.parametrize("pitch_hz", [80, 96, 110, 136, 178, 209, 260, 320])
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_the_pitch_of_a_buzz_is_found_within_three_percent(pitch_hz: float, noise: float) -> None:
    """From a deep man to a child, not an octave off; with noise under it too."""
    found = median_pitch_hz(voice(pitch_hz, noise=noise), RATE)
    assert found == pytest.approx(pitch_hz, rel=0.03)


def test_silence_noise_and_too_little_have_none() -> None:
    """A yes of a fifth of a second is not judged by."""
    noise = (3_000 * np.random.default_rng(2).standard_normal(RATE)).astype("<i2").tobytes()
    assert median_pitch_hz(bytes(2 * RATE), RATE) is None
    assert median_pitch_hz(noise, RATE) is None
    assert median_pitch_hz(voice(200, 0.2), RATE) is None
    assert median_pitch_hz(b"", RATE) is None


class Buzz(ToneSynthesiser):
    """A second of 200 Hz in blocks of 20 ms."""

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        sound = voice(200)
        for start in range(0, len(sound), 960):
            yield sound[start : start + 960]


async def test_a_line_is_handed_on_as_it_is_and_its_pitch_told_afterwards() -> None:
    """By its text."""
    told: list[tuple[str, float]] = []
    listener = PitchListener(Buzz(), lambda text, hz, _: told.append((text, hz)))
    sound = b"".join([block async for block in listener.speak("Hello.", voice_id="heart")])
    assert sound == voice(200)
    async with asyncio.timeout(5):
        while not told:
            await asyncio.sleep(0.001)
    ((text, pitch_hz),) = told
    assert text == "Hello."
    assert pitch_hz == pytest.approx(200, rel=0.03)


async def test_what_was_made_before_the_rep_cut_in_is_listened_to() -> None:
    """Half a line is enough."""
    told: list[str] = []
    listener = PitchListener(Buzz(), lambda text, *_: told.append(text))
    async with aclosing(listener.speak("Hello.", voice_id="heart")) as blocks:
        for _ in range(40):
            await anext(blocks)
    async with asyncio.timeout(5):
        while not told:
            await asyncio.sleep(0.001)
    assert told == ["Hello."]


async def test_everything_else_is_the_inner_voice_s_affair() -> None:
    """As for any voice of a call."""
    inner = Buzz()
    listener = PitchListener(inner, lambda *_: None)
    await listener.start(lambda *_: None)
    await listener.prepare("Hello.", voice_id="heart")
    assert listener.voices() == inner.voices()
    assert listener.stand_in_for("heart") == "heart"
    await listener.close()
