"""Points for words: sentences with their points in, a point a word out, whose sum lies where the sentence does.

Gradient descent (Adam) on the angle between a sentence and the sum of its words, from the words' own points, weighted
against frequent words, and held near them: what a word means by itself is worth as much as the sentences it was met in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen by the lines of `bench/answers.py` that are not held out."""

    dimensions: int = 128
    steps: int = 40
    rate: float = 0.01
    hold: float = 0.02
    rare: float = 1e-3  # the share of all words at which a word weighs half


def unit(points: Array) -> Array:
    """The same directions at length 1."""
    directions: Array = points / (np.linalg.norm(points, axis=-1, keepdims=True) + 1e-9)
    return directions


def fitted(words: Array, sentences: Sequence[Sequence[int]], targets: Array, settings: Settings) -> Array:
    """`float32[words, dimensions]`. `sentences`: rows of `words`, two or more each; `targets`: where each one lies."""
    centred = unit(targets) - unit(targets).mean(axis=0)
    _, _, axes = np.linalg.svd(centred[:6_000], full_matrices=False)
    axes = axes[: settings.dimensions].T
    rows = np.array([row for one in sentences for row in one])
    lengths = np.array([len(one) for one in sentences])
    share = np.bincount(rows, minlength=len(words)) / len(rows)
    weights = settings.rare / (settings.rare + share)
    start = ((unit(words) - unit(words).mean(axis=0)) @ axes * weights[:, None]).astype(np.float32)
    return _descended(start, rows, lengths, unit(centred @ axes), settings)


def _descended(
    start: Array, rows: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], targets: Array, settings: Settings
) -> Array:
    points, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    firsts, sentence = np.cumsum(lengths) - lengths, np.repeat(np.arange(len(lengths)), lengths)
    for step in range(1, settings.steps + 1):
        slope = settings.hold * (points - start)
        np.add.at(slope, rows, _away(np.add.reduceat(points[rows], firsts, axis=0), targets)[sentence])
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        points -= settings.rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return points


def _away(sums: Array, targets: Array) -> Array:
    """Where each sum must not go: the slope of one minus the cosine."""
    lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
    directions = sums / lengths
    cosines = (directions * targets).sum(axis=1, keepdims=True)
    slope: Array = -(targets - cosines * directions) / lengths
    return slope
