"""Dynamic time warping: two sentences of the same words in, which frame of one belongs to which of the other out."""

import numpy as np

from sparring.adapters.voice.local.conversion import Array

STEP_PENALTY = 0.3
FAR = 1e18


def aligned(source: Array, target: Array) -> tuple[Array, float]:
    """`target` [m, bands] brought to the frames of `source` [n, bands], and the mean distance along the path.

    A source frame that meets several target frames gets their mean.
    """
    distance = np.sqrt(np.maximum(_squares(source)[:, None] + _squares(target)[None] - 2 * source @ target.T, 0))
    path = _path(distance)
    sums, counts = np.zeros_like(source), np.zeros(len(source))
    for here, there in path:
        sums[here] += target[there]
        counts[here] += 1
    rows, columns = zip(*path, strict=True)
    return (sums / counts[:, None]).astype(np.float32), float(distance[list(rows), list(columns)].mean())


def _squares(frames: Array) -> Array:
    sums: Array = (frames**2).sum(axis=1)
    return sums


def _path(distance: Array) -> list[tuple[int, int]]:
    costs = _costs(distance.tolist())
    row, column = distance.shape
    path = []
    while row > 0 and column > 0:
        path.append((row - 1, column - 1))
        diagonal = costs[row - 1][column - 1]
        up, left = costs[row - 1][column] + STEP_PENALTY, costs[row][column - 1] + STEP_PENALTY
        row, column = _step(row, column, (diagonal, up, left))
    return path[::-1]


def _step(row: int, column: int, costs: tuple[float, float, float]) -> tuple[int, int]:
    diagonal, up, left = costs
    if diagonal <= min(up, left):
        return row - 1, column - 1
    return (row - 1, column) if up <= left else (row, column - 1)


def _costs(distance: list[list[float]]) -> list[list[float]]:
    """Lists instead of arrays: the inner loop is plain Python and runs four times faster on them."""
    columns = len(distance[0])
    previous = [0.0] + [FAR] * columns
    rows = [previous]
    for near in distance:
        left, current = FAR, [FAR]
        for column, cost in enumerate(near):
            left = cost + min(previous[column], previous[column + 1] + STEP_PENALTY, left + STEP_PENALTY)
            current.append(left)
        rows.append(current)
        previous = current
    return rows
