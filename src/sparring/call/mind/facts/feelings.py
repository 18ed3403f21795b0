"""What is said to "how did it feel?" and "what's it like for you?": something of oneself, or that one would not say.

Flows in: the listener, a question, and what it reaches. Flows out: a part that speaks of how the buyer feels; None: the
question is no such one, or what it reaches does.
"""

import re
from functools import lru_cache

from sparring.call.mind.decision import SPOKEN_OF, Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, concerns_whoever_is_here, reached
from sparring.call.mind.heard.examples import asked_like
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.meaning import alike
from sparring.call.mind.not_known.by_callers import asks_opinion
from sparring.persona import Fact
from sparring.speech_acts import Topic

_FACTS_KEPT = 2_048  # of all personas
_IT = r"(?:it|that|this|all (?:of )?(?:it|that|this))"
_ASKS = re.compile(
    rf"how (?:does|did|do) (?:{_IT}|you) feel\b|how are you (?:feeling|doing with|coping|holding up|managing)\b"
    rf"|how(?:'s| is| was| has) {_IT}(?: been)? (?:for|on) you\b"
    rf"|what(?:'s| is| was| has) {_IT}(?: been)? like for you\b"
    rf"|what (?:does|did) {_IT} do to you\b|how have you been (?:sleeping|feeling|since)\b"
)
_OF_FEELINGS = re.compile(
    r"(?!.*\b(?:would|comfortable)\b).*"
    r"\b(?:you (?:\w+ )?feel|you (?:been )?feeling|(?:hard|tough|like) (?:on|for) you|gets? to you|makes? you feel)\b"
)
_ALIKE = 40  # points of likeness from which on one tells of oneself


def of_feelings(listener: AskedBuyer, asked: Question) -> Part | None:
    """What the buyer says of themselves where a question for that reaches something else, or nothing."""
    core = bare(asked.own or asked.text)
    if not _ASKS.search(core) or asks_opinion(asked) or asked_like(listener.persona, core):
        return None
    ranked = reached(listener, asked)
    first = ranked[0].fact if ranked else None
    # what comes after a story that has not been told would only have that told
    in_place = first is not None and set(first.needs.after) <= set(listener.rapport.told)
    if first and in_place and (first.visible == "hidden" or _speaks_of_feelings(first)):
        return None
    told_now = any(part.kind in SPOKEN_OF for part in listener.state.last)
    likeness = zip(alike(listener.persona, core), listener.persona.facts, strict=True)
    for points, fact in sorted(likeness, key=lambda one: (Topic.FEELINGS not in one[1].topics, -one[0])):
        if points < _ALIKE or not _may_be_told(listener, fact):
            continue
        if listener.earned(fact, is_open=True):
            return Part(PartKind.TELL, fact.id)
        if not listener.persona.rep_calls and fact.id not in listener.state.dodged:
            return Part(PartKind.GUARD, fact.id)
    return Part(PartKind.UNKNOWN, "after.felt" if told_now else Topic.FEELINGS.value)


def _may_be_told(listener: AskedBuyer, fact: Fact) -> bool:
    """Whether it is of how this buyer feels, new, and not a part of something that has not been told."""
    told = listener.rapport.told
    here = concerns_whoever_is_here(listener.persona, listener.rapport, fact.stage)
    return here and fact.id not in told and set(fact.needs.after) <= set(told) and _speaks_of_feelings(fact)


@lru_cache(_FACTS_KEPT)
def _speaks_of_feelings(fact: Fact) -> bool:
    """Whether a fact is on the subject, or is asked for in words of it."""
    if Topic.FEELINGS in fact.topics:
        return True
    return any(_OF_FEELINGS.match(normalised(way)) for way in (fact.question, *fact.asked_as))
