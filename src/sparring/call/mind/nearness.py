"""How clearly a question points at each of a persona's facts, whatever has been told or earned.

Flows in: a persona and a question. Flows out: the facts it points at, with how clearly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind.heard.asked import VAGUE, Asked
from sparring.call.mind.heard.form import Form
from sparring.call.mind.heard.suiting import about_somebody_else, of_another_person, suits, tells_how_long
from sparring.call.mind.meaning import alike
from sparring.call.mind.phrases import TOPIC_STEMS
from sparring.persona import Fact, Persona, stem
from sparring.speech_acts import Topic

_QUESTIONS_KEPT = 64  # the three buyers of a hard call look at the same ones
# Any fact answers a question on these that asks for nothing in particular
_BROAD = frozenset({*VAGUE, Topic.CONCERN, Topic.PROCESS, Topic.HARDEST_CASES})
_COMMON_TOGETHER = 2  # "how many patients" is about the fact that has both, whatever the topic
# Points that a question has for a fact, fitted by ranking on the ways to ask and the lines of `bench/answers.py` that
# are not held out, likeness among them
_NAMED, _COMMON, _ON_TOPIC, _TOLD_IN, _SUITS = 31, 19, 15, 12, 6
_MOST_TOLD_IN = 2  # words
_PER_WORD = 8  # of the longest cue beyond two: "hard for your patients" says more than "go home"
_FEW_WORDS = 4  # of a question, in which a cue says more than all likeness
_CLOSEST = 3  # facts looked at for their likeness alone
# How sure it is that the nearest fact is asked for, in hundredths of a point: fitted as well, by leaving it out
_BY_LIKENESS, _BY_WORDS, _BY_LEAD = 78, 42, 16
_REACHED = 24
_CLEAR = 31  # points of lead by words alone


@dataclass(frozen=True, slots=True)
class Near:
    """A fact that a question points at: how clearly, in points, and its place in the persona."""

    points: int
    place: int
    fact: Fact
    meant: bool  # surely this one, whatever words it was asked in


@lru_cache(_QUESTIONS_KEPT)
def facts_near(persona: Persona, asked: Asked) -> tuple[Near, ...]:
    """Facts that a question points at, in the persona's order."""
    pointed = _pointed(persona, asked)
    found = {place: _by_words(persona, asked, persona.facts[place]) for place in pointed}
    by_words = sorted((*(one for one, _ in found.values()), 0, 0), reverse=True)
    few = asked.text.count(" ") < _FEW_WORDS and any(asked.names(persona.facts[place].cues) for place in found)
    if few:
        found = {place: one for place, one in found.items() if asked.names(persona.facts[place].cues)}
    # where words decide likeness would change nothing, and it costs a tenth of a millisecond
    if few or by_words[0] - by_words[1] >= _CLEAR:
        likeness: Sequence[int] = (0,) * len(persona.facts)
    else:
        likeness = _likeness(persona, asked)
        # what is hidden is never told for its likeness alone: a word, a cue or the subject has to be in the question
        others = (place for place, fact in enumerate(persona.facts) if place in pointed or fact.visible == "open")
        closest = sorted(others, key=likeness.__getitem__, reverse=True)[:_CLOSEST]
        found |= {place: _by_words(persona, asked, persona.facts[place]) for place in closest if place not in found}
    return _ranked(persona, asked, found, likeness)


def _ranked(
    persona: Persona, asked: Asked, found: Mapping[int, tuple[int, bool]], likeness: Sequence[int]
) -> tuple[Near, ...]:
    points = {place: by_words + likeness[place] for place, (by_words, _) in found.items()}
    best, second = sorted((*points.values(), 0, 0), reverse=True)[:2]
    near = []
    for place, (by_words, reaches) in sorted(found.items()):
        lead = best - second if points[place] == best else 0
        sure = (_BY_LIKENESS * likeness[place] + _BY_WORDS * by_words + _BY_LEAD * lead) // 100
        alike_enough = (sure >= _REACHED or lead >= _CLEAR) and tells_how_long(persona.facts[place], asked)
        if points[place] > 0 and (reaches or alike_enough):
            near.append(Near(points[place], place, persona.facts[place], meant=alike_enough))
    return tuple(near)


def _pointed(persona: Persona, asked: Asked) -> frozenset[int]:
    """Places of the facts that share a cue, a word or the topic with a question."""
    pointers = (*asked.found, *asked.words, *((asked.topic,) if asked.topic else ()))
    return frozenset[int]().union(*(persona.fact_places.get(one, ()) for one in pointers))


def _likeness(persona: Persona, asked: Asked) -> Sequence[int]:
    """How alike a question is to each fact; all of its subject alike when it asks for nothing in particular in it.

    "What kind of help does he need" is answered in the order in which the persona tells of it.
    """
    likeness = alike(persona, asked.text)
    if asked.words or asked.found or asked.topic in VAGUE:
        return likeness
    of_subject = [one for one, fact in zip(likeness, persona.facts, strict=True) if asked.topic in fact.topics]
    most = max(of_subject, default=0)
    return [most if asked.topic in fact.topics else one for one, fact in zip(likeness, persona.facts, strict=True)]


def _by_words(persona: Persona, asked: Asked, fact: Fact) -> tuple[int, bool]:
    """How clearly a question points at a fact, and whether its words alone reach it.

    A "who?" or a "when?" that only has the subject in common is not about a fact without a name or a date in it.
    """
    if _is_of_another(persona, fact, asked):
        return 0, False
    on_topic = asked.topic in fact.topics and asked.topic not in VAGUE
    named, common = asked.names(fact.cues), asked.brushes(fact.cues)
    words = persona.fact_words[fact.id]
    fits = suits(fact, asked)
    told_in = min(_MOST_TOLD_IN, len(asked.words & words))
    points = _NAMED * named + _COMMON * common + _ON_TOPIC * on_topic + _TOLD_IN * told_in + _SUITS * fits
    points += _PER_WORD * asked.longest(fact.cues)
    if not on_topic and asked.topic not in VAGUE and common < _COMMON_TOGETHER:
        common = 0
    who = asked.form is Form.WHO and on_topic  # "who pays?" may be told without a name
    reaches = bool(named) or (
        (who or fits)
        and (bool(common) or not _happens_to_share(persona, asked, words, on_topic=on_topic))
        and bool(common or on_topic or told_in)
    )
    return points, reaches


def _is_of_another(persona: Persona, fact: Fact, asked: Asked) -> bool:
    """Whether somebody else is asked about; of small matters also when only "she" stands against "I"."""
    small = fact.id in persona.small_matters and of_another_person(fact, asked)
    return small or about_somebody_else(persona, fact, asked)


def _happens_to_share(persona: Persona, asked: Asked, words: frozenset[str], *, on_topic: bool) -> bool:
    """Whether a question and a fact have no more in common than their subject, or a word of several, by chance.

    "Which hospital is he in" is not about how he walks, "does she read or watch TV" not about watching what one spends.
    """
    if on_topic and (asked.topic in _BROAD or asked.carried):
        return False
    wanted = asked.words - TOPIC_STEMS
    unnamed = wanted - frozenset(map(stem, persona.name_words))
    if on_topic:
        return bool(unnamed) and asked.words.isdisjoint(words)
    return wanted.isdisjoint(words) or 2 * len(wanted & words) < len(unnamed)
