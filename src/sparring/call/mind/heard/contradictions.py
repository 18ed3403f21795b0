"""What the rep says back and has wrong: another number, day, place or person than the buyer has told, a yes for a no.

Flows in: normalised words that take something for granted, and the facts told. Flows out: the fact that speaks against
them. Only what the words alone can tell counts: of anything else one cannot say that it is wrong.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind.heard.presuppositions import denies
from sparring.call.mind.heard.sentences import normalised
from sparring.call.mind.heard.stated_amounts import Amounts, amounts_in, differ
from sparring.call.mind.phrases import FUNCTION_WORDS, GENERAL_WORDS
from sparring.persona import Fact, Persona, stem
from sparring.speech_acts import Topic
from sparring.speech_acts.text.calendar import MONTHS, WEEKDAYS
from sparring.speech_acts.text.numbers import NUMBERS

_FACTS_KEPT = 2_048  # of all personas
_CLAUSES = re.compile(r" \| | (?:and|but|because|so|while|though) ")
_FACT_CLAUSES = re.compile(r"[.;,:?!]|\b(?:and|but|because|so|while|though)\b")
# Words of one class speak against each other: what is on Tuesdays is not on Thursdays
_CLASSES = (
    {day.lower() + ending: day for day in WEEKDAYS for ending in ("", "s")},
    {month.lower(): month for month in MONTHS if month != "May"},
    {f"week{end}{ending}": end for end in ("day", "end") for ending in ("", "s")},
    {word: word for word in ("upstairs", "downstairs")},
    {word: word for word in ("today", "tomorrow", "yesterday")},
    {f"{part}{ending}": part for part in ("morning", "afternoon", "evening", "night") for ending in ("", "s")},
)
_SAME_RELATION = {"mom": "mother", "mum": "mother", "dad": "father", "neighbour": "neighbor"}
_RELATION = (
    r"(mother|mom|mum|father|dad|wife|husband|son|daughter|brother|sister|aunt|uncle|grandmother|grandfather|friend"
    r"|neighbou?r|niece|nephew|cousin)"
)
_WHOSE = r"(?:your|her|his|my)"
_IS_FOR = re.compile(
    rf"(?:it's|it is|this is|that's|the (?:care|help|call) is)(?: all)?(?: for| about)? {_WHOSE} {_RELATION}$"
)
_NAMED = re.compile(rf"\b{_WHOSE} {_RELATION} ([a-z]+)")
_LIVES = r"\b(?:live|lives|living|stays|staying)"
_LIVING = re.compile(_LIVES)
_LIVES_IN = re.compile(
    rf"{_LIVES} (?:over |up |down |out |still )?in (?!the\b|an?\b|her\b|his\b|your\b|their\b|my\b)(\w+)"
)
_LIVES_WITH = re.compile(rf"{_LIVES} (?:\w+ )?with (?:you|your|her|his|somebody|someone|family|me|us)\b")
_LIVES_ALONE = re.compile(rf"{_LIVES} (?:all )?(?:alone|by (?:her|him)self|on (?:her|his) own)\b")
_LIVES_APART = re.compile(
    rf"{_LIVES_ALONE.pattern}|{_LIVES}\b.*\b(?:doors?|miles?|minutes|blocks|hours?) (?:from|down|away)\b"
)
_SOMEBODY, _NOBODY = re.compile(r"\b(?:somebody|someone|people)\b"), re.compile(r"\b(?:nobody|no one)\b")
_WHERE_OR_WHEN = frozenset({"night", "nights", "day", "days", "home", "weekends", "evening", "morning", "there"})
_IRREGULAR = {"fell": "fall", "fallen": "fall", "drove": "driv", "slept": "sleep", "paid": "pay", "ate": "eat"}
# What says less than yes and less than no: "he has trouble washing" is no other than "he cannot wash alone"
_HALF_WAY = re.compile(
    r"\b(?:alone|hardly|barely|only|just|helps?|needs?|needed|trouble|hard|problems?|struggl\w+|unable|refus\w+|stop\w*"
    r"|difficult\w*|lost|worr\w+|afraid|scared|before|used|until|till|if|when|would|could|should|might|may|will|anything"
    r"|less|little|few|nearly|almost|fail\w*|miss\w*|without|yet|sometimes|always|all|much|well|weak|every\w*|or|than|what|how|who)\b"
)
# "Four hours away" is how far, and no other time than two weeks ago
_FAR = re.compile(
    r"\b\w+ (?:and a half )?(?:hours?|minutes?) (?:away|off|out|from (?:here|her|him|them)|by (?:car|plane|air))\b"
)
_OF_A_CLASS = "|".join(sorted({word for one in _CLASSES for word in one}))
_LISTED = re.compile(rf"\b({_OF_A_CLASS}) and (?=(?:{_OF_A_CLASS})\b)")
_OF_ONE_THING = 2  # words: "his arm doesn't do much" is as much as to say that it is weak
_SAYS_NOTHING = frozenset(map(stem, FUNCTION_WORDS | GENERAL_WORDS)) | {"last", "next", "longer", "no"}
_ROUGHLY = re.compile(r"\b(?:about|around|nearly|almost|roughly|over|like|early|late|in (?:her|his))\b")
_KNOWN_AGE = re.compile(r"\b(?:is|who is|was|turned|turns) (?:about )?(\d{2,3})\b")
_AGE = re.compile(
    r"\b(?:he|she)(?:'s|s| is)? (?:about |around |only )?([a-z]+ty(?: \w+)?|\d\d)(?= years|$| lives| right| now)"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """Part of a sentence: its words, the stems of those that say something, its amounts, what it names by class."""

    words: str
    stems: frozenset[str]
    amounts: Amounts
    classed: tuple[frozenset[str], ...]  # of each of the `_CLASSES` what it names


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact as what is said back is held against it.

    Args:
        whole: all that is told of it.
        clauses: each of its text.
        is_who: it says whom the call is about.
        apart: it says that somebody lives by themselves, or at a distance.
        together: it says that somebody lives with others.
    """

    whole: _Clause
    clauses: tuple[_Clause, ...]
    is_who: bool
    apart: bool
    together: bool


