"""Where texts lie, and how alike they are by that."""

import numpy as np

from sparring.speech_acts.learned.points import (
    LENGTH,
    UNIT,
    at_one_length,
    length_of,
    lengths_of,
    likenesses,
    products_of,
)

POINTS = np.array([[3.0, 4.0], [0.0, 0.0], [-4.0, 3.0]])


def test_a_length_can_be_divided_by() -> None:
    """At the origin, too."""
    assert lengths_of(POINTS).tolist() == [5, 1, 5]
    assert [length_of(point) for point in POINTS] == [5, 1, 5]


def test_points_at_one_length_are_whole_and_keep_their_direction() -> None:
    """But for rounding; the origin has none."""
    placed = at_one_length(1_000 * POINTS)
    assert np.array_equal(placed, np.rint(placed))
    assert np.allclose(np.linalg.norm(placed, axis=1), [LENGTH, 0, LENGTH], atol=0.7)
    assert (
        likenesses(placed[0], (1_000 * POINTS).astype(np.float32), 1_000 * lengths_of(POINTS), 5_000)[0] > 0.999 * UNIT
    )


def test_likeness_is_a_cosine_in_thousandths() -> None:
    """Of a point to itself all of them, across none, and nothing is like the origin."""
    found = likenesses(POINTS[0], POINTS.astype(np.float32), lengths_of(POINTS), 5)
    assert found.tolist() == [UNIT, 0, 0]


def test_products_are_exact_however_far_out_points_lie() -> None:
    """Past what a short float holds they are reckoned in long ones."""
    far = np.array([[4_097.0, 1.0]])
    assert products_of(far.astype(np.float32), 4_098, np.array([4_097.0, 3.0]), 4_098).tolist() == [4_097**2 + 3]
    assert products_of(POINTS.astype(np.float32), 5, np.array([1.0, 1.0]), 2).tolist() == [7, 0, -1]
