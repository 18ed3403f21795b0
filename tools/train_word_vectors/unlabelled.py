"""Sentences that nobody labelled, by which `distil` learns where the encoder puts what no persona has a way to ask for.

Flows in: what personas tell and are asked, and the four labelled sets (without their labels). Flows out: sentences.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tools.train_speech_acts.sources import counselling_turns, exchanges, persuader_sentences

from sparring.persona import Persona, spoken_words

_FEWEST_WORDS, _MOST_WORDS = 2, 22
_VARIED: Final = 14_000
_RATHER_BEFORE: Final = 0.6
_BEFORE: Final = (
    *("and", "so", "okay", "um", "i was wondering", "can you tell me", "if i may ask", "you know", "could you tell me"),
    *("right", "sorry", "and then", "tell me", "i guess"),
)
_AFTER: Final = (
    *("these days", "then", "right now", "at home", "for you", "do you think", "if you do not mind", "usually"),
    *("over there", "today"),
)


def sentences(personas: Sequence[Persona], data: Path) -> list[str]:
    """Of people, of personas, and of ways to ask that are varied; the same ones for the same input."""
    chance = random.Random(1)
    told = {one for persona in personas for one in _told(persona)}
    return sorted({*_of_people(data), *told, *_varied(personas, chance)})


def parted(text: str) -> list[str]:
    """The sentences of a text that are neither a word nor a speech."""
    every = (one.strip() for one in re.split(r"(?<=[.?!]) ", " ".join(text.split())))
    return [one for one in every if _FEWEST_WORDS <= one.count(" ") + 1 <= _MOST_WORDS]


def with_words_around(way: str, chance: random.Random) -> str:
    """With something said before or after it that asks for nothing."""
    return f"{chance.choice(_BEFORE)} {way}" if chance.random() < _RATHER_BEFORE else f"{way} {chance.choice(_AFTER)}"


def _of_people(data: Path) -> Iterator[str]:
    for turn in counselling_turns(data):
        yield from parted(turn.text)
        for before in turn.said_before:
            yield from parted(before)
    for one in exchanges(data):
        yield from parted(one.previous)
        yield from parted(one.reply)
    for sentence in persuader_sentences(data):
        yield from parted(sentence.text)


def _told(persona: Persona) -> Iterator[str]:
    for fact in persona.facts:
        for text in (fact.text, *fact.lines):
            yield from parted(text)


def _varied(personas: Iterable[Persona], chance: random.Random) -> Iterator[str]:
    """Ways to ask with something before or after them, with a word left out, or run into another one."""
    ways = [spoken_words(way) for one in personas for fact in one.facts for way in (fact.question, *fact.asked_as)]
    for way in chance.sample(ways, min(_VARIED, len(ways))):
        yield _vary(way, ways, chance)


def _vary(way: str, ways: Sequence[str], chance: random.Random) -> str:
    words, other = way.split(), chance.choice(ways).split()
    left_out = chance.randrange(len(words)) if words else 0
    return chance.choice(
        (
            f"{chance.choice(_BEFORE)} {way}",
            f"{way} {chance.choice(_AFTER)}",
            " ".join(word for place, word in enumerate(words) if place != left_out),
            " ".join((*words[: chance.randint(1, len(words) or 1)], *other[len(other) // 2 :])),
        )
    )
