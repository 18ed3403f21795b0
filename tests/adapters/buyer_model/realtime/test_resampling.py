"""Sound from the microphone's rate to the service's."""

import numpy as np

from sparring.adapters.buyer_model.realtime.resampling import IN_HZ, OUT_HZ, UpTo24kHz


def tone(hz: int, rate_hz: int, seconds: float = 1.0) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    return np.asarray(10_000 * np.sin(2 * np.pi * hz * np.arange(int(rate_hz * seconds)) / rate_hz), np.int16)


def test_a_tone_stays_what_it_was() -> None:
    """As loud and as high, half a millisecond later."""
    out = np.frombuffer(UpTo24kHz().take(tone(1_000, IN_HZ).tobytes()), np.int16).astype(float)
    assert len(out) == OUT_HZ
    spectrum = np.abs(np.fft.rfft(out[4_000:16_000] * np.hanning(12_000)))
    assert int(spectrum.argmax()) * OUT_HZ / 12_000 == 1_000
    assert abs(float(np.abs(out[4_000:]).max()) - 10_000) < 200


def test_nothing_is_added_above_what_the_microphone_hears() -> None:
    """The mirror of a tone at 5 kHz would stand at 11 kHz: it is a hundredth as loud, or less."""
    out = np.frombuffer(UpTo24kHz().take(tone(5_000, IN_HZ).tobytes()), np.int16).astype(float)
    spectrum = np.abs(np.fft.rfft(out[4_000:16_000] * np.hanning(12_000)))
    assert spectrum[5_500] * 100 < spectrum[2_500]


def test_stretches_of_any_length_make_the_same_sound_as_the_whole() -> None:
    """What was heard last is carried over, odd lengths included."""
    whole = tone(440, IN_HZ, 0.2).tobytes()
    parts, rate, at = b"", UpTo24kHz(), 0
    for length in (2, 640, 642, 6, 1_000, len(whole)):
        parts += rate.take(whole[at : at + length])
        at += length
    assert parts == UpTo24kHz().take(whole)
