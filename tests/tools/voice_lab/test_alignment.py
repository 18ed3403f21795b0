"""Two takes of one sentence are brought together."""

import numpy as np
import pytest
from tools.voice_lab.alignment import aligned


def frames(numbers: list[float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array(numbers, np.float32)[:, None]


def test_equal_takes_align_frame_by_frame() -> None:
    """Nothing moves, nothing differs."""
    take = frames([0, 3, 7, 2])
    brought, distance = aligned(take, take)
    assert brought.tolist() == take.tolist()
    assert distance == pytest.approx(0, abs=1e-3)


def test_a_held_sound_meets_its_short_form() -> None:
    """The slow take is gathered onto the frames of the fast one."""
    brought, _ = aligned(frames([0, 9, 0]), frames([0, 9, 9.3, 8.7, 9, 0, 0]))
    assert brought[:, 0] == pytest.approx([0, 9, 0], abs=0.2)


def test_different_takes_keep_their_distance() -> None:
    """What cannot be explained by time is left."""
    assert aligned(frames([1, 1, 1]), frames([5, 5]))[1] == pytest.approx(4)
