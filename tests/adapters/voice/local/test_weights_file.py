"""Voices on disk."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from sparring.adapters.voice.local import weights_file
from sparring.adapters.voice.local.conversion import BANDS, Conversion, Network, Pitch
from sparring.adapters.voice.local.weights_file import HIDDEN_UNITS, read_conversion, write_conversion
from sparring.adapters.voice.people import PEOPLE
from sparring.errors import VoiceFailed

WEIGHTS = Path(weights_file.__file__).parent / "weights"


def a_conversion() -> Conversion:
    random = np.random.default_rng(3)

    def array(*shape: int, middle: float = 0.0) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return random.normal(middle, size=shape).astype(np.float16).astype(np.float32)

    network = Network(
        (array(HIDDEN_UNITS, 8), array(8, BANDS)),
        (array(8), array(BANDS)),
        array(HIDDEN_UNITS),
        array(HIDDEN_UNITS, middle=5),
        array(BANDS),
        array(BANDS),
    )
    return Conversion(Pitch(5.3, 0.2, 4.7, 0.15), rate=0.9, formant=0.95, gain=0.8, network=network)


def test_a_voice_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """And writing it twice gives the same bytes."""
    voice, path = a_conversion(), tmp_path / "ada.npz"
    write_conversion(path, voice)
    first = path.read_bytes()
    read = read_conversion(path)
    assert replace(read, network=None) == replace(voice, network=None)
    hidden = np.ones((2, HIDDEN_UNITS), np.float32)
    assert read.network is not None
    assert voice.network is not None
    assert np.array_equal(read.network(hidden), voice.network(hidden))
    write_conversion(path, read)
    assert path.read_bytes() == first


def test_a_voice_without_a_network_has_no_file(tmp_path: Path) -> None:
    """There is nothing to keep."""
    with pytest.raises(ValueError, match="no file"):
        write_conversion(tmp_path / "ada.npz", replace(a_conversion(), network=None))


def changed(path: Path, **arrays: object) -> Path:
    with np.load(path) as old:
        np.savez(path, **({name: old[name] for name in old.files} | arrays))
    return path


@pytest.mark.parametrize(
    "change",
    [
        {"format": np.array(9)},
        {"scalars": np.array([1.0])},
        {"weight_0": np.zeros((3, 8), np.float16)},
        {"output_mean": np.full(BANDS, np.nan, np.float16)},
        {"weight_1": np.array([{"an": "object"}], dtype=object)},
    ],
    ids=["format", "scalars", "shape", "not a number", "pickled"],
)
def test_another_file_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    """Wrong format, shape or values, and anything that would have to be unpickled."""
    path = tmp_path / "ada.npz"
    write_conversion(path, a_conversion())
    with pytest.raises(VoiceFailed, match="ada"):
        read_conversion(changed(path, **change))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", bytes(2_000_000)])
def test_broken_bytes_are_refused(tmp_path: Path, data: bytes) -> None:
    """Cut off, empty or huge."""
    (tmp_path / "ada.npz").write_bytes(data)
    with pytest.raises(VoiceFailed):
        read_conversion(tmp_path / "ada.npz")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """With the voice's name."""
    with pytest.raises(VoiceFailed, match="ada"):
        read_conversion(tmp_path / "ada.npz")


def test_every_shipped_voice_is_small_and_its_origin_is_recorded() -> None:
    """Weights, record and people agree; each was proven understandable and unlike the others."""
    record = json.loads((WEIGHTS / "PROVENANCE.json").read_text())
    assert set(record["voices"]) == {one.id for one in PEOPLE}
    for voice_id in sorted(set(record["voices"]) - {"heart"}):
        origin, path = record["voices"][voice_id], WEIGHTS / f"{voice_id}.npz"
        assert origin["sha256"] == sha256(path.read_bytes()).hexdigest()
        assert path.stat().st_size < 250_000
        assert read_conversion(path).network is not None
    assert all(voice["measured"]["words_wrong_percent"] <= 5 for voice in record["voices"].values())
    likeness = record["cosine_between_voices"]
    assert all(likeness[one][other] < 0.85 for one in likeness for other in likeness if one != other)
