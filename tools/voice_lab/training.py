"""A voice from its teacher: sentences of both in, a `Conversion` out.

Per sentence the speech model's own sound and the teacher's are aligned; a small network learns, from the model's last
hidden layer, how the envelope differs. A second round aligns again with the first network applied, which halves the
distance along the path.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from sklearn.neural_network import MLPRegressor
from tools.voice_lab.alignment import aligned
from tools.voice_lab.envelope import active_level, envelope
from tools.voice_lab.pitch_track import middle_of, pitch_track
from tools.voice_lab.recipe import Recipe

from sparring.adapters.voice.local.conversion import (
    VOICED_HZ,
    Array,
    Conversion,
    Network,
    Pitch,
    SpectralParts,
    settled,
    without_ripple,
)
from sparring.adapters.voice.local.model import SpeechModel, waveform

HIDDEN_LAYERS = (160, 96)
LEVEL = 10 ** (-23 / 20)
MOST_DIFFERENT = 5.0  # nepers; beyond it an alignment is wrong rather than a voice different


class Predicted(NamedTuple):
    """What the speech model makes of one sentence."""

    parts: SpectralParts
    hidden: Array


@dataclass(frozen=True, slots=True)
class Trained:
    """A voice and how well its network learned."""

    conversion: Conversion
    validation_r2: float
    frames: int
    path_distance: float


def train(model: SpeechModel, recipe: Recipe, sentences: Sequence[str], sounds: Sequence[Array]) -> Trained:
    """Learn one voice from `sounds`, the teacher's rendering of `sentences`."""
    predicted = [Predicted(*model.parts(model.ids(model.phonemes(sentence)[0]))) for sentence in sentences]
    native = _native_pitch(predicted, sounds)
    first, _, _ = _learned(predicted, sounds, native, None, recipe.seed)
    network, score, distance = _learned(predicted, sounds, native, first, recipe.seed)
    network = replace(network, output_spread=network.output_spread * np.float32(recipe.contrast))
    spread = recipe.pitch_spread or native.target_spread
    pitch = replace(native, target_mean=float(np.log(recipe.pitch_hz)), target_spread=spread)
    conversion = Conversion(pitch, recipe.rate, recipe.formant, 1.0, network)
    return Trained(
        replace(conversion, gain=_gain(conversion, predicted)),
        score,
        sum(len(sentence.hidden) for sentence in predicted),
        distance,
    )


def source_pitch(predicted: Sequence[Predicted]) -> tuple[float, float]:
    """Mean and spread of the model's own ln pitch, glides into and out of voicing left out."""
    pitch_hz = np.concatenate([sentence.parts.pitch_hz for sentence in predicted])
    voiced = np.log(middle_of(pitch_hz[pitch_hz > VOICED_HZ]))
    return float(voiced.mean()), float(voiced.std())


def _native_pitch(predicted: Sequence[Predicted], sounds: Sequence[Array]) -> Pitch:
    """From the model's pitch to the teacher's own, spread held to 1.3 times the model's."""
    mean, spread = source_pitch(predicted)
    target = np.log(middle_of(np.concatenate([pitch_track(sound) for sound in sounds])))
    return Pitch(mean, spread, float(target.mean()), min(float(target.std()), 1.3 * spread))


def _learned(
    predicted: Sequence[Predicted], sounds: Sequence[Array], pitch: Pitch, earlier: Network | None, seed: int
) -> tuple[Network, float, float]:
    pairs = [_pair(sentence, sound, pitch, earlier) for sentence, sound in zip(predicted, sounds, strict=True)]
    hidden = np.concatenate([sentence.hidden for sentence in predicted])
    network, score = _fitted(hidden, np.concatenate([gains for gains, _ in pairs]), seed)
    return network, score, float(np.mean([distance for _, distance in pairs]))


def _pair(sentence: Predicted, sound: Array, pitch: Pitch, earlier: Network | None) -> tuple[Array, float]:
    """[frames, 36]: how much louder the teacher is in each frame of the model's own sentence."""
    middle_hz = float(np.exp(pitch.target_mean))
    parts = without_ripple(sentence.parts)._replace(pitch_hz=pitch.moved(sentence.parts.pitch_hz))
    own = envelope(waveform(parts, seed=0), pitch_hz=middle_hz)[: len(sentence.hidden)]
    target = envelope(sound, pitch_hz=middle_hz)
    if earlier is None:  # two voices: compare the course of each band, not its level
        near = aligned(_standard(own), _standard(target))
        course = near[0] * target.std(axis=0) + target.mean(axis=0)
    else:
        scale = own.std()
        near = aligned((own + settled(earlier(sentence.hidden))) / scale, target / scale)
        course = near[0] * scale
    return np.clip(course - own, -MOST_DIFFERENT, MOST_DIFFERENT), near[1]


def _standard(frames: Array) -> Array:
    standard: Array = (frames - frames.mean(axis=0)) / frames.std(axis=0)
    return standard


def _fitted(inputs: Array, outputs: Array, seed: int) -> tuple[Network, float]:
    input_mean, input_spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-3
    output_mean, output_spread = outputs.mean(axis=0), outputs.std(axis=0) + 1e-3
    learner = MLPRegressor(
        hidden_layer_sizes=HIDDEN_LAYERS,
        alpha=1e-3,
        batch_size=128,
        max_iter=40,
        early_stopping=True,
        n_iter_no_change=6,
        random_state=seed,
    )
    learner.fit((inputs - input_mean) / input_spread, (outputs - output_mean) / output_spread)
    network = Network(
        tuple(_half(weight) for weight in learner.coefs_),
        tuple(_half(bias) for bias in learner.intercepts_),
        *(_half(array) for array in (input_mean, input_spread, output_mean, output_spread)),
    )
    return network, float(learner.best_validation_score_)


def _half(array: Array) -> Array:
    """Rounded to half precision, as the file keeps it: what is measured is what is shipped."""
    rounded: Array = array.astype(np.float16).astype(np.float32)
    return rounded


def _gain(conversion: Conversion, predicted: Sequence[Predicted]) -> float:
    """What brings the voice to -23 dB of full scale while it speaks."""
    spoken = [waveform(conversion.applied(*sentence), seed=0) for sentence in predicted[:24]]
    return LEVEL / active_level(np.concatenate(spoken))
