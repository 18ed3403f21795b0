"""What reps may say for each criterion, judged by a coach from the rubric's wording, each as the end of a short call.

The files of `tests/golden/judged` hold an utterance a line. Half of them, drawn by a digest of the words, is held out
of whatever learns.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import Category, Criterion, find_rubric
from sparring.signals import Moment
from sparring.transcript import Ending, Event, EventKind, Transcript
from tests.fakes.scripted import AT

JUDGED: Final = Path(__file__).parents[2] / "tests" / "golden" / "judged"
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


def judged_utterances(folder: Path = JUDGED) -> list[Judged]:
    """The corpus, in the order of the rubrics."""
    files = sorted(folder.glob("*.jsonl"))
    return [Judged(**json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines()]


def call_of(judged: Judged) -> Transcript:
    """A short call that ends with the utterance; an objection is on record, so that hearing it is not asked as well."""
    lines = [f"Rep: {rep}\nBuyer: {buyer}" for rep, buyer in _BEFORE.get(judged.criterion, ())]
    doubted = criterion_of(judged.rubric, judged.criterion)[1].applies_when is Moment.OBJECTION_RAISED
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
def criterion_of(rubric_id: str, criterion_id: str) -> tuple[Category, Criterion]:
    """A criterion of the rubric as it stands today, with its category."""
    return next(pair for pair in find_rubric(rubric_id).criteria() if pair[1].id == criterion_id)
