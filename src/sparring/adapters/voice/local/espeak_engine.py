"""The last fallback voice: espeak-ng, a GPL-3 library that is loaded only in a process of its own. Words in, sound out.

From the optional extra `espeak` (package espeakng-loader), else from the system.
"""

import ctypes
import ctypes.util
import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.signal import resample_poly

from sparring.adapters.voice.pcm_stream import RATE_HZ, Samples
from sparring.adapters.voice.people import PEOPLE, Person, person
from sparring.adapters.voice.prosody import Prosody
from sparring.adapters.voice.text_normalisation.normalise import without_phonemes
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

ESPEAK: Final = "espeak"
LICENCE: Final = "GPL-3.0-or-later"
WORDS_PER_MINUTE: Final = 165
_LEVEL: Final = 0.66  # brings espeak's sound to the level of the other engines

# espeak-ng's speak_lib.h
_SYNCHRONOUS, _CHARS_UTF8, _OK = 2, 1, 0
_RATE, _PITCH, _RANGE = 1, 3, 4
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
_VARIANTS: Final = {"female": b"en-us+f3", "male": b"en-us+m3"}
_MIDDLE: Final = {"female": 50, "male": 45}


class EspeakEngine:
    """One library for everyone.

    Args:
        library: path or name of libespeak-ng.
        data: folder of its data, or None for the library's own.

    Raises: OSError when it cannot be loaded.
    """

    name = ESPEAK

    def __init__(self, library: str, data: Path | None) -> None:
        self._library: Any = ctypes.CDLL(library)
        folder = str(data).encode() if data else None
        self._rate_hz = self._library.espeak_Initialize(_SYNCHRONOUS, 0, folder, 0)
        if self._rate_hz <= 0:
            raise OSError("espeak-ng has no data")
        self._pcm = bytearray()
        self._callback = _Callback(self._take)  # kept: the library calls it as long as it lives
        self._library.espeak_SetSynthCallback(self._callback)

    def voices(self) -> Sequence[VoiceCard]:
        """Everyone; all are relatives."""
        return tuple(VoiceCard(one.id, one.gender, f"espeak_{one.gender}", ESPEAK, LICENCE) for one in PEOPLE)

    def sound(self, text: str, voice_id: str, delivery: Prosody) -> Samples:
        """The clause in that gender, pitch and mood; no two times quite the same."""
        self._settle(person(voice_id), delivery)
        self._pcm.clear()
        data = without_phonemes(text).encode()
        if self._library.espeak_Synth(data, len(data) + 1, 0, 0, 0, _CHARS_UTF8, None, None) != _OK:
            raise VoiceFailed("espeak made no sound of a clause.")
        sound: Samples = resample_poly(
            np.frombuffer(self._pcm, "<i2").astype(np.float32) / 32_768, RATE_HZ, self._rate_hz
        )
        return sound * np.float32(_LEVEL * delivery.gain)

    def _settle(self, one: Person, delivery: Prosody) -> None:
        self._library.espeak_SetVoiceByName(_VARIANTS[one.gender])
        settings = {
            _RATE: WORDS_PER_MINUTE * one.rate * delivery.rate,
            _PITCH: _MIDDLE[one.gender] * one.pitch * delivery.pitch,
            _RANGE: 50 * delivery.pitch_range,
        }
        for parameter, value in settings.items():
            self._library.espeak_SetParameter(parameter, round(value), 0)

    def _take(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._pcm += ctypes.string_at(samples, 2 * count)
        return 0


def open_engine(progress: Progress) -> EspeakEngine:
    """Load the library. Raises: VoiceFailed."""
    progress(0.2, "Loading espeak-ng.")
    for library, data in _places():
        try:
            return EspeakEngine(library, data)
        except OSError:
            continue
    raise VoiceFailed("espeak-ng is not installed (Debian: libespeak-ng1, or Sparring's extra `espeak`).")


def _places() -> list[tuple[str, Path | None]]:
    """The extra's library, then the system's."""
    places: list[tuple[str, Path | None]] = []
    try:
        loader = importlib.import_module("espeakng_loader")
        places.append((str(loader.get_library_path()), Path(loader.get_data_path())))
    except ImportError:
        pass
    system = ctypes.util.find_library("espeak-ng")
    return [*places, (system, None)] if system else places
