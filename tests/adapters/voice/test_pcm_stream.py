"""Clauses become one stream without clicks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.voice.pcm_stream import BLOCK_BYTES, RATE_HZ, BlockCutter, silence, to_pcm, trimmed


def tone(seconds: float, level: float = 0.3) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return (level * np.sin(2 * np.pi * 200 * np.arange(int(seconds * RATE_HZ)) / RATE_HZ)).astype(np.float32)


def test_silence_around_speech_is_cut_off() -> None:
    """Half a second of nothing on both sides becomes a few milliseconds."""
    quiet = np.zeros(RATE_HZ // 2, np.float32)
    kept = trimmed(np.concatenate([quiet, tone(0.2), quiet]))
    assert 0.2 <= len(kept) / RATE_HZ <= 0.24


def test_edges_are_silent() -> None:
    """A sound that begins and ends loud cannot click: the first and the last sample are zero."""
    kept = trimmed(np.full(4_800, 0.5, np.float32))
    assert kept[0] == kept[-1] == 0
    assert np.abs(np.diff(kept)).max() < 0.01


def test_a_silent_clause_is_nothing() -> None:
    """So is an empty one."""
    assert len(trimmed(np.zeros(2_400, np.float32))) == 0
    assert len(trimmed(np.zeros(0, np.float32))) == 0


def test_loud_peaks_are_rounded_and_never_wrap() -> None:
    """Twice full scale stays within 16 bits; what is below the knee is untouched."""
    pcm = np.frombuffer(to_pcm(np.array([0.5, -0.5, 2.0, -2.0], np.float32)), "<i2")
    assert list(pcm[:2]) == [16_383, -16_383]
    assert 31_000 < pcm[2] <= 32_767
    assert pcm[3] == -pcm[2]


def test_a_pause_is_appended() -> None:
    """280 ms are 6 720 samples of zero."""
    assert to_pcm(tone(0.01), pause_ms=280)[-13_440:] == silence(280) == bytes(13_440)


@given(st.lists(st.binary(max_size=3_000).map(lambda data: data[: len(data) // 2 * 2]), max_size=6))
def test_blocks_hold_every_byte_in_order(pieces: list[bytes]) -> None:
    """Whatever the pieces, blocks have 20 ms, and only the last one is filled up."""
    cutter = BlockCutter()
    blocks = [block for piece in pieces for block in cutter.blocks(piece)]
    last = cutter.last()
    whole = b"".join(pieces)
    assert all(len(block) == BLOCK_BYTES for block in blocks)
    assert b"".join([*blocks, last or b""])[: len(whole)] == whole
    assert (last is None) == (len(whole) % BLOCK_BYTES == 0)


@pytest.mark.parametrize("level", [0.01, 0.1, 0.59])
def test_ordinary_levels_pass_unchanged(level: float) -> None:
    """Speech at the common level is not compressed."""
    sound = tone(0.05, level)
    assert np.allclose(np.frombuffer(to_pcm(sound), "<i2") / 32_767, sound, atol=1 / 32_767)
