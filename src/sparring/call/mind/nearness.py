"""How clearly a question points at each of a persona's facts, whatever has been told or earned.

Flows in: a persona and a question. Flows out: the facts it points at, with how clearly.
"""

from functools import lru_cache

from sparring.call.mind.heard.asked import VAGUE, Asked
from sparring.call.mind.heard.form import Form
from sparring.call.mind.heard.suiting import about_somebody_else, of_another_person, suits
from sparring.call.mind.phrases import TOPIC_STEMS
from sparring.persona import Fact, Persona, stem
from sparring.speech_acts import Topic

_QUESTIONS_KEPT = 64  # the three buyers of a hard call look at the same ones
# Any fact answers a question on these that asks for nothing in particular
_BROAD = frozenset({*VAGUE, Topic.CONCERN, Topic.PROCESS, Topic.HARDEST_CASES})
_COMMON_TOGETHER = 2  # "how many patients" is about the fact that has both, whatever the topic


@lru_cache(_QUESTIONS_KEPT)
def facts_near(persona: Persona, asked: Asked) -> tuple[tuple[int, int, Fact], ...]:
    """Facts that a question points at, in the persona's order: how clearly, and their place."""
    places = persona.fact_places
    pointers = (*asked.found, *asked.words, *((asked.topic,) if asked.topic else ()))
    pointed_at = sorted(frozenset[int]().union(*(places.get(one, ()) for one in pointers)))
    measured = (
        (_nearness(persona, asked, fact), order, fact) for order in pointed_at if (fact := persona.facts[order])
    )
    return tuple(one for one in measured if one[0] > 0)


def _nearness(persona: Persona, asked: Asked, fact: Fact) -> int:
    """How clearly a question points at a fact: its cues count most, then its topic, then words it is told in.

    A "who?" or a "when?" that only has the subject in common is not about a fact without a name or a date in it.
    """
    on_topic = asked.topic in fact.topics and asked.topic not in VAGUE
    who = asked.form is Form.WHO and on_topic  # "who pays?" may be told without a name
    if not (asked.names(fact.cues) or who or suits(fact, asked)) or _is_of_another(persona, fact, asked):
        return 0
    common = asked.brushes(fact.cues)
    if not on_topic and asked.topic not in VAGUE and common < _COMMON_TOGETHER:
        common = 0
    words = persona.fact_words[fact.id]
    told_in = min(2, len(asked.words & words))
    if not (asked.names(fact.cues) or common) and _happens_to_share(persona, asked, words, on_topic=on_topic):
        return 0
    return 3 * asked.names(fact.cues) + 2 * on_topic + common + told_in


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
