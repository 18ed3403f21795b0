"""Whisper's steps, over the real models: what a wrapper of a library is for cannot be seen without the library."""

from collections.abc import Callable

import numpy as np
import pytest

from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.adapters.hearing.local.whisper_engine import WhisperEngine
from sparring.adapters.hearing.local.whisper_model import WhisperModel

pytestmark = pytest.mark.speech


@pytest.fixture(params=["whisper-base", "whisper-tiny"])
def model(request: pytest.FixtureRequest, whisper: Callable[[str], WhisperEngine]) -> WhisperModel:
    """Each model, loaded once."""
    return whisper(request.param)._model


def test_the_window_is_as_long_as_asked_for(model: WhisperModel) -> None:
    """In steps of 100 ms, and never beyond what Whisper knows."""
    for seconds, pad_s, frames in ((1.0, 1.0, 200), (1.23, 1.0, 230), (28.0, 5.0, 3_000)):
        encoded = model.encode(np.zeros(int(seconds * RATE_HZ), np.float32), pad_s=pad_s)
        assert encoded.frames == frames


@pytest.mark.parametrize("hint", ["", "Maria Henderson", "Wojciechowski, Achterberg, Venkataraman, Featherstonhaugh"])
def test_a_limit_is_kept_exactly(model: WhisperModel, hint: str, spoken_sentence: tuple[str, Samples]) -> None:
    """As many tokens as asked for, whatever the hint: the library's own limit means half of that."""
    written = model.write(model.encode(spoken_sentence[1], pad_s=1.0), hint=hint, most_tokens=7)
    assert (len(written.tokens), written.complete) == (7, False)


def test_a_text_can_be_begun(model: WhisperModel, spoken_sentence: tuple[str, Samples]) -> None:
    """The tokens given come first."""
    encoded = model.encode(spoken_sentence[1], pad_s=1.0)
    begun = model.write(encoded, hint="", most_tokens=5).tokens[1:3]
    assert model.write(encoded, hint="", most_tokens=6, begun=begun).tokens[1:3] == begun


def test_every_text_token_has_a_time(model: WhisperModel, spoken_sentence: tuple[str, Samples]) -> None:
    """In the order of speaking, each with a probability."""
    encoded = model.encode(spoken_sentence[1], pad_s=1.0)
    tokens = [one for one in model.write(encoded, hint="", most_tokens=60).tokens if one < model.first_timestamp]
    timed = model.times(encoded, tokens)
    assert "".join(token.text for token in timed).strip() == model.text(tokens)
    starts = [token.start_ms for token in timed]
    assert starts == sorted(starts)
    assert all(0 <= token.probability <= 1.001 for token in timed)
