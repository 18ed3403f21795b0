"""What a signal or an anchor seeks, wherever in the call it was said.

Flows in: what is sought, and the testimony of whoever must say it. Flows out: acts and what is like examples of them,
in the order of the call. Several criteria and their parts seek the same, which is looked for once.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from sparring.grade.heard.admissible import RECENT_SENTENCES
from sparring.grade.heard.testimony import Found, PlacedAct, Testimony
from sparring.signals import Sought, WordSearch
from sparring.speech_acts import Likeness

_PLACE = attrgetter("turn", "start")
_BARE_WORD = re.compile(r"\w+")


def found(sought: Sought, side: Testimony) -> Found:
    """Everything that one side said of what is sought."""
    there = side.found.get(sought)
    if there is None:
        there = side.found[sought] = _looked_for(sought, side)
    return there


def _looked_for(sought: Sought, side: Testimony) -> Found:
    acts: Sequence[PlacedAct] = ()
    if sought.acts:
        acts = side.of_kinds(sought.acts)
    elif sought.mentions:
        acts = side.sayings_with(sought.wording, sought.least)
    if sought.topics:
        acts = [act for act in acts if act.topic in sought.topics]
    alike = [act for act in side.alike if act.kind in sought.like] if sought.like else []
    if unless := sought.unless:
        acts = [act for act in acts if not groups_used(act, unless)]
        alike = [act for act in alike if not groups_used(act, unless)]
    if sought.mentions:
        acts = [act for act in acts if len(groups_used(act, sought.wording)) >= sought.least]
    return Found(acts, alike)


def in_order(acts: Sequence[PlacedAct], alike: Sequence[PlacedAct]) -> Sequence[PlacedAct]:
    """In the order of the call; words that do what is asked are not also like it, and no words are like it twice."""
    if not alike:
        return acts
    by_turn = defaultdict(list)
    for act in acts:
        by_turn[act.turn].append(act)
    for one in alike:
        beside = by_turn[one.turn]
        same = (act for act in beside if overlap(act, one))
        if all(act.kind is not one.kind and isinstance(act.kind, Likeness) for act in same):
            beside.append(one)
    return sorted(chain.from_iterable(by_turn.values()), key=_PLACE)


def overlap(one: PlacedAct, other: PlacedAct) -> bool:
    """Whether two acts share words."""
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def groups_used(act: PlacedAct, wording: WordSearch) -> frozenset[int]:
    """Which of the word groups the act's sentence uses."""
    return wording.used_in(act.words, bare_words(act.words))


@lru_cache(maxsize=RECENT_SENTENCES)
def bare_words(words: str) -> frozenset[str]:
    """The different words of a plain sentence."""
    return frozenset(_BARE_WORD.findall(words))
