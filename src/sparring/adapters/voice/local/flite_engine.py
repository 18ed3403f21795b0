"""A fallback voice: CMU Flite from the system's own library, one woman (slt) and one man (rms). Words in, sound out."""

import ctypes
from collections.abc import Sequence
from typing import Any, Final, Literal

import numpy as np
from scipy.signal import resample_poly

from sparring.adapters.voice.pcm_stream import RATE_HZ, Samples
from sparring.adapters.voice.people import PEOPLE, person
from sparring.adapters.voice.prosody import Prosody
from sparring.adapters.voice.text_normalisation.normalise import without_phonemes
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

FLITE: Final = "flite"
LICENCE: Final = "BSD-style (Carnegie Mellon University)"

_Gender = Literal["female", "male"]
_SPEAKERS: Final[dict[_Gender, tuple[str, float]]] = {"female": ("slt", 0.41), "male": ("rms", 0.80)}
"""Name, and the gain that brings it to the level of the other engines."""

_STRETCH: Final = (
    b"duration_stretch"  # flite keeps the pointer to a feature's name: it must live as long as the library
)
_SEED: Final = 1


class _Wave(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_char_p),
        ("sample_rate", ctypes.c_int),
        ("num_samples", ctypes.c_int),
        ("num_channels", ctypes.c_int),
        ("samples", ctypes.POINTER(ctypes.c_short)),
    )


class _Speaker:
    """One of Flite's voices and its pace."""

    def __init__(self, library: Any, name: str) -> None:
        register = getattr(ctypes.CDLL(f"libflite_cmu_us_{name}.so.1"), f"register_cmu_us_{name}")
        register.restype, register.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
        self.voice = register(None)
        # cst_voice begins with a name and the pointer to its features (flite 2.x, cst_voice.h)
        self._features = ctypes.c_void_p.from_address(self.voice + ctypes.sizeof(ctypes.c_char_p)).value
        self._set = library.feat_set_float

    def stretch(self, factor: float) -> None:
        """How much slower everything is said from now on."""
        self._set(self._features, _STRETCH, factor)


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
        self._random = ctypes.CDLL(None).srand
        self._speakers = {gender: _Speaker(library, name) for gender, (name, _) in _SPEAKERS.items()}

    def voices(self) -> Sequence[VoiceCard]:
        """Everyone; all women are relatives of each other, and all men."""
        return tuple(
            VoiceCard(one.id, one.gender, f"flite_{_SPEAKERS[one.gender][0]}", FLITE, LICENCE) for one in PEOPLE
        )

    def sound(self, text: str, voice_id: str, delivery: Prosody) -> Samples:
        """The clause in that gender, pitch and mood.

        These voices have no setting for pitch: they speak slower and are played faster, which moves the formants too.
        """
        one = person(voice_id)
        speaker, pitch = self._speakers[one.gender], one.pitch * delivery.pitch
        speaker.stretch(pitch / (one.rate * delivery.rate))
        self._random(_SEED)  # its noise comes from C's rand
        pcm, rate_hz = self._wave(without_phonemes(text), speaker)
        sound: Samples = resample_poly(pcm.astype(np.float32) / 32_768, RATE_HZ // 100, round(rate_hz * pitch / 100))
        return sound * np.float32(_SPEAKERS[one.gender][1] * delivery.gain)

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