def contradicted(persona: Persona, told: Iterable[str], words: str, *, last: str = "") -> str:
    """The fact of those told that speaks against normalised words; empty: none does, or it cannot be judged.

    `last`: the fact told just now, which is what is meant when little else says so.
    """
    names = persona.name_words
    facts = [(one, _told(persona.facts_by_id[one], names)) for one in told]
    best, found = 0, ""
    # "mornings and evenings" are said of one thing
    for clause in (_clause(one, names) for one in _CLAUSES.split(_LISTED.sub(r"\1 or ", words))):
        near = {one: _nearness(clause, fact) + (one == last) for one, fact in facts}
        most = max(near.values(), default=0)
        for one, fact in facts:
            if near[one] == most > best and _speaks_against(clause, fact) and not _is_told(clause, facts, but=one):
                best, found = most, one
    return found


def lines_against(persona: Persona, fact: Fact, words: str) -> tuple[str, ...]:
    """The lines of a fact that speak against normalised words by themselves."""
    names = persona.name_words
    clauses = [_clause(one, names) for one in _CLAUSES.split(words)]
    told = ((line, _in_words(fact, line, (line,), names)) for line in fact.lines)
    return tuple(line for line, one in told if any(_speaks_against(clause, one) for clause in clauses))


def _nearness(clause: _Clause, fact: _Told) -> int:
    """How much a clause has in common with a fact, besides words that say nothing."""
    both = {unit for unit in clause.amounts.counted if "/" in unit}.intersection(fact.whole.amounts.counted)
    at_home = (fact.apart or fact.together) and _LIVING.search(clause.words) is not None
    whom = fact.is_who and bool(_IS_FOR.search(clause.words) or _AGE.search(clause.words))
    return len(clause.stems & fact.whole.stems) + bool(both) + at_home + 2 * whom


def _is_told(clause: _Clause, facts: Iterable[tuple[str, _Told]], *, but: str) -> bool:
    """Whether another fact has every number of a clause."""
    numbers = clause.amounts.numbers
    others = (fact for one, fact in facts if one != but and _nearness(clause, fact))
    return bool(numbers) and any(numbers <= fact.whole.amounts.numbers for fact in others)


def _speaks_against(clause: _Clause, fact: _Told) -> bool:
    words, told = clause.words, fact.whole.words
    return (
        differ(clause.amounts, fact.whole.amounts)
        or any(map(_excludes, clause.classed, fact.whole.classed))
        or (fact.is_who and _is_somebody_else(words, told))
        or _lives_elsewhere(words, fact)
        or _of_another_name(words, told)
        or _denies_it(clause, fact)
    )


