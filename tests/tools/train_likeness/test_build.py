"""Teaching heads: run where the training group is installed."""

import json
import os
import subprocess
import sys

import pytest

pytest.importorskip("scipy", reason="the lab group is not installed")
pytest.importorskip("threadpoolctl", reason="the lab group is not installed")

SMALL = """
import json
from tools.train_likeness.build import document, teach
from tools.train_likeness.corpus import examples, written
heads = ("asks_start", "asks_hours", "thanks")
bags = [written(one) for one in examples() if one.head in heads]
print(json.dumps(document(teach(bags, heads))))
"""


def test_the_same_files_make_the_same_bytes() -> None:
    """Whatever order the words of a set come in, and however many threads there are."""
    made = set()
    for seed, threads in (("1", "1"), ("2", "2")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads}
        done = subprocess.run([sys.executable, "-c", SMALL], env=environment, capture_output=True, check=True)
        made.add(done.stdout)
    assert len(made) == 1
    assert json.loads(made.pop())["heads"] == ["asks_start", "asks_hours", "thanks"]


def test_a_head_speaks_where_its_mistakes_cost_least() -> None:
    """Between what counts and what does not, and never where it would only be wrong."""
    import numpy as np
    from tools.train_likeness.corpus import Bag, Label
    from tools.train_likeness.fitting import NEVER_REACHED, least

    bags = [Bag("said", (), {"thanks": Label(counts, 1)}) for counts in (True, True, False, False, False)]
    assert -1 < least("thanks", bags, np.array([2, 2, -2, -2, -2], np.float32)) < 1
    assert least("thanks", bags, np.array([-2, -2, 2, 2, 2], np.float32)) == NEVER_REACHED
