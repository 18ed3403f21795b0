"""Fitting the heads: bags with labels in, weights out; and the score from which each speaks, on bags it has not seen.

Of a bag that counts only the window that a first fit finds most likely teaches the second. All heads are fitted at
once, logistic regression in accelerated gradient steps: a product of all windows with all heads a step.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from tools.train_likeness.corpus import BY_A_CALL, BY_EVIDENCE, NEAR_MISS, Bag, Label

from sparring.speech_acts.learned.word_vectors import word_vectors

FOLDS: Final = 5
A_MISS: Final = 1.3
"""What it costs not to speak on a bag that counts, beside 1 for speaking on one that does not."""
NEVER_REACHED: Final = 1_000.0
OF_A_WORD: Final = 0.5  # value of a feature made of words, beside 1 of all others
OF_A_POINT: Final = 2 / (300 * 10**0.5)  # value of a point's unit
_OF_A_SENTENCE: Final = 0.5  # what a mistake on a written or judged one costs, beside one in a call
ELSEWHERE: Final = 0.35  # in a call that says it in another turn a wrong one takes or gives few points
BLUR: Final = 0.35
_GRID: Final = np.arange(-80, 101) / 20  # scores that are tried
_OF_A_NEAR_MISS, _OF_SOMETHING_ELSE, _OF_ANOTHER_CALL = 0.5, 0.3, 0.15  # what a false bag counts
_STEPS: Final = (125, 250)  # of the first fit and the second
_SEEN: Final = 3  # windows a feature must appear in
_WORDY: Final = ("w ", "b ", "k ")
_NEVER: Final = -99.0

Numbers = NDArray[np.float32]


class Design(NamedTuple):
    """All windows of all bags as rows: their features, and beside them the points of their words, 128 numbers."""

    features: csr_matrix
    points: Numbers
    names: tuple[str, ...]  # of the features
    bag: NDArray[np.intp]  # of each row
    part: NDArray[np.intp]  # of each row: which of the bag's turns it is in, where each may count by itself

    def scores(self, weights: Numbers) -> Numbers:
        """[rows, heads] of weights [features + points + 1, heads], the last of which is the bias."""
        many = len(self.names)
        found: Numbers = self.features @ weights[:many] + self.points @ weights[many:-1] + weights[-1]
        return found

    def back(self, errors: Numbers) -> Numbers:
        """What errors [rows, heads] say about the weights."""
        return np.vstack([self.features.T @ errors, self.points.T @ errors, errors.sum(0, keepdims=True)])


class Lessons(NamedTuple):
    """Of each window and head, [rows, heads]: whether it counts, and how much that teaches."""

    counts: Numbers
    weights: Numbers


def design(bags: Sequence[Bag]) -> Design:
    """Bags as a matrix."""
    found = [window.features for bag in bags for window in bag.windows]
    seen = Counter(name for features in found for name in features)
    names = tuple(sorted(name for name, windows in seen.items() if windows >= _SEEN))
    column = {name: place for place, name in enumerate(names)}
    rows = [sorted(column[name] for name in features if name in column) for features in found]
    values = np.array([value_of(names[place]) for row in rows for place in row], np.float32)
    starts = [0, *accumulate(map(len, rows))]
    flat = [place for row in rows for place in row]
    return Design(
        csr_matrix((values, flat, starts), shape=(len(rows), len(names))),
        np.array([_points(features) for features in found], np.float32),
        names,
        np.repeat(np.arange(len(bags)), [len(bag.windows) for bag in bags]),
        np.array([window.turn for bag in bags for window in bag.windows]),
    )


def value_of(feature: str) -> float:
    """What having a feature counts."""
    return OF_A_WORD if feature.startswith(_WORDY) else 1.0


def _points(features: frozenset[str]) -> NDArray[np.float64]:
    table = word_vectors()
    rows = [table.rows[name[2:]] for name in sorted(features) if name.startswith("w ") and name[2:] in table.rows]
    found: NDArray[np.float64] = OF_A_POINT * table.points[rows].sum(axis=0, dtype=np.float64)
    return found


def lessons(bags: Sequence[Bag], rows: Design, heads: Sequence[str]) -> Lessons:
    """What the labels of bags teach each of the heads about their windows."""
    shape = len(rows.bag), len(heads)
    counts, weights = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    first = 0
    for bag in bags:
        stop = first + len(bag.windows)
        for column, head in enumerate(heads):
            if label := bag.labels.get(head):
                counts[first:stop, column], weights[first:stop, column] = label.counts, label.weight
            for place in bag.evidence.get(head, ()):
                counts[first + place, column], weights[first + place, column] = 1, BY_EVIDENCE
        first = stop
    return Lessons(counts, weights)


def fit(bags: Sequence[Bag], rows: Design, taught: Lessons, by: NDArray[np.bool_]) -> Numbers:
    """The weights of all heads, taught by some of the bags."""
    weights = taught.weights * by[rows.bag][:, None]
    bound = _bound(rows)
    first = _fit_on(rows, Lessons(taught.counts, weights), _STEPS[0], bound)
    likely = _most_likely(Lessons(taught.counts, weights), rows.scores(first), rows, bags)
    return _fit_on(rows, Lessons(taught.counts, likely), _STEPS[1], bound)


def _fit_on(rows: Design, taught: Lessons, steps: int, bound: float) -> Numbers:
    """Nesterov's steps, begun anew where they lead up; the square of each weight but the bias counts a half."""
    size = len(rows.names) + rows.points.shape[1] + 1
    weights = np.zeros((size, taught.counts.shape[1]), np.float32)
    ahead, pace = weights, 1.0
    steep = (bound * taught.weights.max(0) / 4 + 1).astype(np.float32)
    for _ in range(steps):
        likely = (1 / (1 + np.exp(-rows.scores(ahead)))).astype(np.float32)
        errors: Numbers = taught.weights * (likely - taught.counts)
        slope = rows.back(errors)
        slope[:-1] += ahead[:-1]
        new = ahead - slope / steep
        pace, before = (1 + (1 + 4 * pace**2) ** 0.5) / 2, pace
        if float(((ahead - new) * (new - weights)).sum()) > 0:
            pace, before = 1.0, 1.0
        ahead = new + (before - 1) / pace * (new - weights)
        weights = new
    return weights


