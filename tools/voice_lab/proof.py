"""What a voice is worth: sounds of known sentences in; words heard wrong, pitch, pace, naturalness, likeness out.

Run by the build for every voice it makes and by `bench/voice.py` for every voice that is served.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly
from tools.voice_lab.naturalness import Listener
from tools.voice_lab.pitch_track import middle_of, pitch_track
from tools.voice_lab.sources import naturalness_weights, speaker_encoder_weights
from tools.voice_lab.speaker import SpeakerEncoder
from tools.voice_lab.word_errors import count_errors

from sparring.adapters.hearing.local.whisper_engine import open_engine
from sparring.adapters.voice.local.conversion import Array

RATE_HZ, HEARING_RATE_HZ = 24_000, 16_000
MOST_WORDS_WRONG_PERCENT = 5.0
LEAST_PITCH_OF_A_WOMAN_HZ, MOST_PITCH_OF_A_MAN_HZ = 155.0, 145.0
MOST_ALIKE = 0.85
"""Cosine above which two voices count as one person: two halves of one voice measure 0.91 and more."""

Hear = Callable[[Array], str]


@dataclass(frozen=True, slots=True)
class Figures:
    """One voice. `self_likeness` is the cosine between the odd and the even sentences."""

    words: int
    words_wrong: int
    pitch_hz: float
    words_per_minute: float
    naturalness: float
    self_likeness: float
    vector: Array

    @property
    def words_wrong_percent(self) -> float:
        """Word error rate of the recogniser."""
        return 100 * self.words_wrong / self.words


class Judge:
    """The recogniser, the speaker encoder and the model of listeners, loaded once.

    Args:
        folder: where materials are kept.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        whisper = open_engine("whisper-base", folder, lambda _share, _sentence: None)
        self._hear: Hear = lambda samples: whisper.hear(samples, hint="", words=False, wanted=lambda: True).text
        self._speaker = SpeakerEncoder(speaker_encoder_weights(folder))
        self._listener = Listener(naturalness_weights(folder))

    def figures(self, sentences: Sequence[str], sounds: Sequence[Array]) -> Figures:
        """Of one voice that said `sentences` as `sounds` (float32 at 24 kHz)."""
        errors = [count_errors(said, self.heard(sound)) for said, sound in zip(sentences, sounds, strict=True)]
        pitch_hz = middle_of(np.concatenate([pitch_track(sound) for sound in sounds]))
        seconds = sum(map(len, sounds)) / RATE_HZ
        halves = [self.vector(sounds[start::2]) for start in (0, 1)]
        return Figures(
            words=sum(error.words for error in errors),
            words_wrong=sum(error.wrong for error in errors),
            pitch_hz=float(np.median(pitch_hz)),
            words_per_minute=60 * sum(len(sentence.split()) for sentence in sentences) / seconds,
            naturalness=float(np.mean([self._listener.overall(sound) for sound in sounds])),
            self_likeness=float(halves[0] @ halves[1]),
            vector=_unit(halves[0] + halves[1]),
        )

    def heard(self, sound: Array) -> str:
        """What the recogniser writes."""
        return self._hear(resample_poly(sound, HEARING_RATE_HZ, RATE_HZ).astype(np.float32))

    def vector(self, sounds: Sequence[Array]) -> Array:
        """Who it is."""
        return self._speaker.embed(np.concatenate(list(sounds)))


def likeness(figures: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    """Cosine of every two voices; on the diagonal that of a voice's two halves."""
    return {
        one: {
            other: round(mine.self_likeness if one == other else float(mine.vector @ theirs.vector), 3)
            for other, theirs in figures.items()
        }
        for one, mine in figures.items()
    }


def failures(figures: Mapping[str, Figures], genders: Mapping[str, str]) -> list[str]:
    """A sentence for each voice that is hard to understand or too high or low, and for each two that are too alike."""
    return [*_unfit(figures, genders), *_too_alike(figures)]


def _unfit(figures: Mapping[str, Figures], genders: Mapping[str, str]) -> Iterator[str]:
    for name, one in figures.items():
        if one.words_wrong_percent > MOST_WORDS_WRONG_PERCENT:
            yield f"{name}: {one.words_wrong_percent:.1f}% of words wrong, {MOST_WORDS_WRONG_PERCENT:.0f}% allowed"
        if genders[name] == "female" and one.pitch_hz < LEAST_PITCH_OF_A_WOMAN_HZ:
            yield f"{name}: {one.pitch_hz:.0f} Hz is too low for a woman here"
        if genders[name] == "male" and one.pitch_hz > MOST_PITCH_OF_A_MAN_HZ:
            yield f"{name}: {one.pitch_hz:.0f} Hz is too high for a man here"


def _too_alike(figures: Mapping[str, Figures]) -> Iterator[str]:
    for (one, first), (other, second) in combinations(figures.items(), 2):
        cosine = float(first.vector @ second.vector)
        if cosine > MOST_ALIKE:
            yield f"{one} and {other} sound like one person: cosine {cosine:.2f}, {MOST_ALIKE} allowed"


def table(figures: Mapping[str, Figures]) -> str:
    """Figures and matrix for people to read."""
    rows = [f"{'voice':10s} {'WER %':>6s} {'Hz':>5s} {'words/min':>9s} {'DNSMOS':>6s}"]
    for name, one in figures.items():
        rows.append(
            f"{name:10s} {one.words_wrong_percent:6.1f} {one.pitch_hz:5.0f} {one.words_per_minute:9.0f} "
            f"{one.naturalness:6.2f}"
        )
    matrix = likeness(figures)
    rows += ["", f"{'cosine':10s} " + " ".join(f"{name[:7]:>7s}" for name in matrix)]
    rows += [f"{name:10s} " + " ".join(f"{value:7.2f}" for value in row.values()) for name, row in matrix.items()]
    return "\n".join(rows)


def _unit(vector: Array) -> Array:
    unit: Array = vector / np.linalg.norm(vector)
    return unit
