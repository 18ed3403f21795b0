"""The network in whole numbers."""

import numpy as np
import numpy.typing as npt
from tools.train_word_vectors.whole_network import Broken, whole

from sparring.speech_acts.learned.sentence_encoder import MOST

CHANCE = np.random.default_rng(0)


def some(*shape: int) -> npt.NDArray[np.float64]:
    """Numbers about zero."""
    return CHANCE.standard_normal(shape)


FITTED = Broken(
    some(50, 8),
    (some(6, 8, 3), some(6)),
    (some(4, 6, 3), some(4)),
    (some(5, 8), some(5, 6), some(5, 4)),
    (some(5, 6), some(5, 4)),
)
TEXTS = [[1, 2, 3], [7], [9, 9, 4, 30, 2]]


def test_every_number_fits_where_it_is_kept() -> None:
    """Eight bits for words and kernels, sixteen for what follows."""
    arrays = whole(FITTED, TEXTS)
    assert {name: one.dtype.name for name, one in arrays.items()} == {
        "words": "int8",
        **{f"kernel_{place}": "int8" for place in (1, 2)},
        **{f"bias_{place}": "int32" for place in (1, 2)},
        **{f"shrink_{place}": "int32" for place in (1, 2)},
        **{f"onwards_{place}": "int16" for place in range(3)},
        **{f"onwards_most_{place}": "int16" for place in (1, 2)},
    }
    assert all(np.abs(arrays[name].astype(int)).max() <= MOST for name in ("words", "kernel_1", "kernel_2"))


def test_a_kernel_is_laid_out_as_the_encoder_reads_it() -> None:
    """[in, 3 * out]: the first of three words, then the second and the third."""
    kernel = whole(FITTED, TEXTS)["kernel_1"].reshape(8, 3, 6)
    scale = MOST / np.percentile(np.abs(FITTED.first[0]), 99.95)
    assert kernel[2, 1, 5] == np.clip(np.rint(scale * FITTED.first[0][5, 2, 1]), -MOST, MOST)


def test_what_a_convolution_is_divided_by_is_a_power_of_two() -> None:
    """So that dividing is exact."""
    arrays = whole(FITTED, TEXTS)
    assert all(int(arrays[f"shrink_{place}"]).bit_count() == 1 for place in (1, 2))
