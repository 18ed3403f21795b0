"""Questions that nobody wrote, by which `distil` learns what each word does to a question, and each turn of speech.

Flows in: personas, the sentences of `unlabelled`, the table of words, and lines never to be taught. Flows out: texts,
right or wrong as English: the encoder has a place for each. A word of a way to ask is exchanged for one that lies near
it, for another persona's or for any; ways get each other's beginnings; cues and words stand in the turns of speech of
`frames.txt`. The same input gives the same texts.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from tools.train_word_vectors.unlabelled import with_words_around

from sparring.call.mind.phrases import FUNCTION_WORDS
from sparring.persona import Persona, spoken_words
from sparring.speech_acts.learned.word_vectors import WordVectors

_FRAMES: Final = tuple((Path(__file__).with_name("frames.txt")).read_text("utf-8").splitlines())
_CUES_EACH: Final = 150  # in each turn of speech
_NEIGHBOURS: Final = 12
_AT_ONCE: Final = 1_000  # words whose neighbours are looked for, so that memory holds them
_EXCHANGED: Final = (1, 1, 1, 2, 2, 3)  # words of a text
_LONGEST: Final = 22  # words
# How often a way to ask gets a word exchanged, a second time, another's beginning, and words around it; a sentence, one
_ONCE, _TWICE, _BEGUN, _AROUND, _SENTENCE = 0.9, 0.6, 0.5, 0.15, 0.35
_NEAR, _ASKED = 0.55, 0.8  # of the words put in: near ones, and up to here those of other ways to ask


class _Exchange:
    """Puts other words into texts."""

    def __init__(self, table: WordVectors, ways: Sequence[str], chance: random.Random) -> None:
        self._near, self._every, self._chance = _neighbours(table), list(table.rows), chance
        self._asked = [word for way in ways for word in way.split() if word not in FUNCTION_WORDS]

    def __call__(self, text: str) -> str:
        words = text.split()
        known = [place for place, word in enumerate(words) if word in self._near]
        places = [place for place in known if words[place] not in FUNCTION_WORDS] or known
        for place in self._chance.sample(places, min(len(places), self._chance.choice(_EXCHANGED))):
            words[place] = self._other(words[place])
        return " ".join(words)

    def _other(self, word: str) -> str:
        drawn = self._chance.random()
        pool = self._near[word] if drawn < _NEAR else self._asked if drawn < _ASKED else self._every
        return self._chance.choice(pool)


def varied(personas: Sequence[Persona], given: Sequence[str], table: WordVectors, never: Collection[str]) -> list[str]:
    """Texts that are neither among `given` nor, in their words, among `never`."""
    chance = random.Random(7)
    ways = [[spoken_words(way) for fact in one.facts for way in (fact.question, *fact.asked_as)] for one in personas]
    exchange = _Exchange(table, sorted({way for some in ways for way in some}), chance)
    texts = {text for some in ways for text in _asked(some, exchange, chance)}
    texts.update(_framed(personas, table, chance))
    texts.update(exchange(spoken_words(one)) for one in given if chance.random() < _SENTENCE)
    short = {one for one in texts if one.strip() and one.count(" ") < _LONGEST}
    return sorted(short - set(given) - set(never))


def _asked(ways: Sequence[str], exchange: _Exchange, chance: random.Random) -> Iterator[str]:
    for way in ways:
        for often in (_ONCE, _TWICE):
            if chance.random() < often:
                yield exchange(way)
        if chance.random() < _BEGUN:
            begins = chance.choice(ways).split()[: chance.randint(1, 3)]
            yield " ".join((*begins, *way.split()[chance.randint(1, 2) :]))
        if chance.random() < _AROUND:
            yield with_words_around(exchange(way), chance)


def _framed(personas: Sequence[Persona], table: WordVectors, chance: random.Random) -> Iterator[str]:
    """Cues and words, by themselves and in turns of speech."""
    cues = sorted({spoken_words(cue) for one in personas for fact in one.facts for cue in fact.cues})
    yield from cues
    for frame in _FRAMES:
        for cue in chance.sample(cues, min(len(cues), _CUES_EACH)):
            yield spoken_words(frame.replace("{x}", cue))
    for word in filter(str.isalpha, table.rows):
        yield word
        yield spoken_words(chance.choice(_FRAMES).replace("{x}", word))


def _neighbours(table: WordVectors) -> Mapping[str, list[str]]:
    """Of each word those that lie nearest in direction, itself aside."""
    words = list(table.rows)
    points = table.points[[table.rows[word] for word in words]].astype(np.float32)
    points /= np.maximum(1, np.linalg.norm(points, axis=1, keepdims=True))
    near = {}
    for begin in range(0, len(words), _AT_ONCE):
        order = np.argsort(-(points[begin : begin + _AT_ONCE] @ points.T), axis=1, kind="stable")
        for word, some in zip(words[begin:], order[:, 1 : _NEIGHBOURS + 1].tolist(), strict=False):
            near[word] = [words[place] for place in some]
    return near