def _excludes(theirs: frozenset[str], ours: frozenset[str]) -> bool:
    """Whether both name something of one class and nothing in common: a Thursday for a Tuesday."""
    return bool(theirs and ours) and theirs.isdisjoint(ours)


def _is_somebody_else(words: str, told: str) -> bool:
    """Whether the call is said to be about another relative, or one of another age, than it is."""
    whom = _IS_FOR.search(words)
    if whom and (theirs := set(re.findall(rf"\b{_RELATION}\b", told))):
        return _relation(whom[1]) not in set(map(_relation, theirs))
    age, known = _AGE.search(words), _KNOWN_AGE.search(told)
    if age is None or known is None or _ROUGHLY.search(words):
        return False
    years = amounts_in(age[1]).numbers
    return bool(years) and int(known[1]) not in years


def _lives_elsewhere(words: str, fact: _Told) -> bool:
    """Whether somebody is said to live with others who lives apart, alone who does not, or in another place."""
    if _LIVES_WITH.search(words) and not denies(words):
        return fact.apart
    if _LIVES_ALONE.search(words) and not denies(words):
        return fact.together
    theirs = _LIVES_IN.search(words)
    return (
        theirs is not None
        and _LIVES_IN.search(fact.whole.words) is not None
        and theirs[1] not in fact.whole.words.split()
    )


def _of_another_name(words: str, told: str) -> bool:
    """Whether somebody known by name is said to be another relative: "your son Kevin" of a brother."""
    ours = {one[2]: _relation(one[1]) for one in _NAMED.finditer(told) if one[2] not in _SAYS_NOTHING}
    return any(ours.get(one[2], _relation(one[1])) != _relation(one[1]) for one in _NAMED.finditer(words))


def _relation(word: str) -> str:
    return _SAME_RELATION.get(word, word)


def _denies_it(clause: _Clause, fact: _Told) -> bool:
    """Whether one says that something is so and the other that it is not, in much the same words."""
    if _HALF_WAY.search(clause.words):
        return False
    denied = denies(clause.words)
    same = [len(clause.stems & one.stems) for one in fact.clauses if denies(one.words) is denied]
    if denied and any(same):  # it may be made of both: "he keeps them in a can nobody sorts them"
        return False
    other = [
        one for one in fact.clauses if denies(one.words) is not denied and _is_the_other_way(clause, one, fact.whole)
    ]
    return max((len(clause.stems & one.stems) for one in other), default=-1) >= max(same, default=0)


def _is_the_other_way(clause: _Clause, told: _Clause, whole: _Clause) -> bool:
    """Whether two clauses, one of which denies, speak of one thing."""
    if _HALF_WAY.search(told.words):
        return False
    somebody, nobody = (clause, told) if denies(told.words) else (told, clause)
    if _SOMEBODY.search(somebody.words) and _NOBODY.search(nobody.words):
        return not _WHERE_OR_WHEN.isdisjoint(set(clause.words.split()).intersection(told.words.split()))
    if not clause.stems or not told.stems:
        return False
    if told.stems <= clause.stems:
        return clause.stems <= whole.stems
    return clause.stems <= told.stems and len(clause.stems) >= _OF_ONE_THING


def _clause(words: str, names: frozenset[str]) -> _Clause:
    items = words.split()
    said = (_IRREGULAR.get(word) or stem(word) for word in items if not word.isdigit() and word not in NUMBERS)
    classed = tuple(frozenset(alike[word] for word in alike.keys() & items) for alike in _CLASSES)
    return _Clause(words, frozenset(said) - _SAYS_NOTHING - names, amounts_in(_FAR.sub(" ", words)), classed)


@lru_cache(_FACTS_KEPT)
def _told(fact: Fact, names: frozenset[str]) -> _Told:
    return _in_words(fact, fact.text, (fact.text, *fact.lines), names)


def _in_words(fact: Fact, plainly: str, every: tuple[str, ...], names: frozenset[str]) -> _Told:
    parts = (normalised(part) for part in _FACT_CLAUSES.split(plainly))
    whole = _clause(normalised(" ".join(every)), names)
    return _Told(
        whole,
        tuple(_clause(part, names) for part in parts if part),
        Topic.WHO in fact.topics,
        apart=_LIVES_APART.search(whole.words) is not None,
        together=_LIVES_WITH.search(whole.words) is not None,
    )
