"""Fitting linear models and judging them on conversations they have not seen.

Flows in: features by name, labels, the conversation of each row. Flows out: models, and predictions made for every row
by a model that saw no row of the same conversation.
"""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, Ridge

FOLDS: Final = 10
Features = Mapping[str, float]
Numbers = NDArray[np.float64]


class Linear(NamedTuple):
    """A fitted model: one row of `weights` per class (or one row for a value), one column per feature."""

    classes: tuple[str, ...]
    names: tuple[str, ...]
    weights: Numbers
    bias: Numbers


class Table(NamedTuple):
    """Features as columns; those seen in fewer rows than asked for are left out."""

    matrix: csr_matrix
    names: tuple[str, ...]


def table(rows: Sequence[Features], *, seen_at_least: int) -> Table:
    """The rows as a sparse matrix."""
    vectors = DictVectorizer(dtype=np.float64)
    matrix = csr_matrix(vectors.fit_transform(rows))
    kept = np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= seen_at_least)
    names = vectors.get_feature_names_out()
    return Table(csr_matrix(matrix[:, kept]), tuple(str(names[column]) for column in kept))


def folds(conversations: Sequence[str], *, seed: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Rows to train on and rows to judge, never of the same conversation."""
    distinct = np.unique(np.asarray(conversations))
    np.random.default_rng(seed).shuffle(distinct)
    fold_of = {conversation: index % FOLDS for index, conversation in enumerate(distinct)}
    of_row = np.array([fold_of[conversation] for conversation in conversations])
    for fold in range(FOLDS):
        yield np.flatnonzero(of_row != fold), np.flatnonzero(of_row == fold)


def classifier(features: Table, labels: Sequence[str], *, strength: float) -> Linear:
    """Multinomial logistic regression; a smaller `strength` keeps the weights smaller."""
    model = LogisticRegression(C=strength, max_iter=200, tol=1e-3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # what is left to gain after 200 steps is below rounding
        model.fit(features.matrix, np.asarray(labels))
    weights, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn keeps one row for two classes
        weights, bias = np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    return Linear(tuple(map(str, model.classes_)), features.names, weights, bias)


def regression(features: Table, values: Numbers, *, penalty: float) -> Linear:
    """Ridge regression."""
    model = Ridge(penalty).fit(features.matrix, values)
    return Linear(("value",), features.names, model.coef_[None, :], np.atleast_1d(model.intercept_))


def predictions(model: Linear, matrix: csr_matrix) -> Numbers:
    """One row per row: probabilities of the classes, or the value."""
    scores = matrix @ model.weights.T + model.bias
    if len(model.classes) == 1:
        return np.asarray(scores)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def out_of_fold(
    features: Table, conversations: Sequence[str], fit: Callable[[Table, NDArray[np.intp]], Linear], *, seed: int
) -> Numbers:
    """Predictions for every row by a model fitted on other conversations.

    Args:
        features: all rows.
        conversations: of each row.
        fit: fits a model on some rows, given their features and which rows they are.
        seed: how conversations fall into folds.
    """
    found: Numbers | None = None
    for train, judged in folds(conversations, seed=seed):
        model = fit(Table(csr_matrix(features.matrix[train]), features.names), train)
        of_fold = predictions(model, csr_matrix(features.matrix[judged]))
        found = np.zeros((len(conversations), of_fold.shape[1])) if found is None else found
        found[judged] = of_fold
    assert found is not None
    return found
