"""What must not move a grade of the rules, and which way it may move: how often it does, over thousands of calls.

    python bench/invariance.py [--examples 500] [--kind KIND] [--seed 1] [--jobs 2] [--json]

Calibration calls, and calls that people scored, are put another way (`tests/fakes/perturbed.py`) and graded beside
themselves. Nothing may move, so every kind has the target nought. An example is drawn by its number and the seed alone:
it is the same however many processes share the work, and a run that was stopped has printed the kinds it finished.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from random import Random

from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Transcript
from tests.fakes.golden_calls import ALL, card_of, golden_call
from tests.fakes.perturbed import LABELS, SAME_GRADE, grade_of, shuffled, uploaded, with_words_of
from tests.fakes.scripted import AT, graded, points_of, result_of, without

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
MOST_SHOWN = 8


def scored_calls() -> Iterator[Transcript]:
    """Calls that people scored, as they were written down."""
    for file in sorted((*GOLDEN.glob("held_out/*/*.txt"), *GOLDEN.glob("scored/*/*.txt"))):
        rubric = find_rubric(f"{file.parent.name}_sales")
        yield transcript_from_text(file.read_bytes(), rubric, source=file.stem, started_at=AT)


@cache
def all_calls() -> tuple[Transcript, ...]:
    """Every call."""
    return (*(golden_call(*which) for which in ALL), *scored_calls())


@cache
def grade_as_it_is(place: int) -> Scorecard:
    """Of one of `all_calls`, graded when it is first asked for."""
    return card_of(all_calls()[place])


@cache
def grade_with_labels(place: int, labels: tuple[str, str]) -> Scorecard:
    """Of one of `all_calls`, written down with these labels."""
    return card_of(uploaded(all_calls()[place], labels))


def moved(before: Scorecard, after: Scorecard) -> list[str]:
    """What differs between two grades."""
    (status, levels, lines), (status_after, levels_after, lines_after) = grade_of(before), grade_of(after)
    found = [
        f"{one}: {level} > {levels_after.get(one)}" for one, level in levels.items() if levels_after.get(one) != level
    ]
    return found + ([f"{status} > {status_after}"] if status != status_after else []) + sorted(lines ^ lines_after)


def one_example(kind: str, random: Random) -> list[str]:
    """What moved in one example of a kind that must not."""
    place = random.randrange(len(all_calls()))
    transcript = all_calls()[place]
    if kind == "label names":
        first, second = random.sample(LABELS, 2)
        return moved(grade_with_labels(place, first), grade_with_labels(place, second))
    card = grade_as_it_is(place)
    if kind == "padding" and card.status != "graded":
        return []  # a call that was too short to grade may become long enough
    if kind in SAME_GRADE:
        return moved(card, card_of(SAME_GRADE[kind](transcript, random)))
    if kind == "criterion order":
        other = graded(transcript, shuffled(find_rubric(f"{transcript.call_type}_sales"), random))
        return [one for one, points in points_of(card).items() if points_of(other)[one] != points]
    if kind == "turns deleted":
        return _raised_by_deleting(transcript, card, random)
    return _lowered_by_adding(transcript, card, random)


def _raised_by_deleting(transcript: Transcript, card: Scorecard, random: Random) -> list[str]:
    earned = [result for result in card.criteria if result.evidence]
    if not earned:
        return []
    result = random.choice(earned)
    left = card_of(without(transcript, [quote.turn for quote in result.evidence]))
    after = result_of(left, result.id) if left.status == "graded" else None
    raised = after and after.status != "not_applicable" and (after.points or 0) > (result.points or 0)
    return [f"{result.id}: {result.level} > {after.level}"] if raised and after else []


def _lowered_by_adding(transcript: Transcript, card: Scorecard, random: Random) -> list[str]:
    calls = all_calls()
    alike = [place for place, one in enumerate(calls) if one.call_type == transcript.call_type]
    place = random.choice(alike)
    others_card = grade_as_it_is(place)
    earned = [result.id for result in others_card.criteria if result.evidence]
    if card.status != "graded" or others_card.status != "graded" or not earned:
        return []
    criterion = random.choice(earned)
    after = result_of(card_of(with_words_of(transcript, calls[place], criterion, others_card, random)), criterion)
    before = result_of(card, criterion)
    lowered = after.status != "not_applicable" and (after.points or 0) < (before.points or 0)
    return [f"{criterion}: {before.level} > {after.level}"] if lowered else []


KINDS = (*SAME_GRADE, "criterion order", "label names", "turns deleted", "turns added")


def numbered_example(which: tuple[str, int, int]) -> list[str]:
    """Of a kind, the seed and the example's number."""
    kind, seed, number = which
    return one_example(kind, Random(f"{seed} {kind} {number}"))


def main() -> int:
    """The command line. Returns: exit status, 1 when anything moved."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=500, help="of each kind")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only these kinds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that share the work")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = dict[str, int]()
    example = import_module("bench.invariance").numbered_example  # by a name that the other processes find, however run
    with get_context("fork").Pool(options.jobs) as pool:
        for kind in options.kind or KINDS:
            began_s = time.monotonic()
            found = pool.map(example, [(kind, options.seed, one) for one in range(options.examples)], 10)
            figures[kind] = sum(map(bool, found))
            if not options.json:
                taken_s = time.monotonic() - began_s
                print(f"{kind}: {figures[kind]} of {options.examples} moved a grade, {taken_s:.0f} s", flush=True)
                for what, count in Counter(one for example in found for one in example).most_common(MOST_SHOWN):
                    print(f"    {count} x {what}")
    if options.json:
        print(json.dumps({"examples": options.examples, "moved": figures}))
    return int(any(figures.values()))


if __name__ == "__main__":
    sys.exit(main())
