"""Where texts lie, and how alike they are by that: whole numbers, whose sums and products are exact on every machine.

A quotient and a root are rounded correctly, however a machine orders what it adds: so are lengths and likenesses.
"""

import math
from typing import Final

import numpy as np
import numpy.typing as npt

LENGTH: Final = 64  # how far out a point at one length lies
UNIT: Final = 1_000  # of likeness: from here on it is counted in whole thousandths

# Up to here a float of 32 bits is exact; no sum of products is more than the two lengths'
_EXACT_IN_SHORT: Final = 1 << 24

Points = npt.NDArray[np.float64]
"""Whole numbers."""
ShortPoints = npt.NDArray[np.float32]
"""Whole numbers, whose products with each other are exact."""
Likenesses = npt.NDArray[np.int64]
"""Thousandths."""


def length_of(point: Points) -> float:
    """How far out it lies; 1 at the origin, so that one may divide by it."""
    return math.sqrt(point @ point) or 1.0


def lengths_of(points: Points) -> Points:
    """[points]: how far out each lies; 1 at the origin."""
    lengths: Points = np.sqrt((points * points).sum(axis=1))
    lengths[lengths == 0] = 1
    return lengths


def at_one_length(points: Points) -> Points:
    """The same directions, 64 far out but for rounding, in whole numbers; the origin stays there."""
    placed: Points = np.rint(LENGTH * points / lengths_of(points)[:, np.newaxis])
    return placed


def likenesses(point: Points, to: ShortPoints, lengths: Points, longest: float) -> Likenesses:
    """[points]: how alike each is to one, in thousandths of a cosine.

    Args:
        point: the one.
        to: [points, dimensions].
        lengths: [points], never 0.
        longest: no less than any of them.
    """
    length = length_of(point)
    return np.rint(UNIT * products_of(to, longest, point, length) / (lengths * length)).astype(np.int64)


def products_of(points: ShortPoints, longest: float, by: Points | ShortPoints, length: float) -> Points:
    """[points]: of each with one; [points, others] with several, `length` being that of the longest.

    In short numbers, at half the time, as long as no sum can outgrow them.
    """
    if longest * length < _EXACT_IN_SHORT:
        return (points @ by.astype(np.float32)).astype(np.float64)
    products: Points = points.astype(np.float64) @ by
    return products
