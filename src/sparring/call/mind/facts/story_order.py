"""What has to be told before what: nobody says what it cost before having said what happened.

Flows in: the listener, a question and a fact. Flows out: what is told instead, or beside it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.state import BuyerState
from sparring.persona import Fact, Persona
from sparring.speech_acts import Topic
from sparring.speech_acts.text.needed_letters import needed

_PERSONAS_KEPT = 32
_POINTS_BACK = needed(
    re.compile(
        r"\b(?:since|after|except|about|of|before|until) that (?:day|night|morning|evening|week|weekend|call)\b"
        r"|^since then\b|\bthat (?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        re.IGNORECASE,
    )
)


def not_ahead(persona: Persona, state: BuyerState, lines: Sequence[str]) -> list[str]:
    """Of ways to tell something those that do not point back to what has not been told: "anxious, since that day".

    All of them where there are no others.
    """
    back = [one for one in lines if (found := _POINTS_BACK.found_in(one)) and not _is_told(persona, state, found)]
    return [one for one in lines if one not in back] or list(lines)


def _is_told(persona: Persona, state: BuyerState, pointer: re.Match[str]) -> bool:
    if pointer["weekday"]:
        return pointer["weekday"].lower() in " ".join((*state.said, *state.rep_said)).lower()
    return not _stories(persona).isdisjoint(state.rapport.told)


@lru_cache(_PERSONAS_KEPT)
def _stories(persona: Persona) -> frozenset[str]:
    """Facts that tell what happened: what is hidden, what says so, and what others come after."""
    first = {one for fact in persona.facts for one in fact.needs.after}
    return frozenset(
        fact.id
        for fact in persona.facts
        if fact.visible == "hidden" or fact.id in first or Topic.WHAT_HAPPENED in fact.topics
    )


def first_untold(listener: AskedBuyer, fact: Fact) -> str:
    """What would have to be told before `fact`: nobody is coy about what it cost before having said what happened."""
    for fact_id in fact.needs.after:
        if fact_id not in listener.rapport.told:
            return first_untold(listener, fact_of(listener.persona, fact_id))
    return fact.id


def comes_before(listener: AskedBuyer, asked: Question, fact: Fact) -> str:
    """The fact without which the one asked for by its own words means nothing: what happened, before what it cost."""
    if not asked.names(fact.cues):
        return ""
    for fact_id in fact.needs.after:
        if fact_id not in listener.rapport.told and listener.earned(fact_of(listener.persona, fact_id), is_open=True):
            return fact_id
    return ""


def come_to(listener: AskedBuyer, asked: Question, first: Part) -> tuple[Part, ...]:
    """What was asked for, in the same breath as what had to be told before it: "when was that call?"."""
    nearest = listener.nearest(asked)
    if first.kind is not PartKind.TELL or nearest is None or not nearest.is_sure:
        return ()
    fact, told = nearest.fact, {*listener.rapport.told, first.ref}
    next_to_it = first.ref in fact.needs.after and told.issuperset(fact.needs.after) and fact.visible == "open"
    return (Part(PartKind.TELL, fact.id),) if next_to_it and fact.id not in told else ()


def guessed(listener: AskedBuyer, asked: Question, fact: Fact) -> Part:
    """What is hidden is owned to when the rep has said it, as in "a job, great: which shifts?", or names it now."""
    is_said = not asked.found.union(listener.state.rep_cues).isdisjoint(fact.cues)
    tells = is_said and listener.earned(fact, is_open=True) and fact.id not in listener.rapport.told
    return Part(PartKind.TELL if tells else PartKind.GUARD, fact.id)
