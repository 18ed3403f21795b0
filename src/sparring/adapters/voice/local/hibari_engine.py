"""The voice of the laptop: hibari's speech model, and the people made out of its one voice. Words in, sound out."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from sparring.adapters.catalogue import checked_file, load_catalogue
from sparring.adapters.voice.local.conversion import Conversion, Pitch
from sparring.adapters.voice.local.model import SpeechModel, waveform
from sparring.adapters.voice.local.weights_file import read_conversion
from sparring.adapters.voice.pcm_stream import Samples
from sparring.adapters.voice.people import PEOPLE
from sparring.adapters.voice.pronunciation import common_names
from sparring.adapters.voice.prosody import DELIVERIES, Prosody
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

HIBARI: Final = "hibari"
SEED: Final = 20_240_601
SOURCE_PITCH: Final = (5.283, 0.1845)
"""Mean and spread of ln(Hz) of the model's own voice, over the training sentences of `tools/voice_lab`."""

MODEL_ID, VOICES_ID = "hibari_heart", "sparring_voices"
MODEL_FILE = "hibari.onnx"
HEART: Final = Conversion(Pitch(*SOURCE_PITCH, *SOURCE_PITCH), rate=1.0, formant=1.0, gain=1.26, network=None)


class HibariEngine:
    """Everyone speaks through one model.

    Args:
        model: the speech model.
        conversions: by voice id, what turns its voice into each person's.
    """

    name = HIBARI

    def __init__(self, model: SpeechModel, conversions: dict[str, Conversion]) -> None:
        self._model, self._conversions = model, conversions
        self._names = common_names()

    def voices(self) -> Sequence[VoiceCard]:
        """Everyone; no two are relatives."""
        return tuple(VoiceCard(one.id, one.gender, one.id, HIBARI, "Apache-2.0") for one in PEOPLE)

    def sound(self, text: str, voice_id: str, delivery: Prosody) -> Samples:
        """The clause in that voice and mood."""
        conversion = self._conversions[voice_id]
        rate = conversion.rate * delivery.rate
        spoken = [
            waveform(
                conversion.applied(
                    *self._model.parts(ids, rate=rate), scale=delivery.pitch, spread=delivery.pitch_range
                ),
                seed=SEED,
            )
            for ids in map(self._model.ids, self._model.phonemes(self._names.rewritten(text)))
            if len(ids) > 2
        ]
        if not spoken:
            return np.zeros(0, np.float32)
        return np.concatenate(spoken) * np.float32(conversion.gain * delivery.gain)


def open_engine(progress: Progress) -> HibariEngine:
    """Check all digests, load, and warm up. Raises: VoiceFailed."""
    progress(0.1, "Checking the weights of the voice.")
    speech = load_catalogue().model(MODEL_ID)
    paths = {file.name: checked_file(speech, file.name, failed=VoiceFailed) for file in speech.files}
    conversions = shipped_conversions()
    progress(0.4, "Loading the voice.")
    engine = HibariEngine(SpeechModel(paths[MODEL_FILE]), conversions)
    progress(0.8, "Warming the voice up.")
    for one in PEOPLE:
        engine.sound("Warm up, please.", one.id, DELIVERIES["neutral"])
    return engine


def shipped_conversions() -> dict[str, Conversion]:
    """Everyone's conversion, digests checked. Raises: VoiceFailed."""
    people = load_catalogue().model(VOICES_ID)
    return {"heart": HEART} | {
        file.name.removesuffix(".npz"): read_conversion(checked_file(people, file.name, failed=VoiceFailed))
        for file in people.files
    }
