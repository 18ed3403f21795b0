"""What a rep puts forward as the next step: a call, a try with one case, or that the two meet.

Flows in: normalised words of the rep. Flows out: the kind of step, and the lines that do not speak of another one.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

_WOULD = r"(?:'ll|'d| will| would| could| can| may| might)?(?: (?:like|love|be happy|be glad) to| just| also)*"
_CALLS = re.compile(
    rf"\b(?:(?:i|we){_WOULD}|may i|can i|could i|shall i) (?:call|ring|phone|telephone) you\b"
    r"|\b(?:a|one) (?:short |quick |brief )?(?:\w+ minute )?(?:phone |telephone )?call\b"
)
_TRIES = re.compile(
    r"\b(?:try|test|start) (?:\w+ ){0,4}(?:with|on|for) (?:just |only )?(?:one|a single|your next|the next)\b"
    r"|\b(?:a|one) (?:short |small )?(?:trial|try|pilot)\b"
)
_MEETS = re.compile(
    r"\b(?:come|drop|stop|swing|drive|pop) (?:\w+ )?(?:by|in|over|out|round|past|to see)\b"
    r"|\b(?:meet|visit|sit down|see you|bring you|show you|assessment|appointment|meeting|tour|coffee|minutes)\b"
)
_PLACES = r"meet(?:ings?)?|visits?|come|see (?:you|the place)|bring|slot|coffee|bake|in person"
_OF_MEETING = re.compile(rf"\b(?:{_PLACES}|page)\b", re.IGNORECASE)
_OF_TALK = re.compile(rf"\b(?:{_PLACES}|minutes)\b", re.IGNORECASE)


class Step(StrEnum):
    """What is put forward."""

    MEETING = "meeting"
    CALL = "call"
    TRIAL = "trial"


def step_in(said: Iterable[str]) -> Step | None:
    """What was put forward last in some utterances, the newest of them last; who comes to try something comes."""
    for words in reversed(tuple(said)):
        for step, names_it in ((Step.MEETING, _MEETS), (Step.TRIAL, _TRIES), (Step.CALL, _CALLS)):
            if names_it.search(words):
                return step
    return None


def of_the_step(lines: Sequence[str], step: Step | None) -> tuple[str, ...]:
    """The lines without those that speak of a meeting where a call or a try was put forward, if others remain."""
    other = {Step.CALL: _OF_MEETING, Step.TRIAL: _OF_TALK}.get(step) if step else None
    return tuple(one for one in lines if not (other and other.search(one))) or tuple(lines)
