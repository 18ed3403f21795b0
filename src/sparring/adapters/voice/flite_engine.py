"""A fallback voice: CMU Flite from the system's own library, one woman (slt) and one man (rms). Words in, sound out."""

import ctypes
from collections.abc import Sequence
from typing import Any, Final, Literal

import numpy as np
from scipy.signal import resample_poly

from sparring.adapters.voice.delivery import Delivery
from sparring.adapters.voice.joins import RATE_HZ, Samples
from sparring.adapters.voice.normalise import without_phonemes
from sparring.adapters.voice.people import PEOPLE, person
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

FLITE: Final = "flite"
LICENCE: Final = "BSD-style (Carnegie Mellon University)"
_LEVEL: Final = 0.9  # brings flite's sound to the level of the other engines

_Gender = Literal["female", "male"]
_SPEAKERS: Final[dict[_Gender, str]] = {"female": "slt", "male": "rms"}
_PITCH_HZ: Final[dict[_Gender, tuple[float, float]]] = {"female": (175.0, 18.0), "male": (105.0, 14.0)}
"""Mean and spread that the engine aims at."""


class _Wave(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_char_p),
        ("sample_rate", ctypes.c_int),
        ("num_samples", ctypes.c_int),
        ("num_channels", ctypes.c_int),
        ("samples", ctypes.POINTER(ctypes.c_short)),
    )


class _Speaker:
    """One of Flite's voices and its settings."""

    def __init__(self, library: Any, name: str) -> None:
        register = getattr(ctypes.CDLL(f"libflite_cmu_us_{name}.so.1"), f"register_cmu_us_{name}")
        register.restype, register.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
        self.voice = register(None)
        # cst_voice begins with a name and the pointer to its features (flite 2.x, cst_voice.h)
        self._features = ctypes.c_void_p.from_address(self.voice + ctypes.sizeof(ctypes.c_char_p)).value
        self._set = library.feat_set_float

    def set(self, **features: float) -> None:
        """Settings such as `duration_stretch`, for everything said from now on."""
        for name, value in features.items():
            self._set(self._features, name.encode(), value)


class FliteEngine:
    """One library for both speakers.

    Raises: OSError when the libraries are not there.
    """

    name = FLITE

    def __init__(self) -> None:
        self._library = library = ctypes.CDLL("libflite.so.1", mode=ctypes.RTLD_GLOBAL)
        for part in ("cmulex", "usenglish"):
            ctypes.CDLL(f"libflite_{part}.so.1", mode=ctypes.RTLD_GLOBAL)
        library.flite_init()
        library.flite_text_to_wave.restype = ctypes.POINTER(_Wave)
        library.flite_text_to_wave.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
        library.delete_wave.argtypes = [ctypes.POINTER(_Wave)]
        library.feat_set_float.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_float]
        self._speakers = {gender: _Speaker(library, name) for gender, name in _SPEAKERS.items()}

    def voices(self) -> Sequence[VoiceCard]:
        """Everyone; all women are relatives of each other, and all men."""
        return tuple(VoiceCard(one.id, one.gender, f"flite_{_SPEAKERS[one.gender]}", FLITE, LICENCE) for one in PEOPLE)

    def sound(self, text: str, voice_id: str, delivery: Delivery) -> Samples:
        """The clause in that gender, pitch and mood."""
        one = person(voice_id)
        speaker, (mean_hz, spread_hz) = self._speakers[one.gender], _PITCH_HZ[one.gender]
        speaker.set(
            duration_stretch=1 / (one.rate * delivery.rate),
            int_f0_target_mean=mean_hz * one.pitch * delivery.pitch,
            int_f0_target_stddev=spread_hz * delivery.pitch_range,
        )
        pcm, rate_hz = self._wave(without_phonemes(text), speaker)
        sound: Samples = resample_poly(pcm.astype(np.float32) / 32_768, RATE_HZ, rate_hz)
        return sound * np.float32(_LEVEL * delivery.gain)

    def _wave(self, text: str, speaker: _Speaker) -> tuple[np.ndarray[Any, np.dtype[np.int16]], int]:
        wave = self._library.flite_text_to_wave(text.encode("ascii", "ignore"), speaker.voice)
        if not wave:
            raise VoiceFailed("flite made no sound of a clause.")
        try:
            content = wave.contents
            return np.ctypeslib.as_array(content.samples, (content.num_samples,)).copy(), content.sample_rate
        finally:
            self._library.delete_wave(wave)


def open_engine(progress: Progress) -> FliteEngine:
    """Load both speakers. Raises: VoiceFailed."""
    progress(0.2, "Loading flite.")
    try:
        return FliteEngine()
    except (OSError, AttributeError):
        raise VoiceFailed("flite is not installed (Debian: libflite1).") from None
