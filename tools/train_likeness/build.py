"""Teaches the heads of `speech_acts/learned`: examples and calls in, `weights/*.json` with provenance out.

    uv run --group lab python -m tools.train_likeness.build

What teaches is in the repository: `tools/train_likeness/examples` and `concerns`, half of `tests/golden/judged`, and
the calls of `tests/golden/scored`, turn by turn as `tools/train_likeness/calls` says. From which score on a head
speaks is told by heads that were not taught by what they are tried on. One machine makes the same bytes of the same
files every time. It takes some minutes.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits
from tools.train_likeness.buyers import buyers_bags
from tools.train_likeness.corpus import EXPECTED, Bag, bags, digest_of_sources
from tools.train_likeness.fitting import (
    ELSEWHERE,
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
from sparring.speech_acts.learned.concerns import HOLDS_BACK, load_concerns
from sparring.speech_acts.learned.likeness import POINT_UNIT, UNIT, parse_heads

WEIGHTS: Final = Path(__file__).parents[2] / "src" / "sparring" / "speech_acts" / "learned" / "weights"
LIGHTEST: Final = 4  # hundredths: lighter weights are left out
_KINDS: Final = ("written", "judged", "said", "scored")


class Taught(NamedTuple):
    """Heads and what taught them.

    Args:
        heads: their names, a column each.
        corpus: the bags.
        rows: their windows.
        weights: [features + points + 1, heads].
        scores: [bags, heads], by heads that no bag of its source taught.
        least: [heads], the score from which each speaks.
    """

    heads: tuple[str, ...]
    corpus: Sequence[Bag]
    rows: Design
    weights: Numbers
    scores: Numbers
    least: tuple[float, ...]


def main() -> int:
    """The command line. Returns: 0 when the weights are written."""
    write("concerns.json", teach(buyers_bags(), (HOLDS_BACK,), elsewhere=1.0))
    load_concerns.cache_clear()  # the calls that teach the others are heard with it
    write("likeness.json", teach(bags(), tuple(map(str, Likeness))))
    return 0


def write(name: str, taught: Taught) -> None:
    """Write heads among the weights, and say how they do on what they had not seen."""
    found = document(taught)
    keep_silent(found, taught.corpus)
    for head, told in found["provenance"]["unseen"].items():
        print(f"{head}: {told}", flush=True)
    path = WEIGHTS / name
    path.write_text(json.dumps(found, separators=(",", ":")) + "\n", "utf-8")
    print(f"{name}: {path.stat().st_size:,} bytes")


def keep_silent(found: dict[str, Any], corpus: Sequence[Bag]) -> None:
    """Let every head begin above all that it is not to speak on in a calibration call, as it is taught in the end."""
    heads = parse_heads(found, str)
    for bag in corpus:
        windows = [one.features for one in bag.windows]
        if bag.source.endswith(EXPECTED) and windows:
            highest = heads.scores(windows).max(0)
            for place in (heads.names.index(name) for name in bag.labels):
                found["least"][place] = max(found["least"][place], int(highest[place]) + 1)


def teach(corpus: Sequence[Bag], heads: tuple[str, ...], *, elsewhere: float = ELSEWHERE) -> Taught:
    """Heads of these names; `elsewhere` as in `least`.

    One thread alone multiplies: how many share a product is how its sums are rounded.
    """
    with threadpool_limits(1):
        rows = design(corpus)
        taught = lessons(corpus, rows, heads)
        weights = fit(corpus, rows, taught, np.ones(len(corpus), bool))
        scores = unseen(corpus, rows, taught)
    lowest = tuple(least(one, corpus, scores[:, at], elsewhere=elsewhere) for at, one in enumerate(heads))
    return Taught(heads, corpus, rows, weights, scores, lowest)


def document(taught: Taught) -> dict[str, Any]:
    """The heads as data, in whole hundredths."""
    heads, corpus, rows, weights, _, lowest = taught
    bias = map(float, weights[-1])
    return {
        "provenance": {
            "trained_on": "sentences written for this by two authors of the project, and calls they scored",
            "licence": "as the project",
            "taught_by": digest_of_sources(),
            "bags": {kind: sum(bag.kind == kind for bag in corpus) for kind in _KINDS},
            "features": "sparring.speech_acts.learned: likeness, concerns, word_vectors",
            "judged": "the score from which a head speaks: on bags it had not seen (five folds, a call in one)",
            "unseen": {name: dict(_told(taught, column)) for column, name in enumerate(heads)},
        },
        "heads": list(heads),
        "least": [round(UNIT * (one - by)) for one, by in zip(lowest, bias, strict=True)],
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


def _told(taught: Taught, column: int) -> Iterator[tuple[str, int]]:
    """On bags that a head was not taught by: those it should speak on and does, and those it should not and does."""
    name, from_here = taught.heads[column], taught.least[column]
    labelled = [
        (bag.labels[name].counts, bool(score >= from_here))
        for bag, score in zip(taught.corpus, taught.scores[:, column], strict=True)
        if name in bag.labels
    ]
    yield "right", sum(counts and spoke for counts, spoke in labelled)
    yield "of", sum(counts for counts, _ in labelled)
    yield "wrong", sum(spoke and not counts for counts, spoke in labelled)
    yield "of_others", sum(not counts for counts, _ in labelled)


if __name__ == "__main__":
    sys.exit(main())