def _bound(rows: Design) -> float:
    """The greatest stretch of the design, by powers."""
    vector = np.random.default_rng(0).normal(size=(len(rows.names) + rows.points.shape[1] + 1, 1)).astype(np.float32)
    length = 1.0
    for _ in range(15):
        vector = rows.back(rows.scores(vector))
        length = float(np.linalg.norm(vector))
        vector /= length
    return length


def _most_likely(taught: Lessons, scores: Numbers, rows: Design, bags: Sequence[Bag]) -> Numbers:
    """Weights without all but the likeliest window of each bag that counts; of a call, of each turn with evidence."""
    kept = taught.weights * (1 - taught.counts)
    for column in range(scores.shape[1]):
        counting = np.flatnonzero((taught.weights[:, column] > 0) & (taught.counts[:, column] > 0))
        best: dict[tuple[int, int], int] = {}
        for row in counting[np.argsort(-scores[counting, column], kind="stable")]:
            bag = int(rows.bag[row])
            best.setdefault((bag, int(rows.part[row]) if bags[bag].evidence else 0), int(row))
        places = list(best.values())
        kept[places, column] = taught.weights[places, column]
    return kept


def unseen(bags: Sequence[Bag], rows: Design, taught: Lessons) -> Numbers:
    """[bags, heads]: the highest score in each bag by heads that were taught by no bag of its source."""
    fold = _folds(bags)
    found = np.full((len(bags), taught.counts.shape[1]), _NEVER, np.float32)
    for one in range(FOLDS):
        best = np.full_like(found, _NEVER)
        np.maximum.at(best, rows.bag, rows.scores(fit(bags, rows, taught, fold != one)))
        found[fold == one] = best[fold == one]
    return found


def _folds(bags: Sequence[Bag]) -> NDArray[np.intp]:
    drawn = np.random.default_rng(0).integers(0, FOLDS, len(bags))
    of_source: dict[str, int] = {}
    folds = [
        of_source.setdefault(bag.source, int(one)) if bag.source else int(one)
        for bag, one in zip(bags, drawn, strict=True)
    ]
    return np.array(folds)


def least(head: str, bags: Sequence[Bag], scores: Numbers, *, elsewhere: float = ELSEWHERE) -> float:
    """The score from which a head should speak: where its mistakes on bags it has not seen cost least.

    A score is taken for uncertain by `BLUR`, so that no single bag decides. In a call of which another turn counts a
    mistake on a turn costs `elsewhere` instead of one.
    """
    saying = {bag.source for bag in bags if bag.source and (label := bag.labels.get(head)) and label.counts}
    labelled = [
        (score, _cost(bag, label, elsewhere=elsewhere if bag.source in saying else 1.0))
        for bag, score in zip(bags, scores.tolist(), strict=True)
        if (label := bag.labels.get(head))
    ]
    at, costs = np.array(labelled, np.float64).T
    speaks = 1 / (1 + np.exp(-np.clip((at - _GRID[:, None]) / BLUR, -50, 50)))
    total = speaks @ costs
    best = int(total.argmin())
    return float(_GRID[best]) if total[best] < 0 else NEVER_REACHED


def _cost(bag: Bag, label: Label, *, elsewhere: float) -> float:
    """What speaking on a bag costs. A call in which nothing of it was heard counts whole, a sentence half."""
    in_a_call = bag.kind == "said"
    if label.counts:
        return -A_MISS * (1 if in_a_call else _OF_A_SENTENCE * min(1, label.weight))
    if in_a_call:
        return label.weight * elsewhere
    if bag.kind == "scored":
        return _OF_A_SENTENCE * (1 if label.weight >= BY_A_CALL else _OF_ANOTHER_CALL)
    return _OF_A_SENTENCE * (_OF_A_NEAR_MISS if label.weight in (1, NEAR_MISS) else _OF_SOMETHING_ELSE)
