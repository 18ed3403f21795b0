"""Teaches the heads of `speech_acts/learned/likeness.py`: examples in, `weights/likeness.json` with provenance out.

    uv run --group lab python -m tools.train_likeness.build

What teaches is in the repository: `tools/train_likeness/examples`, half of `tests/golden/judged`, and the
calls of `tests/golden/scored`. The same files give the same weights. From which score on a head speaks is told by heads
that were not taught by what they are tried on. It takes some minutes.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from tools.train_likeness.corpus import Bag, bags
from tools.train_likeness.fitting import OF_A_POINT, Design, Head, Numbers, design, fit, least, unseen, value_of

from sparring.speech_acts import Likeness
from sparring.speech_acts.learned.likeness import POINT_UNIT, UNIT

WEIGHTS: Final = (
    Path(__file__).parents[2] / "src" / "sparring" / "speech_acts" / "learned" / "weights" / "likeness.json"
)
RAISED: Final = {
    **dict.fromkeys(("asks_for_time", "checks_right_person"), 150),
    **dict.fromkeys(("staffing_chosen", "staffing_trained", "staffing_supervised"), 150),
    "links_service_to_need": 200,
    "explains_referring": 120,
    "names_the_feeling": 470,
    "states_purpose": 220,
    "acknowledges": 250,
    "asks_hardest_cases": 120,
    "asks_about_concern": 60,
    "non_medical": 80,
}
"""Hundredths by which heads speak later: they spoke on calibration calls that have nothing of theirs."""
LIGHTEST: Final = 4  # hundredths: lighter weights are left out


def main() -> int:
    """The command line. Returns: 0 when the weights are written."""
    corpus = bags()
    rows = design(corpus)
    everything = np.ones(len(corpus), bool)
    heads, scores = {}, {}
    for name in Likeness:
        heads[name], scores[name] = fit(name, corpus, rows, everything), unseen(name, corpus, rows)
        print(f"{name}: {tuple(_told(name, corpus, scores[name]))}", flush=True)
    WEIGHTS.write_text(json.dumps(document(corpus, rows, heads, scores), separators=(",", ":")) + "\n", "utf-8")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes")
    return 0


def document(
    corpus: Sequence[Bag], rows: Design, heads: dict[Likeness, Head], scores: dict[Likeness, Numbers]
) -> dict[str, Any]:
    """The heads as data, in whole hundredths."""
    lowest = {name: least(name, corpus, scores[name]) for name in heads}
    return {
        "provenance": {
            "trained_on": "sentences written for this by two authors of the project, and calls they scored",
            "licence": "as the project",
            "bags": {kind: sum(bag.kind == kind for bag in corpus) for kind in ("written", "judged", "scored")},
            "features": "sparring.speech_acts.learned: likeness.said_features, word_vectors",
            "judged": "the score from which a head speaks: on bags it had not seen (five folds)",
            "unseen": {name: dict(_told(name, corpus, scores[name])) for name in heads},
        },
        "heads": list(heads),
        "least": [round(UNIT * (lowest[name] - head.bias)) + RAISED.get(name, 0) for name, head in heads.items()],
        "points": [_of_points(head) for head in heads.values()],
        "weights": dict(_of_features(rows.names, list(heads.values()))),
    }


def _of_points(head: Head) -> list[int]:
    return [round(UNIT * POINT_UNIT * OF_A_POINT * float(weight)) for weight in head.weights[:128]]


def _of_features(names: Iterable[str], heads: Sequence[Head]) -> Iterator[tuple[str, list[int]]]:
    """Of each feature pairs of column and weight, run together."""
    for column, name in enumerate(names, start=128):
        weights = [round(UNIT * value_of(name) * float(head.weights[column])) for head in heads]
        heavy = [(place, weight) for place, weight in enumerate(weights) if abs(weight) >= LIGHTEST]
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
