"""How natural a sound seems to a model of listeners: DNSMOS P.835 (Reddy et al. 2022), overall quality from 1 to 5."""

from pathlib import Path

import numpy as np
import onnxruntime
from scipy.signal import resample_poly

from sparring.adapters.voice.local.conversion import Array

RATE_HZ, WINDOW = 16_000, 144_160
OVERALL = np.poly1d([-0.06766283, 1.11546468, 0.04602535])


class Listener:
    """DNSMOS, loaded.

    Args:
        weights: `sig_bak_ovr.onnx`.
    """

    def __init__(self, weights: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])

    def overall(self, samples: Array, *, rate_hz: int = 24_000) -> float:
        """Predicted mean opinion of the overall quality; a short sound is repeated to 9 s, as the authors do."""
        sound = np.clip(resample_poly(samples, RATE_HZ, rate_hz), -1, 1).astype(np.float32)
        sound = np.tile(sound, -(-WINDOW // len(sound)))[:WINDOW]
        raw = self._session.run(None, {"input_1": sound[None]})[0][0]
        return float(OVERALL(raw[2]))
