"""Whether the rep asked for a fact: by its words, by its topic, or by what a question means. In doubt, yes.

Flows in: a fact of a persona and a turn of the rep. Flows out: whether the fact may be told after it. The buyer reads
questions by their words in order and is not imported here; the sum of a question's word vectors comes near enough for
this: of 380 questions to which buyers told something hidden, nine had neither its words nor its topic, and none is
called unasked by this. What a fact has to be told before, to be understood, is asked for with that.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sparring.persona import Fact, Persona, spoken_words
from sparring.persona.out_of_role import lowered
from sparring.speech_acts import ActKind, Topic, recognise
from sparring.speech_acts.learned.word_vectors import word_vectors

_PERSONAS_KEPT = 32
_AMONG_THE_NEAREST = 5  # facts
_ALIKE = 0.6  # the cosine of two questions, from which on they may ask for the same
_ASKS = frozenset(
    (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION, ActKind.ASKS_ABOUT_OBJECTION, ActKind.CHECKS_SETTLED)
)
_ANY_TOPIC = (None, Topic.OTHER)

_Points = npt.NDArray[np.int64]


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
    asked = _point(question)
    length = float(np.sqrt(asked @ asked))
    if not length:
        return True  # of words that nobody knows: in doubt, yes
    alike = {one.id: _likeness(ways, asked, length) for one, ways in zip(persona.facts, _ways(persona), strict=True)}
    least = sorted(alike.values(), reverse=True)[:_AMONG_THE_NEAREST][-1]
    return any(alike[one.id] >= min(_ALIKE, least) for one in facts)


def _likeness(ways: _Points, asked: _Points, length: float) -> float:
    """The greatest cosine of a question to some ways to ask, never of none."""
    lengths = np.sqrt(np.maximum((ways * ways).sum(axis=1), 1))
    return float((ways @ asked / (lengths * length)).max())


@lru_cache(maxsize=_PERSONAS_KEPT)
def _ways(persona: Persona) -> tuple[_Points, ...]:
    """Of each fact the ways to ask for it, as points."""
    return tuple(np.stack([_point(way) for way in (fact.question, *fact.asked_as)]) for fact in persona.facts)


def _point(text: str) -> _Points:
    """The sum of a text's word vectors: whole numbers, the same on every machine."""
    table = word_vectors()
    rows = [row for word in spoken_words(text).split() if (row := table.row(word)) is not None]
    point: _Points = table.points[rows].sum(axis=0, dtype=np.int64)
    return point
