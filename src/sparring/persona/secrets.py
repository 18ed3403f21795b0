"""What a buyer keeps to themselves, and how to tell that a sentence gives it away.

Flows in: a persona and a sentence. Flows out: whether it tells a hidden fact, and the numbers and days it names.
Whoever voices a buyer and whoever grades one measure by the same rule.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from sparring.persona.contract import Fact, Persona
from sparring.persona.out_of_role import lowered
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.numbers import NUMBERS

LEAK_SHARE = 0.8  # of a hidden line's words of meaning
LEAK_WORDS = 5  # a shorter line is no secret
_PERSONAS_KEPT = 32

STOP = word_set(
    """a an the and or but if so then than that this these those there here it its it's is are was were be been am i i'm
    i've i'd i'll me my we we're our you your he she he's she's they they're them their his her him of to in on at for
    from with by as about into up off do does did done have has had will would can could should just well okay yes yeah
    um uh oh right what which who when where how some very too also because really honestly actually"""
)
_PIECES = re.compile(r"[.?!]+")
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_UNIT_WORDS = frozenset(word for word, value in NUMBERS.items() if 0 < value < 10)
_WORD = re.compile(r"[a-z]+|\d+")
_SMALL = 3  # "one of them", "a second": who counts no further names no figure


def in_the_open(persona: Persona, fact: Fact) -> bool:
    """Whether a fact may be told to anybody: what goes on about a hidden one ("four hours, in March") gives it away."""
    return fact.visible == "open" and persona.hidden_facts.isdisjoint(fact.needs.after)


def may_be_said(persona: Persona) -> Iterator[str]:
    """Lines of the persona that give nothing away."""
    yield persona.opening_line
    for fact in persona.facts:
        yield from fact.guarded
        yield from fact.lines if in_the_open(persona, fact) else ()
    for objection in persona.objections:
        yield from chain(objection.lines, objection.again, objection.behind, objection.softened, objection.settled)
    for question in persona.questions:
        yield from chain(question.lines, question.thanks)
    yield from chain.from_iterable(reaction.lines for reaction in persona.reactions)
    yield from chain.from_iterable(correction.lines for correction in persona.corrections)
    yield from chain.from_iterable(cause.lines for cause in persona.hangs_up_when)


def words_that_may_be_said(persona: Persona) -> tuple[frozenset[str], ...]:
    """Words of meaning of each of those lines."""
    return _words_of_each(tuple(may_be_said(persona)))


@lru_cache(maxsize=_PERSONAS_KEPT)
def _words_of_each(lines: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(map(words_of, lines))


def gives_away(said: str, secret: Iterable[Fact], allowed: Iterable[frozenset[str]]) -> bool:
    """Whether a plain sentence tells one of the `secret` facts; `allowed`: words of meaning of what may be said."""
    meant = words_of(said)
    for words in chain.from_iterable(map(_secrets_in, chain.from_iterable(fact.lines for fact in secret))):
        shared = meant & words
        if len(shared) >= LEAK_SHARE * len(words):
            return not any(len(shared & other) >= LEAK_SHARE * len(shared) for other in allowed)
    return False


@lru_cache(maxsize=8_192)
def _secrets_in(line: str) -> tuple[frozenset[str], ...]:
    """Words of meaning of each long enough sentence of a persona's line: all that is said is held beside them."""
    return tuple(words for words in map(words_of, _PIECES.split(line)) if len(words) >= LEAK_WORDS)


def words_of(text: str) -> frozenset[str]:
    """Its words of meaning, plain."""
    return frozenset(word for word in re.findall(r"[a-z0-9']+", lowered(text)) if word not in STOP)


def figures(text: str) -> frozenset[str]:
    """Numbers from three up, as digits, and days of the week."""
    found: list[int] = []
    days: set[str] = set()
    for word in _WORD.findall(lowered(text)):
        value = int(word) if word.isdecimal() else NUMBERS.get(word)
        if value is None:
            days |= {word.removesuffix("s")} & DAYS
        elif word in _UNIT_WORDS and found and found[-1] in range(20, 100, 10):
            found[-1] += value  # eighty-two
        else:
            found.append(value)
    return frozenset(str(value) for value in found if value >= _SMALL) | days
