"""One voice out of another: spectral parts of a sentence in, the same sentence in another person's colour out.

The speech model predicts one woman: per frame of 12.5 ms, amplitude and phase of 601 frequency bins, and the pitch.
A small network reads the model's own last hidden layer and says, for 36 bands, how much louder or softer the other
person is there; the pitch is moved to the other person's mean and range. `tools/voice_lab` trains these networks.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

BINS = 601
BIN_HZ = 20.0
BANDS = 36
MAX_GAIN_NEPERS, MIN_GAIN_NEPERS = 3.0, -4.0
VOICED_HZ = 40.0
RIPPLE_BINS, PHASE_BINS = 7, 15


class SpectralParts(NamedTuple):
    """What the speech model predicts: arrays of [601, frames], pitch of [frames] in Hz (below 40: unvoiced)."""

    harmonic: Array  # ln amplitude
    harmonic_phase: Array
    noise: Array  # ln amplitude
    free: Array  # ln amplitude
    free_phase: Array
    pitch_hz: Array


@dataclass(frozen=True, slots=True)
class Pitch:
    """Where a voice lies: the mean and the spread of ln(Hz) of the source, and of the person it becomes."""

    source_mean: float
    source_spread: float
    target_mean: float
    target_spread: float

    def moved(self, pitch_hz: Array, *, scale: float = 1.0, spread: float = 1.0) -> Array:
        """`pitch_hz` moved to the target; `scale` multiplies the pitch, `spread` widens or narrows its range."""
        voiced = pitch_hz > VOICED_HZ
        moved: Array = pitch_hz.copy()
        deviation = (np.log(pitch_hz[voiced]) - self.source_mean) * (self.target_spread / self.source_spread) * spread
        moved[voiced] = np.exp(deviation + (self.target_mean + np.log(scale)))
        return moved


@dataclass(frozen=True, slots=True)
class Network:
    """A multilayer perceptron with rectified hidden layers, on standardised inputs and outputs."""

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    input_mean: Array
    input_spread: Array
    output_mean: Array
    output_spread: Array

    def __call__(self, inputs: Array) -> Array:
        """[frames, inputs] -> [frames, outputs]."""
        layer: Array = (inputs - self.input_mean) / self.input_spread
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            layer = np.maximum(layer @ weight + bias, 0)
        result: Array = (layer @ self.weights[-1] + self.biases[-1]) * self.output_spread + self.output_mean
        return result


@dataclass(frozen=True, slots=True)
class Conversion:
    """Everything that turns the model's voice into one other voice.

    `rate` multiplies the model's pace, `formant` above 1 makes the vocal tract shorter, `gain` brings all voices to one
    level. Without a network the voice keeps the model's own colour.
    """

    pitch: Pitch
    rate: float
    formant: float
    gain: float
    network: Network | None

    def applied(self, parts: SpectralParts, hidden: Array, *, scale: float = 1.0, spread: float = 1.0) -> SpectralParts:
        """`parts` in the other person's colour; `hidden` is [frames, units] of the model's last layer."""
        pitch_hz = self.pitch.moved(parts.pitch_hz, scale=scale, spread=spread)
        if self.network is not None:
            parts = louder(without_ripple(parts), spread_over_bins(settled(self.network(hidden))))
        return warped(parts, self.formant)._replace(pitch_hz=pitch_hz)


def without_ripple(parts: SpectralParts) -> SpectralParts:
    """The harmonic part without the combs that the source's own pitch left in it.

    Moved to another pitch the combs sound rough: DNSMOS overall of a man's voice 3.01 with and 3.24 without them.
    """
    return parts._replace(
        harmonic=_evened(parts.harmonic, RIPPLE_BINS), harmonic_phase=_evened(parts.harmonic_phase, PHASE_BINS)
    )


def _evened(part: Array, bins: int) -> Array:
    """The mean over `bins` (odd) neighbouring bins."""
    padded = np.pad(part, ((bins // 2 + 1, bins // 2), (0, 0)), mode="edge").cumsum(axis=0, dtype=np.float64)
    mean: Array = ((padded[bins:] - padded[:-bins]) / bins).astype(np.float32)
    return mean


def band_centres_hz() -> Array:
    """Centres of the 36 bands, even on the mel scale from 60 to 11 500 Hz."""
    low, high = _mel(np.array([60.0, 11_500.0]))
    centres: Array = (700 * (10 ** (np.linspace(low, high, BANDS) / 2595) - 1)).astype(np.float32)
    return centres


def _mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    mel: NDArray[np.float64] = 2595 * np.log10(1 + hz / 700)
    return mel


def _interpolation() -> Array:
    """[601, 36]: weights that spread band values over the bins, linear on the mel scale."""
    centres = _mel(band_centres_hz().astype(np.float64))
    place = np.interp(_mel(np.linspace(0, (BINS - 1) * BIN_HZ, BINS)), centres, np.arange(BANDS))
    below = np.minimum(place.astype(int), BANDS - 2)
    weights = np.zeros((BINS, BANDS), np.float32)
    rows = np.arange(BINS)
    weights[rows, below] = 1 - (place - below)
    weights[rows, below + 1] = place - below
    return weights


INTERPOLATION = _interpolation()
BAND_MEAN: Array = (INTERPOLATION / INTERPOLATION.sum(0)).T.copy()
"""[36, 601]: the mean over each band's triangle."""


def spread_over_bins(band_gains: Array) -> Array:
    """[frames, 36] ln amplitude -> [601, frames], held within +-30 dB or so, so that no frame can shriek."""
    bins: Array = INTERPOLATION @ np.clip(band_gains, MIN_GAIN_NEPERS, MAX_GAIN_NEPERS).T
    return bins


def settled(band_gains: Array) -> Array:
    """Each frame mixed with its neighbours (1:2:1): single frames of a network's output flutter."""
    padded = np.pad(band_gains, ((1, 1), (0, 0)), mode="edge")
    mixed: Array = 0.25 * padded[:-2] + 0.5 * band_gains + 0.25 * padded[2:]
    return mixed


def louder(parts: SpectralParts, gains: Array) -> SpectralParts:
    """All three amplitude parts raised by `gains` (ln amplitude, [601, frames])."""
    return parts._replace(harmonic=parts.harmonic + gains, noise=parts.noise + gains, free=parts.free + gains)


def warped(parts: SpectralParts, factor: float) -> SpectralParts:
    """The vocal tract made shorter (`factor` > 1: formants up) or longer (< 1); phases take the nearest bin."""
    if abs(factor - 1) < 1e-3:
        return parts
    place = np.arange(BINS) / factor
    below = np.minimum(place.astype(int), BINS - 2)
    share = np.clip(place - below, 0, 1).astype(np.float32)[:, None]
    nearest = np.minimum(np.rint(place).astype(int), BINS - 1)
    harmonic, noise, free = (
        part[below] * (1 - share) + part[below + 1] * share for part in (parts.harmonic, parts.noise, parts.free)
    )
    phases = (parts.harmonic_phase[nearest], parts.free_phase[nearest])
    return SpectralParts(harmonic, phases[0], noise, free, phases[1], parts.pitch_hz)
