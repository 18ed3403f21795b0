"""The teacher: sentences in, the same sentences in another person's voice out. Slow (real time), only for the lab.

Kokoro-82M reads the same phonemes as the speech model, so a sentence is rendered from one phoneme string by both.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnxruntime
from tools.voice_lab.sources import style_file, teacher_weights

from sparring.adapters.voice.local.conversion import Array
from sparring.adapters.voice.local.model import SpeechModel

PCM_SCALE = 20_000.0


class Teacher:
    """Kokoro-82M in one or a mix of its styles.

    Args:
        folder: where materials are kept.
        model: whose reading of text is used.
        style: names of style packs with their weights, which sum to 1.
    """

    def __init__(self, folder: Path, model: SpeechModel, style: Mapping[str, float]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        weights = str(teacher_weights(folder))
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._model = model
        packs = (share * np.fromfile(style_file(folder, name), np.float32) for name, share in style.items())
        self._style = np.sum(list(packs), axis=0).reshape(510, 1, 256).astype(np.float32)

    def say(self, sentence: str) -> Array:
        """float32 samples at 24 kHz."""
        ids = self._model.ids(self._model.phonemes(sentence)[0])
        feed = {
            "tokens": np.array([ids], np.int64),
            "style": self._style[len(ids) - 3],
            "speed": np.ones(1, np.float32),
        }
        sound: Array = self._session.run(None, feed)[0].ravel()
        return sound


def rendered(teacher: Teacher, sentences: list[str], folder: Path) -> list[Array]:
    """All sentences, kept as 16-bit arrays in `folder`, so that a build that was stopped goes on where it was."""
    folder.mkdir(parents=True, exist_ok=True)
    sounds = []
    for index, sentence in enumerate(sentences):
        path = folder / f"{index:03d}.npy"
        if not path.exists():
            pcm = np.clip(teacher.say(sentence) * PCM_SCALE, -32_767, 32_767).astype(np.int16)
            np.save(path, pcm)
        sounds.append((np.load(path) / PCM_SCALE).astype(np.float32))
    return sounds
