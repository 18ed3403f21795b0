"""The network of `distil` in whole numbers, as `sentence_encoder` reckons with it.

Flows in: its weights as they were fitted, and texts to see how large what comes of them gets. Flows out: the arrays
that are shipped.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.speech_acts.learned.sentence_encoder import MOST

_UNIT: Final = 32.0  # of the words
_HELD: Final = 99.95  # of weights and of what comes of them the percentage that is not cut off
_ONWARDS: Final = 32_767  # what sixteen bits hold

_Floats = npt.NDArray[np.float64]


class Broken(NamedTuple):
    """What was fitted.

    Args:
        words: [words, in].
        first, second: kernel [out, in, 3] and bias [out].
        onwards: [192, in] of the sums of the words, of the first and of the second.
        onwards_most: [192, in] of the most of the first and of the second.
    """

    words: _Floats
    first: tuple[_Floats, _Floats]
    second: tuple[_Floats, _Floats]
    onwards: tuple[_Floats, _Floats, _Floats]
    onwards_most: tuple[_Floats, _Floats]


def whole(fitted: Broken, texts: Sequence[list[int]]) -> dict[str, npt.NDArray[Any]]:
    """Arrays by name; `texts` are rows of words."""
    words = np.clip(np.rint(_UNIT * fitted.words), -MOST, MOST)
    arrays: dict[str, npt.NDArray[Any]] = {"words": words.astype(np.int8)}
    values, unit, units = [fitted.words[text] for text in texts], _UNIT, [_UNIT]
    for place, (kernel, bias) in enumerate((fitted.first, fitted.second), start=1):
        values = [np.maximum(_three_by_three(one, kernel) + bias, 0) for one in values]
        scale = MOST / float(np.percentile(np.abs(kernel), _HELD))
        largest = float(np.percentile(np.concatenate(values), _HELD)) * scale * unit
        shrink = 1 << max(0, int(np.ceil(np.log2(largest / MOST))))
        arrays[f"kernel_{place}"] = _kernel(np.clip(np.rint(scale * kernel), -MOST, MOST))
        arrays[f"bias_{place}"] = np.rint(bias * scale * unit + shrink / 2).astype(np.int32)  # so as to round
        arrays[f"shrink_{place}"] = np.array(shrink, np.int32)
        unit = scale * unit / shrink
        units.append(unit)
    by_unit = {f"onwards_{place}": one.T / units[place] for place, one in enumerate(fitted.onwards)}
    by_unit |= {f"onwards_most_{place}": one.T / units[place] for place, one in enumerate(fitted.onwards_most, start=1)}
    most = _ONWARDS / max(float(np.abs(one).max()) for one in by_unit.values())
    return arrays | {name: np.rint(most * one).astype(np.int16) for name, one in by_unit.items()}


def _kernel(kernel: _Floats) -> npt.NDArray[np.int8]:
    """[in, 3 * out] of [out, in, 3]."""
    flat: npt.NDArray[np.int8] = kernel.transpose(1, 2, 0).reshape(kernel.shape[1], -1).astype(np.int8)
    return flat


def _three_by_three(values: _Floats, kernel: _Floats) -> _Floats:
    """[words, out]: of each word with the one before and the one after it, which at the ends are none."""
    around = np.pad(values, ((1, 1), (0, 0)))
    summed: _Floats = sum(
        (around[place : place + len(values)] @ kernel[:, :, place].T for place in range(3)), np.zeros(())
    )
    return summed
