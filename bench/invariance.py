"""What must not move a grade of the rules, and which way it may move: how often it does, over thousands of calls.

    python bench/invariance.py [--examples 500] [--kind KIND] [--seed 1] [--json]

Calibration calls, and calls that people scored, are put another way (`tests/fakes/perturbed.py`) and graded beside
themselves. Nothing may move, so every kind has the target nought.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sparring.grade.uploads.uploaded import transcript_from_text
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Transcript
from tests.fakes.golden_calls import ALL, card_of, golden_call
from tests.fakes.perturbed import LABELS, SAME_GRADE, grade_of, shuffled, uploaded, with_words_of
from tests.fakes.scripted import AT, graded, points_of, result_of, without

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
MOST_SHOWN = 8

Calls = list[tuple[Transcript, Scorecard]]


def scored_calls() -> Iterator[Transcript]:
    """Calls that people scored, as they were written down."""
    for file in sorted((*GOLDEN.glob("held_out/*/*.txt"), *GOLDEN.glob("scored/*/*.txt"))):
        rubric = find_rubric(f"{file.parent.name}_sales")
        yield transcript_from_text(file.read_bytes(), rubric, source=file.stem, started_at=AT)


def all_calls() -> Calls:
    """Every call with its grade as it is."""
    transcripts = [*(golden_call(*which) for which in ALL), *scored_calls()]
    return [(one, card_of(one)) for one in transcripts]


def moved(before: Scorecard, after: Scorecard) -> list[str]:
    """What differs between two grades."""
    (status, levels, lines), (status_after, levels_after, lines_after) = grade_of(before), grade_of(after)
    found = [
        f"{one}: {level} > {levels_after.get(one)}" for one, level in levels.items() if levels_after.get(one) != level
    ]
    return found + ([f"{status} > {status_after}"] if status != status_after else []) + sorted(lines ^ lines_after)


def one_example(kind: str, calls: Calls, random: Random) -> list[str]:
    """What moved in one example of a kind that must not."""
    transcript, card = random.choice(calls)
    if kind == "padding" and card.status != "graded":
        return []  # a call that was too short to grade may become long enough
    if kind in SAME_GRADE:
        return moved(card, card_of(SAME_GRADE[kind](transcript, random)))
    if kind == "criterion order":
        other = graded(transcript, shuffled(find_rubric(f"{transcript.call_type}_sales"), random))
        return [one for one, points in points_of(card).items() if points_of(other)[one] != points]
    if kind == "label names":
        first, second = random.sample(LABELS, 2)
        return moved(card_of(uploaded(transcript, first)), card_of(uploaded(transcript, second)))
    if kind == "turns deleted":
        return _raised_by_deleting(transcript, card, random)
    return _lowered_by_adding(transcript, card, calls, random)


def _raised_by_deleting(transcript: Transcript, card: Scorecard, random: Random) -> list[str]:
    earned = [result for result in card.criteria if result.evidence]
    if not earned:
        return []
    result = random.choice(earned)
    left = card_of(without(transcript, [quote.turn for quote in result.evidence]))
    after = result_of(left, result.id) if left.status == "graded" else None
    raised = after and after.status != "not_applicable" and (after.points or 0) > (result.points or 0)
    return [f"{result.id}: {result.level} > {after.level}"] if raised and after else []


def _lowered_by_adding(transcript: Transcript, card: Scorecard, calls: Calls, random: Random) -> list[str]:
    others = [one for one in calls if one[0].call_type == transcript.call_type and one[1].status == "graded"]
    other, others_card = random.choice(others)
    earned = [result.id for result in others_card.criteria if result.evidence]
    if card.status != "graded" or not earned:
        return []
    criterion = random.choice(earned)
    after = result_of(card_of(with_words_of(transcript, other, criterion, others_card, random)), criterion)
    before = result_of(card, criterion)
    lowered = after.status != "not_applicable" and (after.points or 0) < (before.points or 0)
    return [f"{criterion}: {before.level} > {after.level}"] if lowered else []


KINDS = (*SAME_GRADE, "criterion order", "label names", "turns deleted", "turns added")


def main() -> int:
    """The command line. Returns: exit status, 1 when anything moved."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=500, help="of each kind")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only these kinds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    calls, figures = all_calls(), dict[str, int]()
    for kind in options.kind or KINDS:
        random = Random(f"{options.seed} {kind}")
        found = [one_example(kind, calls, random) for _ in range(options.examples)]
        figures[kind] = sum(map(bool, found))
        if not options.json:
            print(f"{kind}: {figures[kind]} of {options.examples} moved a grade", flush=True)
            for what, count in Counter(one for example in found for one in example).most_common(MOST_SHOWN):
                print(f"    {count} x {what}")
    if options.json:
        print(json.dumps({"examples": options.examples, "moved": figures}))
    return int(any(figures.values()))


if __name__ == "__main__":
    sys.exit(main())
