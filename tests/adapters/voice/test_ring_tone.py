"""The ringing tone."""

from itertools import islice

import numpy as np
import pytest

from sparring.adapters.voice.ring_tone import ring_tone


@pytest.mark.parametrize("rate_hz", [8_000, 24_000, 48_000])
def test_it_rings_two_seconds_and_is_silent_for_four(rate_hz: int) -> None:
    """And then again, in blocks of 20 ms."""
    blocks = list(islice(ring_tone(rate_hz), 400))
    assert {len(block) for block in blocks} == {2 * rate_hz // 50}
    ringing = [any(block) for block in blocks]
    assert ringing == [True] * 100 + [False] * 200 + [True] * 100


def test_it_holds_two_tones() -> None:
    """440 and 480 Hz, equally loud, and nothing else."""
    pcm = np.frombuffer(b"".join(islice(ring_tone(8_000), 100)), "<i2").astype(float)
    spectrum = np.abs(np.fft.rfft(pcm))
    loudest = sorted(int(place / 2) for place in np.argsort(spectrum)[-2:])
    assert loudest == [440, 480]
    rest = np.delete(spectrum, [place for hz in (440, 480) for place in range(2 * hz - 40, 2 * hz + 41)])
    assert rest.max() < spectrum.max() / 50


def test_it_begins_and_ends_softly() -> None:
    """No click where it starts and stops."""
    pcm = np.frombuffer(b"".join(islice(ring_tone(48_000), 120)), "<i2").astype(int)
    assert abs(pcm[0]) < 10
    assert np.abs(np.diff(pcm)).max() < 500
