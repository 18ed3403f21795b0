"""How alike in meaning two texts are, by the words they are made of: "bounce back to the hospital" and "readmitted".

Flows in: a persona's facts, once, and a question. Flows out: for each fact, how alike the question is to the ways in
which it is asked for and told. The table beside this module has a point in 128 dimensions for each of its words, made
by `tools/train_meanings` so that the sum of a sentence's words lies where a sentence encoder puts the sentence.
Sums and products of whole numbers this small are exact, however a machine orders them, and a quotient and a root are
rounded correctly: a question is as alike to a fact on every machine.
"""

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sparring.persona import Fact, Persona, plain

_PERSONAS_KEPT = 32
_QUESTIONS_KEPT = 64
# What each likeness is worth, in hundredths of a nearness point: fitted together with the weights in `nearness`
_BY_QUESTION, _BY_TEXT, _BY_LINE, _ON_AVERAGE, _BY_CUE = 14, 14, 13, 14, 29

_Points = npt.NDArray[np.float64]  # whole numbers


@dataclass(frozen=True, slots=True)
class _Told:
    """The ways to ask for and to tell a persona's facts, as points: of each fact its question, text, lines, cues."""

    points: _Points  # [ways, 128]
    lengths: npt.NDArray[np.float64]  # [ways], never 0
    facts: tuple[tuple[int, int, int], ...]  # of each fact its first way, its first cue, the end


@lru_cache(_QUESTIONS_KEPT)
def alike(persona: Persona, text: str) -> tuple[int, ...]:
    """How much more alike to each fact, in the persona's order, a question in normalised words is than to most facts.

    Points, as in `nearness`: ten or so by chance, thirty and more when it asks for the fact in other words.
    """
    asked = _point(text)
    told = _told(persona)
    likeness = (told.points @ asked / (told.lengths * _length(asked))).tolist()
    points = [_points_of(likeness[first:cues], likeness[cues:end]) for first, cues, end in told.facts]
    average = sum(points) // len(points)  # "she" and "her" are in every fact of some personas
    return tuple(one - average for one in points)


def _points_of(ways: list[float], cues: list[float]) -> int:
    by_question, by_text, *lines = ways
    average = sum(ways) / len(ways)
    whole = _BY_QUESTION * by_question + _BY_TEXT * by_text + _BY_LINE * max(lines) + _ON_AVERAGE * average
    return round(whole + _BY_CUE * max(cues, default=0.0))


@lru_cache(_PERSONAS_KEPT)
def _told(persona: Persona) -> _Told:
    ways: list[str] = []
    facts: list[tuple[int, int, int]] = []
    for fact in persona.facts:
        first = len(ways)
        ways += _ways(fact)
        facts.append((first, len(ways), len(ways) + len(fact.cues)))
        ways += fact.cues
    points = np.array([_point(plain(way)) for way in ways])
    return _Told(points, np.array([_length(one) for one in points]), tuple(facts))


def _length(point: _Points) -> float:
    return math.sqrt(point @ point) or 1.0


def _ways(fact: Fact) -> tuple[str, ...]:
    return (fact.question, fact.text, *fact.lines)


def _point(words: str) -> _Points:
    """Where the sum of some normalised words lies; the origin when none is known."""
    rows, points = _table()
    known = [row for word in words.split() if (row := rows.get(word, rows.get(word.partition("'")[0]))) is not None]
    summed: _Points = points[known].sum(axis=0, dtype=np.float64)
    return summed


@cache
def _table() -> tuple[dict[str, int], npt.NDArray[np.int8]]:
    """The words there are, each with its row, and the rows."""
    with as_file(files("sparring.call.mind") / "meanings.npz") as path, np.load(path, allow_pickle=False) as found:
        stored: Any = found["words"]
        words: Final = stored.tobytes().decode().split("\n")
        return {word: row for row, word in enumerate(words)}, found["points"]
