"""One voice out of another."""

import numpy as np
import pytest

from sparring.adapters.voice.local.conversion import (
    BAND_MEAN,
    BANDS,
    BINS,
    INTERPOLATION,
    MAX_GAIN_NEPERS,
    Array,
    Conversion,
    Network,
    Pitch,
    SpectralParts,
    settled,
    spread_over_bins,
    warped,
    without_ripple,
)

FRAMES = 12
PITCH = Pitch(source_mean=float(np.log(200)), source_spread=0.2, target_mean=float(np.log(100)), target_spread=0.1)


def parts(pitch_hz: float = 200.0) -> SpectralParts:
    bins: Array = np.repeat(np.linspace(0, 1, BINS)[:, None], FRAMES, axis=1).astype(np.float32)
    return SpectralParts(bins, bins, bins, bins, bins, np.full(FRAMES, pitch_hz, np.float32))


def constant_network(gain: float) -> Network:
    """Says the same gain for every band, whatever it reads."""
    zeros = np.zeros((4, BANDS), np.float32)
    ones, inputs = np.ones(BANDS, np.float32), np.zeros(4, np.float32)
    return Network((zeros,), (np.zeros(BANDS, np.float32),), inputs, inputs + 1, ones * np.float32(gain), ones)


def test_the_middle_pitch_moves_to_the_target_and_the_range_with_it() -> None:
    """200 Hz becomes 100 Hz; a step of one spread becomes a step of the other's spread."""
    moved = PITCH.moved(np.array([200.0, 200 * np.exp(0.2), 0.0], np.float32))
    assert moved[:2] == pytest.approx([100.0, 100 * np.exp(0.1)], rel=1e-4)
    assert moved[2] == 0


def test_mood_scales_and_spreads_the_pitch() -> None:
    """A wider range leaves the middle where it is."""
    assert PITCH.moved(np.array([200.0], np.float32), scale=1.1, spread=2.0)[0] == pytest.approx(110, rel=1e-4)
    high = np.array([200 * np.exp(0.2)], np.float32)
    assert PITCH.moved(high, spread=2.0)[0] == pytest.approx(100 * np.exp(0.2), rel=1e-4)


def test_a_network_standardises_and_rectifies() -> None:
    """Two layers by hand."""
    network = Network(
        weights=(np.array([[1.0, -1.0]], np.float32), np.array([[2.0], [3.0]], np.float32)),
        biases=(np.zeros(2, np.float32), np.array([1.0], np.float32)),
        input_mean=np.array([10.0], np.float32),
        input_spread=np.array([2.0], np.float32),
        output_mean=np.array([5.0], np.float32),
        output_spread=np.array([10.0], np.float32),
    )
    assert network(np.array([[14.0], [6.0]], np.float32)).tolist() == [[55.0], [75.0]]


def test_every_bin_belongs_to_its_bands() -> None:
    """Weights of a bin sum to one, and the mean over each band too."""
    assert INTERPOLATION.sum(axis=1) == pytest.approx(np.ones(BINS))
    assert BAND_MEAN.sum(axis=1) == pytest.approx(np.ones(BANDS), rel=1e-5)
    assert spread_over_bins(np.full((3, BANDS), 0.5, np.float32)) == pytest.approx(np.full((BINS, 3), 0.5))


def test_no_network_can_make_a_frame_shriek() -> None:
    """Gains are held."""
    assert spread_over_bins(np.full((1, BANDS), 99.0, np.float32)).max() == pytest.approx(MAX_GAIN_NEPERS)


def test_single_frames_are_mixed_with_their_neighbours() -> None:
    """One frame that sticks out keeps half of it, and the sum stays."""
    gains = np.zeros((5, BANDS), np.float32)
    gains[2] = 4
    assert settled(gains)[:, 0].tolist() == [0, 1, 2, 1, 0]


def test_a_comb_is_evened_out_and_a_slope_is_not() -> None:
    """Ripples over the bins go, the envelope under them stays."""
    comb = np.tile(np.array([7.0, 0, 0, 0, 0, 0, 0], np.float32), 86)[:BINS]
    slope = parts().harmonic[:, 0]
    even = without_ripple(parts()._replace(harmonic=np.stack([comb + slope] * FRAMES, axis=1))).harmonic[:, 0]
    assert even[10:-10] == pytest.approx(1 + slope[10:-10], abs=1e-3)


def test_a_longer_vocal_tract_lowers_the_formants() -> None:
    """A peak at bin 200 moves to bin 180."""
    peak: Array = np.exp(-(((np.arange(BINS) - 200) / 5.0) ** 2)).astype(np.float32)[:, None].repeat(FRAMES, axis=1)
    moved = warped(parts()._replace(harmonic=peak), 0.9)
    assert int(moved.harmonic[:, 0].argmax()) == 180
    assert moved.harmonic_phase.shape == (BINS, FRAMES)


def test_a_conversion_moves_pitch_and_colour_together() -> None:
    """All three amplitudes rise by what the network says; phases stay."""
    conversion = Conversion(PITCH, rate=1.0, formant=1.0, gain=1.0, network=constant_network(0.5))
    before = parts()
    after = conversion.applied(before, np.zeros((FRAMES, 4), np.float32))
    assert after.pitch_hz == pytest.approx(np.full(FRAMES, 100.0), rel=1e-4)
    assert after.noise == pytest.approx(before.noise + 0.5, abs=1e-5)
    assert after.free == pytest.approx(before.free + 0.5, abs=1e-5)
    assert np.array_equal(after.free_phase, before.free_phase)


def test_without_a_network_the_colour_is_the_models_own() -> None:
    """Only the pitch moves."""
    conversion = Conversion(PITCH, rate=1.0, formant=1.0, gain=1.0, network=None)
    after = conversion.applied(parts(), np.zeros((FRAMES, 4), np.float32))
    assert np.array_equal(after.harmonic, parts().harmonic)
    assert after.pitch_hz[0] == pytest.approx(100, rel=1e-4)
