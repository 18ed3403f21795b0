"""Teaches the heads of `speech_acts/learned/likeness.py`: examples in, `weights/likeness.json` with provenance out.

    uv run --group lab python -m tools.train_likeness.build

What teaches is in the repository: `tools/train_likeness/examples`, half of `tests/golden/judged`, and the
calls of `tests/golden/scored`, turn by turn as `tools/train_likeness/calls` says. From which score on a head speaks is
told by heads that were not taught by what they are tried on. It takes some minutes.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from tools.train_likeness.corpus import Bag, bags
from tools.train_likeness.fitting import (
    HEADS,
    OF_A_POINT,
    Design,
    Numbers,
    design,
    fit,
    least,
    lessons,
    unseen,
    value_of,
)

from sparring.speech_acts import Likeness
from sparring.speech_acts.learned.likeness import POINT_UNIT, UNIT

WEIGHTS: Final = (
    Path(__file__).parents[2] / "src" / "sparring" / "speech_acts" / "learned" / "weights" / "likeness.json"
)
RAISED: Final = {
    "names_the_feeling": 425,
    "states_purpose": 280,
    "answers_the_point": 110,
    "something_specific": 80,
    "says_back": 80,
    "asks_for_time": 45,
    "asks_safety": 10,
    "explains_price": 15,
    "staffing_chosen": 5,
    "gives_agency_and_name": 250,
    "proposes_visit": -20,
    "asks_callback_number": -65,
}
"""Hundredths by which heads speak later, as they spoke on calibration calls that have nothing of theirs, or sooner, as
they missed what is said plainly."""
LIGHTEST: Final = 4  # hundredths: lighter weights are left out


def main() -> int:
    """The command line. Returns: 0 when the weights are written."""
    corpus = bags()
    rows = design(corpus)
    taught = lessons(corpus, rows)
    weights = fit(corpus, rows, taught, np.ones(len(corpus), bool))
    scores = unseen(corpus, rows, taught)
    for column, name in enumerate(HEADS):
        print(f"{name}: {tuple(_told(name, corpus, scores[:, column]))}", flush=True)
    WEIGHTS.write_text(json.dumps(document(corpus, rows, weights, scores), separators=(",", ":")) + "\n", "utf-8")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes")
    return 0


def document(corpus: Sequence[Bag], rows: Design, weights: Numbers, scores: Numbers) -> dict[str, Any]:
    """The heads as data, in whole hundredths."""
    lowest = [least(name, corpus, scores[:, column]) for column, name in enumerate(HEADS)]
    bias = map(float, weights[-1])
    return {
        "provenance": {
            "trained_on": "sentences written for this by two authors of the project, and calls they scored",
            "licence": "as the project",
            "bags": {kind: sum(bag.kind == kind for bag in corpus) for kind in ("written", "judged", "said", "scored")},
            "features": "sparring.speech_acts.learned: likeness.said_features, word_vectors",
            "judged": "the score from which a head speaks: on bags it had not seen (five folds, a call in one)",
            "unseen": {name: dict(_told(name, corpus, scores[:, column])) for column, name in enumerate(HEADS)},
        },
        "heads": list(HEADS),
        "least": [
            round(UNIT * (one - by)) + RAISED.get(name.value, 0)
            for name, one, by in zip(HEADS, lowest, bias, strict=True)
        ],
        "points": [
            [round(UNIT * POINT_UNIT * OF_A_POINT * float(one)) for one in head]
            for head in weights[len(rows.names) : -1].T
        ],
        "weights": dict(_of_features(rows.names, weights)),
    }


def _of_features(names: Sequence[str], weights: Numbers) -> Iterator[tuple[str, list[int]]]:
    """Of each feature pairs of column and weight, run together."""
    for name, row in zip(names, weights, strict=False):
        whole = [round(UNIT * value_of(name) * float(weight)) for weight in row]
        heavy = [(place, weight) for place, weight in enumerate(whole) if abs(weight) >= LIGHTEST]
        if heavy:
            yield name, [number for pair in heavy for number in pair]


def _told(name: Likeness, corpus: Sequence[Bag], scores: Numbers) -> Iterator[tuple[str, int]]:
    """On bags that a head was not taught by: those it should speak on and does, and those it should not and does."""
    from_here = least(name, corpus, scores)
    labelled = [
        (bag.labels[name].counts, bool(score >= from_here))
        for bag, score in zip(corpus, scores, strict=True)
        if name in bag.labels
    ]
    yield "right", sum(counts and spoke for counts, spoke in labelled)
    yield "of", sum(counts for counts, _ in labelled)
    yield "wrong", sum(spoke and not counts for counts, spoke in labelled)
    yield "of_others", sum(not counts for counts, _ in labelled)


if __name__ == "__main__":
    sys.exit(main())
