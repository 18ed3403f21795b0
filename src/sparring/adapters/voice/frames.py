"""A line's sound cut into frames, those without voice left out: what every measure of a voice begins with."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_QUIET: Final = 300.0  # root mean square of 16-bit samples


class Frames(NamedTuple):
    """`samples`: float32[n, length], n may be 0. `rate_hz`: of these samples."""

    samples: NDArray[np.float32]
    rate_hz: float


def voiced_frames(pcm: bytes, rate_hz: int, *, wanted_hz: int, length: int, hop: int) -> Frames | None:
    """Of 16-bit mono PCM, brought down to about `wanted_hz`; None when it is shorter than one frame."""
    samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2").astype(np.float32)
    step = max(1, rate_hz // wanted_hz)
    samples = samples[: len(samples) // step * step].reshape(-1, step).mean(axis=1)
    if len(samples) < length:
        return None
    frames = np.lib.stride_tricks.sliding_window_view(samples, length)[::hop]
    return Frames(frames[np.sqrt((frames**2).mean(axis=1)) > _QUIET], rate_hz / step)
