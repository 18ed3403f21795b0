"""From the microphone's 16 kHz to the 24 kHz that realtime services take, as it comes.

Flows in: s16le mono of any length. Flows out: half as many samples again. A low-pass filter of 48 points at 48 kHz,
which delays by half a millisecond; 20 ms take about 30 microseconds.
"""

import numpy as np
import numpy.typing as npt

from sparring.ports import MIC_RATE_HZ

UP, DOWN = 3, 2  # 16 kHz * 3 / 2
IN_HZ, OUT_HZ = MIC_RATE_HZ, 24_000
_TAPS = 48
_CUTOFF_HZ = 7_600.0


def _low_pass() -> npt.NDArray[np.float32]:
    at = np.arange(_TAPS) - (_TAPS - 1) / 2
    share = 2 * _CUTOFF_HZ / (IN_HZ * UP)
    taps = share * np.sinc(share * at) * np.hamming(_TAPS)
    return np.asarray(taps * UP / taps.sum(), np.float32)


_FILTER = _low_pass()


class UpTo24kHz:
    """One stream's converter; what it has heard last is carried over to the next stretch."""

    def __init__(self) -> None:
        self._before = np.zeros(_TAPS - 1, np.float32)
        self._skip = 0  # of the filtered samples, so that every second one is taken across stretches

    def take(self, pcm_16khz: bytes) -> bytes:
        """The same at 24 kHz."""
        samples = np.frombuffer(pcm_16khz, np.int16)
        stuffed = np.zeros(len(samples) * UP, np.float32)
        stuffed[::UP] = samples
        whole = np.concatenate((self._before, stuffed))
        self._before = whole[-(_TAPS - 1) :]
        filtered = np.convolve(whole, _FILTER, "valid")
        taken = filtered[self._skip :: DOWN]
        self._skip = (self._skip + len(filtered)) % DOWN
        return bytes(np.clip(np.rint(taken), -32_768, 32_767).astype(np.int16).tobytes())
