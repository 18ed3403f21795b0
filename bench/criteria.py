"""How often the rules grader credits what a coach would, and what a coach would not: judged utterances in, shares out.

    python bench/criteria.py [--json] [--misses]

`tests/golden/judged` holds what reps may say for each criterion, judged from the rubric's wording alone. Half of it,
drawn by a digest of the words, is held out: its shares are printed, its misses never are. Each utterance is graded as a
turn of a short call in which the order that the criterion asks for is kept. *Recall* is the share of what counts that
gets the coach's level or more, *false credit* the share of near misses that gets more than the coach gave.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from sparring.grade.heard.testimony import hear
from sparring.grade.rules.criteria import grade_criterion
from sparring.grade.uploads.uploaded import transcript_from_text
from sparring.rubric import Category, Criterion, find_rubric
from sparring.signals import Moment
from sparring.transcript import Ending, Event, EventKind, Transcript
from tests.fakes.scripted import AT

JUDGED: Final = Path(__file__).parents[1] / "tests" / "golden" / "judged"
HALVES: Final = ("development", "held_out")
_QUESTION_ASKED: Final = (("How do your discharges go on a Friday?", "They come late, mostly."),)
_VISIT_PROPOSED: Final = (("I could come by for a visit on Tuesday at ten.", "Tuesday is fine."),)
_BEFORE: Final = {
    "payment_after_needs": (("What does she need help with?", "Bathing, mostly."),),
    "confirms_details": _VISIT_PROPOSED,
    "sums_up": _VISIT_PROPOSED,
    "compares_fairly": (("Go ahead.", "We're also talking to another agency."),),
    "service_promise": _QUESTION_ASKED,
    "dated_follow_up": _QUESTION_ASKED,
    "thanks_and_one_action": (*_QUESTION_ASKED, ("Could you send us the next late one?", "Maybe.")),
}
"""What rep and buyer said before, where a criterion asks for an order or for something the buyer brought up."""
_DOUBT: Final = "I'm not so sure about this."


@dataclass(frozen=True, slots=True)
class Judged:
    """What a rep said for a criterion, after what a buyer said, and the level a coach gives for it."""

    rubric: str
    criterion: str
    level: str
    buyer: str
    rep: str
    counts: bool

    @property
    def held_out(self) -> bool:
        """Whether nobody may look at what becomes of it, and nothing may be trained on it."""
        return int(hashlib.sha256(self.rep.encode()).hexdigest(), 16) % 2 == 1


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


def judged_utterances(folder: Path = JUDGED) -> list[Judged]:
    """The corpus, in the order of the rubrics."""
    files = sorted(folder.glob("*.jsonl"))
    return [Judged(**json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines()]


def credit(judged: Judged) -> Credit:
    """Grade one utterance by its own criterion."""
    category, criterion = _criterion(judged.rubric, judged.criterion)
    points = {level.id: level.points for level in criterion.levels}
    hearing = hear(call_of(judged))
    result = grade_criterion(category, criterion, hearing)
    return Credit(judged, result.points or 0, points[judged.level])


def call_of(judged: Judged) -> Transcript:
    """A short call that ends with the utterance; an objection is on record, so that hearing it is not asked as well."""
    lines = [f"Rep: {rep}\nBuyer: {buyer}" for rep, buyer in _BEFORE.get(judged.criterion, ())]
    doubted = _criterion(judged.rubric, judged.criterion)[1].applies_when is Moment.OBJECTION_RAISED
    buyer = judged.buyer or (_DOUBT if doubted else "")
    lines += [f"Buyer: {buyer}"] if buyer else []
    text = "\n".join([*lines, f"Rep: {judged.rep}"])
    rubric = find_rubric(judged.rubric)
    call = transcript_from_text(text.encode(), rubric, source="judged", started_at=AT)
    if not doubted:
        return call
    raised = Event(kind=EventKind.OBJECTION_RAISED, at_ms=0, turn=len(call.turns) - 2)
    ending = Ending(by="buyer", complete=True, reason="the buyer hung up")
    return call.model_copy(update={"events": (raised,), "ending": ending})


@cache
def _criterion(rubric_id: str, criterion_id: str) -> tuple[Category, Criterion]:
    return next(pair for pair in find_rubric(rubric_id).criteria() if pair[1].id == criterion_id)


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
