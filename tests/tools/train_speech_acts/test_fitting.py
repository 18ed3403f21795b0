"""Models are judged on conversations they have not seen."""

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="training needs the group lab")

from tools.train_speech_acts import fitting

ROWS = [{"asks": 1.0}, {"tells": 1.0}] * 30
LABELS = ["question", "other"] * 30
CALLS = [str(index // 4) for index in range(60)]


def test_no_conversation_is_on_both_sides_of_a_fold() -> None:
    """And every row is judged exactly once."""
    judged: list[int] = []
    for train, held in fitting.folds(CALLS, seed=0):
        assert not {CALLS[row] for row in train} & {CALLS[row] for row in held}
        judged.extend(held)
    assert sorted(judged) == list(range(60))


def test_what_can_be_learnt_is_predicted_out_of_fold() -> None:
    """Each row by a model of other conversations."""
    table = fitting.table(ROWS, seen_at_least=1)

    def fit(features: fitting.Table, rows: "np.ndarray[tuple[int], np.dtype[np.intp]]") -> fitting.Linear:
        return fitting.classifier(features, [LABELS[row] for row in rows], strength=10.0)

    found = fitting.out_of_fold(table, CALLS, fit, seed=0)
    assert [("other", "question")[int(row.argmax())] for row in found] == LABELS


def test_rare_features_are_left_out() -> None:
    """A feature seen once tells nothing about other conversations."""
    assert fitting.table([*ROWS, {"once": 1.0}], seen_at_least=2).names == ("asks", "tells")
