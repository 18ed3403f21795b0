"""The speech model and the tensor that is tapped."""

import onnxruntime
import pytest

from sparring.adapters.catalogue import checked_file, load_catalogue
from sparring.adapters.voice.local.hibari_engine import MODEL_FILE, MODEL_ID
from sparring.adapters.voice.local.model import FRAME_SAMPLES, HIDDEN, SpeechModel, waveform, with_output
from sparring.errors import VoiceFailed


def test_an_output_is_added_by_appending_a_message() -> None:
    """The bytes of a second graph with one float output; lengths over 127 take two bytes."""
    assert with_output(b"model", "x") == b"model\x3a\x0b\x62\x09\x0a\x01x\x12\x04\x0a\x02\x08\x01"
    name = "n" * 200
    assert with_output(b"", name)[:6] == b"\x3a\xd4\x01\x62\xd1\x01"


@pytest.mark.speech
def test_the_tapped_model_gives_what_the_packages_own_gives() -> None:
    """The same parts as without the tap, frame by frame, and one hidden row for each."""
    weights = checked_file(load_catalogue().model(MODEL_ID), MODEL_FILE, failed=VoiceFailed)
    model = SpeechModel(weights)
    ids = model.ids(model.phonemes("How much is that?")[0])
    parts, hidden = model.parts(ids)
    plain = onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"])
    assert [output.name for output in plain.get_outputs()].count(HIDDEN) == 0
    assert hidden.shape == (len(parts.pitch_hz), 256)
    assert len(waveform(parts, seed=1)) == FRAME_SAMPLES * len(parts.pitch_hz)


@pytest.mark.speech
@pytest.mark.parametrize("rate", [0.8, 0.9, 1.1])
def test_the_rate_is_the_pace_that_comes_out(rate: float) -> None:
    """Within 4%, though the model rounds every sound to 25 ms."""
    model = SpeechModel(checked_file(load_catalogue().model(MODEL_ID), MODEL_FILE, failed=VoiceFailed))
    ids = model.ids(model.phonemes("We looked at two other agencies last week and both were a little cheaper.")[0])
    frames = [len(model.parts(ids, rate=pace)[1]) for pace in (1.0, rate)]
    assert frames[0] / frames[1] == pytest.approx(rate, rel=0.04)
