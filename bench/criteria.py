"""How often the rules grader credits what a coach would, and what a coach would not: judged utterances in, shares out.

    python bench/criteria.py [--json] [--misses]

`tests/golden/judged` holds what reps may say for each criterion, judged from the rubric's wording alone. Half of it,
drawn by a digest of the words, is held out: its shares are printed, its misses never are. Each utterance is graded as a
turn of a short call in which the order that the criterion asks for is kept. *Recall* is the share of what counts that
gets the coach's level or more, *false credit* the share of near misses that gets more than the coach gave.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tools.train_likeness.judged import Judged, call_of, criterion_of, judged_utterances

from sparring.grade.heard.testimony import hear
from sparring.grade.rules.criteria import grade_criterion

HALVES: Final = ("development", "held_out")


@dataclass(frozen=True, slots=True)
class Credit:
    """The points that one utterance was given beside those it deserves."""

    judged: Judged
    given: int
    deserved: int

    @property
    def right(self) -> bool:
        """Whether what counts was credited in full, or what does not was not credited."""
        return self.given >= self.deserved if self.judged.counts else self.given <= self.deserved


def credit(judged: Judged) -> Credit:
    """Grade one utterance by its own criterion."""
    category, criterion = criterion_of(judged.rubric, judged.criterion)
    points = {level.id: level.points for level in criterion.levels}
    hearing = hear(call_of(judged))
    result = grade_criterion(category, criterion, hearing)
    return Credit(judged, result.points or 0, points[judged.level])


def shares(credits_given: Sequence[Credit]) -> dict[str, float]:
    """Recall and false credit of some utterances, in percent."""
    counting = [one.right for one in credits_given if one.judged.counts]
    near_misses = [not one.right for one in credits_given if not one.judged.counts]
    return {"recall": _percent(counting), "false_credit": _percent(near_misses), "n": len(credits_given)}


def _percent(hits: Sequence[bool]) -> float:
    return round(100 * sum(hits) / len(hits), 1) if hits else 0.0


def figures(credits_given: Iterable[Credit]) -> dict[str, dict[str, dict[str, float]]]:
    """Shares by half, over each rubric and by criterion."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    given = list(credits_given)
    for place, half in enumerate(HALVES):
        of_half = [one for one in given if one.judged.held_out == bool(place)]
        names = dict.fromkeys(name for one in of_half for name in (one.judged.rubric, one.judged.criterion))
        found[half] = {
            name: shares([one for one in of_half if name in (one.judged.rubric, one.judged.criterion)])
            for name in sorted(names, key=lambda name: not name.endswith("_sales"))
        }
    return found


def table(found: dict[str, dict[str, dict[str, float]]]) -> Iterator[str]:
    """For people: a row for each criterion, the development half beside the held-out one."""
    yield f"{'':26}{'development':>24}{'held out':>24}"
    yield f"{'':26}" + f"{'recall':>10}{'false':>8}{'n':>6}" * 2
    for name in found[HALVES[1]]:
        cells = [found[half].get(name, {"recall": 0.0, "false_credit": 0.0, "n": 0}) for half in HALVES]
        yield f"{name:26}" + "".join(
            f"{one['recall']:9.1f}%{one['false_credit']:7.1f}%{one['n']:6.0f}" for one in cells
        )


def misses(credits_given: Iterable[Credit]) -> Iterator[str]:
    """What went wrong in the development half."""
    for one in credits_given:
        if not one.right and not one.judged.held_out:
            kind = "missed" if one.judged.counts else "false"
            yield f"{one.judged.criterion:24} {kind:7} {one.given}/{one.deserved} {one.judged.buyer} | {one.judged.rep}"


def main() -> int:
    """The command line. Returns: exit status 0; what to reach stands in `docs/measurements.md`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="of the development half")
    options = parser.parse_args()
    given = [credit(one) for one in judged_utterances()]
    found: dict[str, Any] = figures(given)
    print(json.dumps(found) if options.json else "\n".join(table(found)))
    if options.misses:
        print("\n".join(misses(given)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
