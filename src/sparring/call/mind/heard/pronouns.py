"""Whom "he" or "she" stands for in a question, when it is not whom the call is about: "I meant Kevin. Does he help?".

Flows in: an utterance as understood, and what the buyer said last. Flows out: the same, with names for such pronouns.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_fit import KIN, cared_for, own_names
from sparring.call.mind.heard.questions import Question, widened
from sparring.call.mind.heard.sentences import hits, normalised
from sparring.call.mind.heard.utterance import Reading
from sparring.persona import Persona
from sparring.speech_acts import Topic
from sparring.speech_acts.text.names import FIRST_NAMES

_PERSONAS_KEPT = 32
_NEAR_WORDS = 10  # before a question, in which a name is what its pronoun stands for
_MEN, _WOMEN = frozenset({"he", "he's", "him", "his"}), frozenset({"she", "she's", "her", "hers"})
_PRONOUN = re.compile(r"\b(he's|he|him|his|she's|she|her|hers)(?= |$)")
_ACTS = re.compile(r"\b([A-Z]\w+)(?:'s|'d|'ll| is| has| does| would)\b")
_NAMED_KIN = re.compile(r"\b(wife|husband|brother|sister|son|daughter|friend|helper|boss),? ([A-Z]\w+)")


def with_names(persona: Persona, said_last: str, reading: Reading) -> Reading:
    """The reading with questions that name whom they ask about."""
    named = tuple(_named(persona, said_last, reading.text, one) for one in reading.asked)
    return reading if named == reading.asked else changed(reading, asked=named)


def _named(persona: Persona, said_last: str, text: str, asked: Question) -> Question:
    pronoun = _PRONOUN.search(asked.text)
    others = _others(persona)
    if pronoun is None or asked.written or not (others | KIN).isdisjoint(asked.text.split()):
        return asked
    before = (_kin_of(persona).get(word, word) for word in text[: max(text.find(asked.text), 0)].split()[-_NEAR_WORDS:])
    name = next((word for word in reversed([*before]) if word in others | KIN | cared_for(persona)), "")
    pronouns = _MEN if pronoun[1] in _MEN else _WOMEN
    if not name and not _may_be_case(persona, pronouns):
        name = next((word for word in reversed(normalised(said_last).split()) if word in others), "")
    if name not in others or not _goes_by(persona, name, pronouns, mostly=_may_be_case(persona, pronouns)):
        return asked
    words = _PRONOUN.sub(lambda one: name if one[1] in ("he", "she", "him") else f"{name}'s", asked.text)
    return changed(asked, text=words, found=hits(widened(words), persona.cue_index.near(widened(words))))


@lru_cache(_PERSONAS_KEPT)
def _others(persona: Persona) -> frozenset[str]:
    """First names of this call that are neither the buyer's nor those of whom the call is about."""
    told = " ".join(line for fact in persona.facts for line in fact.lines)
    acting = {word.lower() for word in _ACTS.findall(told)}  # "Bea's forty"
    return (persona.name_words & (FIRST_NAMES | acting)) - own_names(persona) - cared_for(persona)


@lru_cache(_PERSONAS_KEPT)
def _kin_of(persona: Persona) -> Mapping[str, str]:
    """By "wife" or "brother" the first name of whom that is to the buyer."""
    told = " ".join(fact.text for fact in persona.facts)
    return {kin: name.lower() for kin, name in _NAMED_KIN.findall(told) if name.lower() in _others(persona)}


@lru_cache(_PERSONAS_KEPT)
def _may_be_case(persona: Persona, pronouns: frozenset[str]) -> bool:
    """Whether whom the call is about goes by these pronouns: those that are said most of them by name."""
    if not cared_for(persona):
        return True
    who = " ".join(f"{one.text} {' '.join(one.lines)}" for one in persona.facts if Topic.WHO in one.topics)
    said = normalised(who).split()
    men, women = (sum(word in those for word in said) for those in (_MEN, _WOMEN))
    return (men >= women) if pronouns is _MEN else (women >= men)


@lru_cache(_PERSONAS_KEPT * 8)
def _goes_by(persona: Persona, name: str, pronouns: frozenset[str], *, mostly: bool) -> bool:
    """Whether what is said of somebody is said with these pronouns, `mostly` or at all, or with none."""
    said = (normalised(f"{fact.text} {' '.join(fact.lines)}").split() for fact in persona.facts)
    about = [word for words in said if name in words or f"{name}'s" in words for word in words]
    these = sum(word in pronouns for word in about)
    others = sum(word in _MEN | _WOMEN for word in about) - these
    return these >= others if mostly else bool(these or not others)
