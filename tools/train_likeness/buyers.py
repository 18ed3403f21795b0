"""What teaches the head that hears a buyer hold back: examples, judged lines and turns of scored calls in, bags out.

Behind a question mark stands what one may take for a concern or not; such a turn teaches nothing, nor does one before
anything was offered, which the head is not asked about.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tools.train_likeness.corpus import (
    CONCERNS,
    NEAR_MISS,
    OF_A_TURN,
    SCORED,
    Bag,
    Label,
    Window,
    examples_in,
    sections,
)
from tools.train_likeness.judged import Judged, judged_utterances

from sparring.grade.heard.hesitation import ConcernContext, as_taken
from sparring.grade.heard.testimony import hear
from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import find_rubric
from sparring.signals import Moment
from sparring.speech_acts.learned.concerns import HOLDS_BACK, said_at
from sparring.speech_acts.text.words import sentences
from sparring.transcript import Transcript
from tests.fakes.scripted import AT

_KINDS: Final = ("inside", "outside")
_EXAMPLES: Final = "examples.txt"
_OFFERED: Final = "We're a home care agency, and we could help with that."
_OF_NEEDS: Final = frozenset(
    ("asks_and_uses_name", "respects_who_answers", "honest_price", "links_service_to_need", "capability_for_pain")
)
"""Criteria whose judged utterances answer a name, a price asked for or a need: none of these lines holds back."""


def buyers_bags() -> list[Bag]:
    """Everything that may teach what a buyer holds back."""
    return [*_written(), *_judged(), *_said()]


def _written() -> Iterator[Bag]:
    for head, counts, before, buyer in examples_in(CONCERNS / _EXAMPLES):
        near = NEAR_MISS if head == HOLDS_BACK else OF_A_TURN
        yield Bag("written", _answering(before or _OFFERED, buyer), {HOLDS_BACK: Label(counts, 1 if counts else near)})


def _judged() -> Iterator[Bag]:
    """What buyers say before the utterances of the development half, each line once."""
    lines = {one.buyer: counts for one in judged_utterances() if (counts := _holds_back(one)) is not None}
    for buyer, counts in lines.items():
        yield Bag("judged", _answering(_OFFERED, buyer), {HOLDS_BACK: Label(counts, OF_A_TURN)})


def _holds_back(judged: Judged) -> bool | None:
    if judged.held_out or not judged.buyer:
        return None
    rubric = find_rubric(judged.rubric)
    wanted = next(one for _, one in rubric.criteria() if one.id == judged.criterion)
    return True if wanted.applies_when is Moment.OBJECTION_RAISED else False if judged.criterion in _OF_NEEDS else None


def _answering(rep: str, buyer: str) -> tuple[Window, ...]:
    text = f"Rep: {rep}\nBuyer: {buyer}"
    ((_, found),) = windows(
        transcript_from_text(text.encode(), find_rubric("inside_sales"), source="line", started_at=AT)
    )
    return found


def _said() -> Iterator[Bag]:
    for kind in _KINDS:
        for call, turns in sections(CONCERNS / f"{kind}.txt"):
            text = (SCORED / kind / f"{call}.txt").read_bytes()
            heard = transcript_from_text(text, find_rubric(f"{kind}_sales"), source=call, started_at=AT)
            yield from of_buyer(heard, turns, source=f"{call}.txt")


def of_buyer(call: Transcript, turns: dict[int, frozenset[str]], *, source: str) -> Iterator[Bag]:
    """The buyer's turns of a call, as a person told them."""
    for number, (standing, found) in enumerate(windows(call), start=1):
        told = turns.get(number, frozenset())
        if standing and f"?{HOLDS_BACK}" not in told:
            yield Bag("said", found, {HOLDS_BACK: Label(HOLDS_BACK in told, OF_A_TURN)}, source=source)


def windows(call: Transcript) -> Iterator[tuple[ConcernContext, tuple[Window, ...]]]:
    """Of each of the buyer's turns where it stands, and its windows, as the grader looks at them."""
    for index, before in hear(call).standing.items():
        said = list(sentences(call.turns[index].text))
        standing = as_taken(said, before)
        one = [Window(index, s.items[0].start, s.items[-1].end, said_at(standing.name, s).features()) for s in said]
        two = [Window(index, a.start, b.end, a.features | b.features) for a, b in pairwise(one)]
        yield standing, (*one, *two)
