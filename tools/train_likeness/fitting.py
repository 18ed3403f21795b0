"""Fitting one head: bags with labels in, weights out; and the score from which it speaks, on bags it has not seen.

Of a bag that counts only the window that a first fit finds most likely teaches the second.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from tools.train_likeness.corpus import BY_A_CALL, BY_EVIDENCE, NEAR_MISS, Bag, Label

from sparring.speech_acts import Likeness
from sparring.speech_acts.learned.word_vectors import word_vectors

FOLDS: Final = 5
FALSE_A_HIT: Final = 0.25
"""Of bags without it, by what they count, that a head may speak on for each that it rightly speaks on."""
NEVER_REACHED: Final = 1_000.0
_BEFORE_THE_FIRST: Final = 3
_OF_A_NEAR_MISS, _OF_SOMETHING_ELSE, _OF_ANOTHER_CALL = 0.5, 0.3, 0.15  # what a false bag counts
STRENGTH: Final = 1.0
OF_A_WORD: Final = 0.5  # value of a feature made of words, beside 1 of all others
OF_A_POINT: Final = 2 / (300 * 10**0.5)  # value of a point's unit
_SEEN: Final = 3  # windows a feature must appear in
_WORDY: Final = ("w ", "b ", "k ")
_NEVER: Final = -99.0

Numbers = NDArray[np.float64]


class Design(NamedTuple):
    """All windows of all bags as rows: 128 columns of their words' points, then a column for each feature."""

    matrix: csr_matrix
    names: tuple[str, ...]
    bag: NDArray[np.intp]  # of each row
    part: NDArray[np.intp]  # of each row: which of the bag's turns it is in, where each may count by itself


class Head(NamedTuple):
    """A fitted head."""

    weights: Numbers
    bias: float


def design(bags: Sequence[Bag]) -> Design:
    """Bags as a matrix."""
    found = [window for bag in bags for window in bag.windows]
    values = [{name: value_of(name) for name in window.features} for window in found]
    vectors = DictVectorizer(dtype=np.float64)
    matrix = csr_matrix(vectors.fit_transform(values))
    kept = np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= _SEEN)
    names = vectors.get_feature_names_out()
    points = np.array([_points(window.features) for window in found])
    return Design(
        csr_matrix(hstack([csr_matrix(points), matrix[:, kept]])),
        tuple(str(names[column]) for column in kept),
        np.repeat(np.arange(len(bags)), [len(bag.windows) for bag in bags]),
        np.array([window.turn for window in found]),
    )


def value_of(feature: str) -> float:
    """What having a feature counts."""
    return OF_A_WORD if feature.startswith(_WORDY) else 1.0


def _points(features: frozenset[str]) -> Numbers:
    table = word_vectors()
    rows = [table.rows[name[2:]] for name in features if name.startswith("w ") and name[2:] in table.rows]
    found: Numbers = OF_A_POINT * table.points[rows].sum(axis=0, dtype=np.float64)
    return found


def fit(head: Likeness, bags: Sequence[Bag], rows: Design, taught_by: NDArray[np.bool_]) -> Head:
    """One head, taught by some of the bags."""
    counts, weights = _taught(head, bags, rows)
    used = np.flatnonzero((weights > 0) & taught_by[rows.bag])
    first = _fit_on(used, counts, weights, rows)
    scores = rows.matrix @ first.weights
    likely = _most_likely(used[counts[used]], scores, rows, bags)
    return _fit_on(np.concatenate([used[~counts[used]], likely]), counts, weights, rows)


def _taught(head: Likeness, bags: Sequence[Bag], rows: Design) -> tuple[NDArray[np.bool_], Numbers]:
    counts, weights = np.zeros(len(rows.bag), bool), np.zeros(len(rows.bag))
    first = 0
    for bag in bags:
        stop = first + len(bag.windows)
        if label := bag.labels.get(head):
            counts[first:stop], weights[first:stop] = label.counts, label.weight
        for place in bag.evidence.get(head, ()):
            counts[first + place], weights[first + place] = True, BY_EVIDENCE
        first = stop
    return counts, weights


def _fit_on(used: NDArray[np.intp], counts: NDArray[np.bool_], weights: Numbers, rows: Design) -> Head:
    model = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3)
    model.fit(rows.matrix[used], counts[used], sample_weight=weights[used])
    return Head(model.coef_[0], float(model.intercept_[0]))


def _most_likely(counting: NDArray[np.intp], scores: Numbers, rows: Design, bags: Sequence[Bag]) -> NDArray[np.intp]:
    """Of each bag that counts its likeliest window; of a call, of each turn with evidence."""
    best: dict[tuple[int, int], int] = {}
    for row in counting[np.argsort(-scores[counting], kind="stable")]:
        bag = int(rows.bag[row])
        part = int(rows.part[row]) if bags[bag].evidence else 0
        best.setdefault((bag, part), int(row))
    return np.array(sorted(best.values()), dtype=np.intp)


def of_bags(head: Head, rows: Design, bags: int) -> Numbers:
    """The highest score in each bag."""
    best = np.full(bags, _NEVER)
    np.maximum.at(best, rows.bag, rows.matrix @ head.weights + head.bias)
    return best


def unseen(head: Likeness, bags: Sequence[Bag], rows: Design) -> Numbers:
    """The highest score in each bag by heads that were not taught by it."""
    fold = np.random.default_rng(0).integers(0, FOLDS, len(bags))
    found = np.full(len(bags), _NEVER)
    for one in range(FOLDS):
        of_fold = of_bags(fit(head, bags, rows, fold != one), rows, len(bags))
        found[fold == one] = of_fold[fold == one]
    return found


def least(head: Likeness, bags: Sequence[Bag], scores: Numbers) -> float:
    """The lowest score with no more false bags, by what they count, than `FALSE_A_HIT` for each right one."""
    right, wrong, found = 0, 0.0, NEVER_REACHED
    for place in np.argsort(-scores, kind="stable"):
        label = bags[place].labels.get(head)
        if label and label.counts:
            right += 1
            if wrong <= FALSE_A_HIT * (right + _BEFORE_THE_FIRST):
                found = float(scores[place])
        elif label:
            wrong += _falseness(bags[place], label)
    return found


def _falseness(bag: Bag, label: Label) -> float:
    """A call that a person heard nothing of it in counts whole; an example of something else may well say both."""
    if bag.kind == "scored":
        return 1.0 if label.weight >= BY_A_CALL else _OF_ANOTHER_CALL
    return _OF_A_NEAR_MISS if label.weight == NEAR_MISS else _OF_SOMETHING_ELSE
