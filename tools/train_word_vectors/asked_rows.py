"""A persona's ways to ask and to tell as rows of the table of words: what `asking` moves points by, in plain numbers.

Flows in: a persona and the table of `build`. Flows out: lists of rows, and points rounded as they are shipped.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.persona import Fact, Persona, spoken_words
from sparring.speech_acts.learned.word_vectors import word_vectors

_MOST = 127  # what eight bits hold


class AskedRows(NamedTuple):
    """A persona's questions and facts as rows; a word that the table does not have has none.

    Args:
        questions: of each way to ask for a fact its rows; ways without any are left out.
        meant: of each of them the place of its fact.
        texts: of each fact the rows of its text.
        lines, line_of: of each way to tell it, and the place of its fact.
        cues, cue_of: of each cue likewise; a fact without cues has an empty one.
        told, told_of: rows of the words of all facts, once, and of each fact the places of its own there.
        counts, used: of each question how often it has each of the rows used, and these rows.
    """

    questions: list[list[int]]
    meant: list[int]
    texts: list[list[int]]
    lines: list[list[int]]
    line_of: list[int]
    cues: list[list[int]]
    cue_of: list[int]
    told: list[int]
    told_of: list[list[int]]
    counts: list[list[float]]
    used: list[int]


def read(persona: Persona) -> AskedRows:
    """A persona's questions and facts as rows of the table."""
    ways = [(rows, place) for place, fact in enumerate(persona.facts) for rows in map(spoken_rows, _ways(fact)) if rows]
    lines = [(spoken_rows(line), place) for place, fact in enumerate(persona.facts) for line in fact.lines]
    cues = [(spoken_rows(cue), place) for place, fact in enumerate(persona.facts) for cue in fact.cues or ("",)]
    told = [
        {row for way in (*fact.lines, *fact.cues, fact.text, fact.question) for row in spoken_rows(way)}
        for fact in persona.facts
    ]
    every = sorted(set[int]().union(*told))
    used = sorted({row for rows, _ in ways for row in rows})
    return AskedRows(
        [rows for rows, _ in ways],
        [place for _, place in ways],
        [spoken_rows(fact.text) for fact in persona.facts],
        [rows for rows, _ in lines],
        [place for _, place in lines],
        [rows for rows, _ in cues],
        [place for _, place in cues],
        every,
        [[every.index(row) for row in sorted(rows)] for rows in told],
        [[float(rows.count(row)) for row in used] for rows, _ in ways],
        used,
    )


def padded(rows: Sequence[list[int]], none: int) -> list[list[int]]:
    """All of one length, filled up with `none`; at least one long."""
    longest = max(1, *map(len, rows))
    return [[*some, *[none] * (longest - len(some))] for some in rows]


def whole_numbers(table: npt.NDArray[Any], unit: float) -> npt.NDArray[np.int8]:
    """[words, dimensions] at a root mean square of `unit`, rounded and held within eight bits."""
    scaled = table * unit / np.sqrt((table**2).mean())
    whole: npt.NDArray[np.int8] = np.clip(np.rint(scaled), -_MOST, _MOST).astype(np.int8)
    return whole


def _ways(fact: Fact) -> tuple[str, ...]:
    return (fact.question, *fact.asked_as)


def spoken_rows(text: str) -> list[int]:
    """Of the known words of a text, as it is spoken, their rows in the tables, in their order."""
    return word_vectors().rows_of(spoken_words(text))
