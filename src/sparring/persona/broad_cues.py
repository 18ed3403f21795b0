"""Cues that say too little: what points at one fact must not occur in questions about everything else.

Flows in: a persona. Flows out: one sentence per cue that takes other questions to its fact, with such questions and
the words to write it with. The everyday questions beside this module are those that any persona of a call's direction
is asked, by topic; each fact's own `question` stands for that fact.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sparring.persona.contract import Fact, Persona
from sparring.persona.cue_index import occurs
from sparring.persona.stems import spoken_words

_STRANGERS = 2  # questions about other things that a cue may not be found in
_SHOWN = 3  # questions, and words to write instead


def broad_cues(persona: Persona) -> tuple[str, ...]:
    """Every cue of a fact that would answer questions of other topics, one sentence each; empty when there is none."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for question, about in _asked(persona):
        heard = {cue for cue in persona.cue_index.near(question) if occurs(cue, f" {question} ")}
        for fact in persona.facts:
            for cue in heard.intersection(fact.cues):
                if _is_elsewhere(fact, cue, about):
                    found[fact.id, cue].append(question)
    return tuple(
        _sentence(persona, persona.facts_by_id[fact_id], cue, questions)
        for (fact_id, cue), questions in sorted(found.items())
        if len(questions) >= _STRANGERS
    )


def _asked(persona: Persona) -> Iterator[tuple[str, str | Fact]]:
    """What this persona may be asked: normalised words, and the topic or the fact that they are about."""
    for topic, questions in _everyday()[persona.call_direction].items():
        yield from ((question.lower(), topic) for question in questions)
    for fact in persona.facts:
        yield spoken_words(fact.question), fact


def _is_elsewhere(fact: Fact, cue: str, about: str | Fact) -> bool:
    """Whether a question is about something else than a fact with this cue."""
    if isinstance(about, Fact):
        return about is not fact and cue not in about.cues
    return about not in fact.topics


def _sentence(persona: Persona, fact: Fact, cue: str, questions: list[str]) -> str:
    examples = ", ".join(f'"{one}"' for one in dict.fromkeys(questions[: _SHOWN + 1]))
    own = [word for word in spoken_words(f"{fact.question} {fact.text}").split() if _is_its_own(persona, fact, word)]
    words = ", ".join(tuple(dict.fromkeys(own))[:_SHOWN]) or "what the fact is about"
    return (
        f"Cue {cue!r} of fact {fact.id} is too broad: it is found in {examples}. "
        f"Write it together with what is asked about here: {words}."
    )


def _is_its_own(persona: Persona, fact: Fact, word: str) -> bool:
    """Whether few facts but this one are told with a word, and no everyday question has it."""
    return word not in everyday_words() and any(word.startswith(stem) for stem in persona.fact_words[fact.id])


@cache
def everyday_words() -> frozenset[str]:
    """The words of the everyday questions: none of them says by itself what is asked about."""
    table = _everyday().values()
    return frozenset(word for topics in table for some in topics.values() for one in some for word in one.split())


@cache
def _everyday() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = json.loads(
        (files("sparring.persona") / "everyday_questions.json").read_text(encoding="utf-8")
    )
    return table
