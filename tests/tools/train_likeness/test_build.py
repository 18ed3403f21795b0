"""Teaching heads: run where the training group is installed."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

pytest.importorskip("threadpoolctl", reason="the lab group is not installed")

from tools.train_likeness.build import keep_silent
from tools.train_likeness.corpus import EXPECTED, Bag, Label, Window
from tools.train_likeness.fitting import NEVER_REACHED, least

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
    bags = [Bag("said", (), {"thanks": Label(counts, 1)}) for counts in (True, True, False, False, False)]
    assert -1 < least("thanks", bags, np.array([2, 2, -2, -2, -2], np.float32)) < 1
    assert least("thanks", bags, np.array([-2, -2, 2, 2, 2], np.float32)) == NEVER_REACHED


def test_no_head_speaks_where_a_calibration_call_must_earn_nothing() -> None:
    """It begins above all that it hears there, and no later than its mistakes tell where it hears nothing."""
    found = {"heads": ["thanks", "proof"], "least": [50, 50], "points": [[0] * 128] * 2, "weights": {"n 4": [0, 80]}}
    windows = (Window(0, 0, 9, frozenset({"n 4"})),)
    labels = {name: Label(counts=False, weight=1) for name in ("thanks", "proof")}
    keep_silent(found, [Bag("said", windows, labels, source=f"inside/charming{EXPECTED}")])
    assert found["least"] == [81, 50]
