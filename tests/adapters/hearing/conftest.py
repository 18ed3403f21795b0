"""A sentence spoken by a synthetic voice, and real engines to hear it with."""

from collections.abc import Callable

import numpy as np
import pytest
from hibari import Hibari
from scipy.signal import resample_poly

from sparring.adapters.hearing.local.log_mel import Samples
from sparring.adapters.hearing.local.whisper_engine import WhisperEngine, open_engine

SENTENCE = "does your father live alone or is there someone with him during the day"


@pytest.fixture(scope="session")
def spoken_sentence() -> tuple[str, Samples]:
    """The words, and float32 at 16 kHz with a little quiet at the end."""
    sound = resample_poly(Hibari()(f"{SENTENCE.capitalize()}?", seed=1), 2, 3)
    loud = np.flatnonzero(np.abs(sound) > 0.01)
    spoken = sound[loud[0] : loud[-1] + 1]
    quiet = np.zeros(1_600)
    return SENTENCE, np.concatenate([quiet, spoken / np.abs(spoken).max() / 2, quiet]).astype(np.float32)


@pytest.fixture(scope="session")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], WhisperEngine]:
    """Opens each engine once, from weights that are joined and checked."""
    folder, opened = tmp_path_factory.mktemp("weights"), dict[str, WhisperEngine]()

    def engine(name: str) -> WhisperEngine:
        if name not in opened:
            opened[name] = open_engine(name, folder, lambda _share, _sentence: None)
        return opened[name]

    return engine
