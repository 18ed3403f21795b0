"""Whether the rep asked for a fact: by its words, by its topic, or by what a question means. In doubt, yes.

Flows in: a fact of a persona and a turn of the rep. Flows out: whether the fact may be told after it. The buyer reads
questions by their words in order and is not imported here; the sum of a question's word vectors comes near enough for
this: of 380 questions to which buyers told something hidden, nine had neither its words nor its topic, and none is
called unasked by this. What a fact has to be told before, to be understood, is asked for with that.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.persona import Fact, Persona, spoken_words
from sparring.persona.out_of_role import lowered
from sparring.speech_acts import ActKind, Topic, recognise
from sparring.speech_acts.learned.points import Points, ShortPoints, length_of, lengths_of, products_of
from sparring.speech_acts.learned.word_vectors import word_vectors

_PERSONAS_KEPT = 32
_AMONG_THE_NEAREST = 5  # facts
_ALIKE = 0.6  # the cosine of two questions, from which on they may ask for the same
_ASKS = frozenset(
    (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION, ActKind.ASKS_ABOUT_OBJECTION, ActKind.CHECKS_SETTLED)
)
_ANY_TOPIC = (None, Topic.OTHER)


class _Told(NamedTuple):
    """The ways to ask for a persona's facts as points, and of each fact where its own begin."""

    ways: ShortPoints
    lengths: Points
    longest: float
    begins: npt.NDArray[np.int64]


def asks_for(persona: Persona, fact: Fact, text: str) -> bool:
    """Whether the rep asked for a fact in these words, or for one that means nothing without it."""
    with_it = tuple(_not_before(persona, fact))
    if any(_by_words(one, lowered(text)) for one in with_it):
        return True
    acts = [act for act in recognise(text) if act.kind in _ASKS]
    if any(act.topic in _ANY_TOPIC or any(act.topic in one.topics for one in with_it) for act in acts):
        return True
    return any(_by_meaning(persona, with_it, text[act.start : act.end]) for act in acts)


def _not_before(persona: Persona, fact: Fact) -> Iterable[Fact]:
    """The fact, and every one that may only be told after it."""
    ids, count = {fact.id}, 0
    while len(ids) > count:
        count = len(ids)
        ids |= {one.id for one in persona.facts if not ids.isdisjoint(one.needs.after)}
    return (one for one in persona.facts if one.id in ids)


def _by_words(fact: Fact, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(cue)}", text) for cue in fact.cues)


def _by_meaning(persona: Persona, facts: Iterable[Fact], question: str) -> bool:
    """Whether a question is like a way to ask for one of some facts, or liker to it than to nearly all others."""
    asked = word_vectors().sum_of(spoken_words(question))
    if not asked.any():
        return True  # of words that nobody knows: in doubt, yes
    told = _told(persona)
    length = length_of(asked)
    cosines = products_of(told.ways, told.longest, asked, length) / (told.lengths * length)
    alike = np.maximum.reduceat(cosines, told.begins)
    by_fact = dict(zip((one.id for one in persona.facts), alike.tolist(), strict=True))
    least = sorted(by_fact.values(), reverse=True)[:_AMONG_THE_NEAREST][-1]
    return any(by_fact[one.id] >= min(_ALIKE, least) for one in facts)


@lru_cache(maxsize=_PERSONAS_KEPT)
def _told(persona: Persona) -> _Told:
    ways = [(fact.question, *fact.asked_as) for fact in persona.facts]
    points = word_vectors().sums_of(spoken_words(way) for some in ways for way in some)
    lengths = lengths_of(points)
    return _Told(points.astype(np.float32), lengths, float(lengths.max()), np.cumsum([0, *map(len, ways[:-1])]))
