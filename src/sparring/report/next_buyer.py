"""With whom to practise next: somebody who brings up what the one thing to fix is about, as hard as the score bears.

Flows in: a grade and the buyers that are installed. Flows out: one of them, or nobody. Only the scorecard decides: no
advice, no suggestion.
"""

from collections.abc import Iterable
from typing import Literal

from sparring.persona import LEVELS, Persona
from sparring.scorecard import CriterionResult, Scorecard

CallType = Literal["inside", "outside"]

MIN_OBJECTIONS = 3
"""A buyer with fewer is there for something else: an emergency, a job, a bait."""
BEGINNER_SCORE = 50.0


def next_buyer(scorecard: Scorecard, call_type: CallType, personas: Iterable[Persona]) -> Persona | None:
    """The buyer to try next; the one the grader named where it named one.

    Args:
        scorecard: the grade; somebody else than the buyer of its call is suggested.
        call_type: the call's; that of the suggested buyer is the same.
        personas: those that may be named.
    """
    known = tuple(personas)
    if scorecard.coaching.try_persona is not None:
        return next((one for one in known if one.id == scorecard.coaching.try_persona), None)
    first, totals = scorecard.coaching.fix_first, scorecard.totals
    if first is None or totals is None:
        return None
    wanted = 0 if totals.score < BEGINNER_SCORE else 2 if scorecard.passed else 1
    about = next((one for one in scorecard.criteria if one.id == first.criterion), None)
    fitting = [
        one
        for one in known
        if one.call_type == call_type and one.id != scorecard.persona.id and len(one.objections) >= MIN_OBJECTIONS
    ]
    fitting.sort(key=lambda one: (not _brings_up(one, about), abs(LEVELS.index(one.difficulty) - wanted), one.id))
    return fitting[0] if fitting else None


def _brings_up(persona: Persona, about: CriterionResult | None) -> bool:
    """Whether one of the buyer's concerns is named by the criterion, as `price` is by `honest_price`."""
    named = f"{about.id} {about.title.lower()}" if about else ""
    return any(objection.kind in named for objection in persona.objections)
