"""How alike in meaning two texts are, by the words they are made of: "bounce back to the hospital" and "readmitted".

Flows in: a persona's facts, once, and a question. Flows out: for each fact, how alike the question is to the ways in
which it is asked for. The whole question is compared with each way by its words in their order (`sentence_encoder`);
beside that each word of a question looks for the nearest one among all words of a fact: "was he in any war" needs no
way to ask to lie where it lies. The table of word vectors has a point in 128 dimensions for each of its words, made by
`tools/train_word_vectors` so that the sum of a sentence's words lies where a sentence encoder puts the sentence: so
lines are compared, and answers to worries. Sums and products of whole numbers this small are exact, however a machine
orders them, and a quotient and a root are rounded correctly: a question is as alike to a fact on every machine.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.call.mind.phrases import FUNCTION_WORDS, NO_ANSWERS
from sparring.persona import Fact, Objection, Persona, spoken_words
from sparring.speech_acts.learned.points import (
    LENGTH,
    UNIT,
    Points,
    ShortPoints,
    at_one_length,
    length_of,
    lengths_of,
    likenesses,
    products_of,
)
from sparring.speech_acts.learned.sentence_encoder import encoded
from sparring.speech_acts.learned.word_vectors import question_vectors

_PERSONAS_KEPT = 32
_QUESTIONS_KEPT = 64
_OBJECTIONS_KEPT = 256  # of all personas
_WORDS_KEPT = 4_096  # of questions, with each persona; a call has the same ones over and over
# What each likeness is worth, in hundredths of a nearness point: to the nearest way to ask, to the midst of them, and
# how far a fact covers the words of a question. Fitted by ranking with the weights in `nearness`, on 900 labelled lines
# that taught the encoder nothing
_BY_NEAREST, _BY_MIDST, _BY_WORD = 180, 180, 100
_BY_WORD_ALONE = 40  # of a fact with but one way to ask, whose few words say little of what else is asked for it

_NEAR_WAYS = 5
_FEW_WAYS = 1  # to ask for a fact: its nearest one is about half as like as the nearest of many
# Thousandths of how far the nearest way stands out, and of what is foreign to the fact, beside likeness to the midst
_OF_LEAD, _OF_FOREIGN = 760, 400
_ANOTHER_WORD = 145  # thousandths of likeness that a question word which no near way has takes away
_ASKS_FOR_IT = 800  # thousandths of likeness, made up for few ways; with less a question only touches on a fact
_TOUCHES_ON_IT = 600  # with less, too, it has nothing to do with it

_QUESTION_WORD = re.compile(
    r"\b(?:(?P<how_many>how (?:many|much|often|long|old|far)\b)|(?P<why>why|what made|how come|what for\b)|(?P<how>how)"
    r"|(?P<when>when|what (?:time|day)\b|which day\b|since\b)|(?P<where>where)|(?P<who>who)|(?P<what>what|which))"
)

_Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Told:
    """A persona's facts as points: of each the ways to ask for it, its lines and its words."""

    asked: ShortPoints  # [ways to ask + facts, 192]: each by its words in their order; last the midst of each fact's
    asked_lengths: npt.NDArray[np.float64]  # [ways to ask + facts], never 0
    asked_groups: _Places  # [facts]: of each where its ways to ask begin
    ways: _Places  # [facts]: how many it has
    lines: ShortPoints  # [lines, 128]
    line_lengths: npt.NDArray[np.float64]  # [lines], never 0
    line_groups: _Places  # [facts]: of each where its lines begin
    longest: float  # of the lines
    words: ShortPoints  # [words, 128]: every word of all facts, once
    word_lengths: npt.NDArray[np.float64]  # [words], never 0
    words_of: _Places  # places of the words of the first fact, then of the second
    word_groups: _Places  # [facts]: of each where its words begin in `words_of`
    asked_with: Mapping[str, list[int]]  # of each word of a way to ask: places of the facts that it asks for


class _WordByWord(NamedTuple):
    """Words as points, each for itself."""

    points: ShortPoints  # [words, 128]
    lengths: Points  # [words], never 0
    longest: float  # of them


class _Answers(NamedTuple):
    """What answers an objection, as points: the midst of its cues and answers, each at one length, and their words."""

    midst: Points
    words: _WordByWord


class Nearest(NamedTuple):
    """The fact with the way to ask that a question is most like.

    Args:
        place: of the fact in its persona.
        likeness: to that way, in thousandths; 1,000, but for rounding, for the same words.
        lead: by how much no way to ask for any other fact is as like, in thousandths.
    """

    place: int
    likeness: int
    lead: int


@lru_cache(_QUESTIONS_KEPT)
def alike(persona: Persona, text: str) -> tuple[int, ...]:
    """How much more alike to each fact, in the persona's order, a question in normalised words is than to most facts.

    Points, as in `nearness`: ten or so by chance, thirty and more when it asks for the fact in other words.
    """
    points = _BY_NEAREST * _nearest_ways(persona, text) + _BY_MIDST * _midst(persona, text)
    points += np.where(_told(persona).ways > 1, _BY_WORD, _BY_WORD_ALONE) * _covered(persona, text)
    # "she" and "her" are in every fact of some personas
    return tuple(((points - points.sum() // len(points)) // UNIT).tolist())


@lru_cache(_QUESTIONS_KEPT)
def nearest_example(persona: Persona, text: str) -> Nearest:
    """The fact that has the way to ask which a question in normalised words is most like."""
    best = _nearest_ways(persona, text)
    place = int(best.argmax())
    second = int(np.delete(best, place).max(initial=0))
    return Nearest(place, int(best[place]), int(best[place]) - second)


def likeness_to_ways(persona: Persona, text: str, places: Iterable[int]) -> dict[int, int]:
    """How alike a question in normalised words is to the nearest way to ask for the facts at some places.

    In thousandths, made up for facts with few of them, which no question comes as near to. Whoever wrote nothing but
    the question has left it to words how their fact is reached: no question is far from it.
    """
    near, ways = _nearest_ways(persona, text).tolist(), _told(persona).ways.tolist()
    return {place: _made_up(ways[place], near[place]) for place in places}


def sureness(
    persona: Persona, text: str, places: Iterable[int], no_rivals: frozenset[int] = frozenset()
) -> dict[int, int]:
    """How surely a question in normalised words is put for the facts at some places, in thousandths of likeness.

    How alike it is to the midst of the ways to ask for the fact, and a part of how far the nearest of them stands out
    from those for all other facts, but for `no_rivals`, which it cannot be for; less a part of what in the question is
    foreign to the fact, and less where no way to ask that is near turns on the same question word: "how do you pay her"
    lies beside "who pays", and is put for something else. Made up as in `likeness_to_ways`.
    """
    near, midst, ways = _nearest_ways(persona, text), _midst(persona, text), _told(persona).ways
    rivals = near.copy()
    rivals[list(no_rivals)] = 0
    nearest = int(rivals.argmax())
    most, rivals[nearest] = int(rivals[nearest]), 0
    second, covered = int(rivals.max()), _covered(persona, text)
    turns_on = _question_words(text)

    def sure(place: int) -> int:
        lead = int(near[place]) - (second if place == nearest else most)
        beside = _OF_LEAD * lead - _OF_FOREIGN * (UNIT - int(covered[place]))
        another = _words_near(persona, place, text).isdisjoint(turns_on)
        return _made_up(int(ways[place]), int(midst[place]), beside // UNIT - _ANOTHER_WORD * another)

    return {place: sure(place) for place in places}


def _words_near(persona: Persona, place: int, text: str) -> frozenset[str]:
    """The question words of the few ways to ask for the fact at a place that a question is most like."""
    fact, begins = persona.facts[place], _told(persona).asked_groups[place]
    ways = (fact.question, *fact.asked_as)
    near = _by_encoder(persona, text)[begins : begins + len(ways)]
    return frozenset[str]().union(*(_words_of_way(ways[at]) for at in np.argsort(near)[-_NEAR_WAYS:].tolist()))


@lru_cache(_WORDS_KEPT)
def _words_of_way(way: str) -> frozenset[str]:
    return _question_words(spoken_words(way))


def _question_words(text: str) -> frozenset[str]:
    """What normalised words turn on as questions, "how many" and its kin apart from "how"; {""}: on no such word."""
    return frozenset(one.lastgroup or "" for one in _QUESTION_WORD.finditer(text)) or frozenset({""})


def _made_up(ways: int, likeness: int, beside: int = 0) -> int:
    """Likeness made up for few ways to ask, and what counts beside it; of one way alone, as much as any."""
    return likeness * (ways + _FEW_WAYS) // ways + beside if ways > 1 else UNIT


@lru_cache(_QUESTIONS_KEPT)
def _nearest_ways(persona: Persona, text: str) -> _Places:
    """[facts]: how alike a question is to the nearest way to ask for each, in thousandths."""
    ways = _by_encoder(persona, text)[: -len(persona.facts)]
    nearest: _Places = np.maximum.reduceat(ways, _told(persona).asked_groups)
    return nearest


def _midst(persona: Persona, text: str) -> _Places:
    """[facts]: the same to the midst of all ways to ask for each."""
    return _by_encoder(persona, text)[-len(persona.facts) :]


@lru_cache(_QUESTIONS_KEPT)
def _by_encoder(persona: Persona, text: str) -> _Places:
    """[ways to ask + facts]: how alike a question is to each, and to the midst of each fact's, in thousandths."""
    told = _told(persona)
    asked = encoded([question_vectors().rows_of(text)])[0]
    return likenesses(asked, told.asked, told.asked_lengths, 2 * LENGTH)


@lru_cache(_QUESTIONS_KEPT)
def lines_alike(persona: Persona, fact: str, text: str) -> Mapping[str, int]:
    """How alike a question in normalised words is to each line of a fact, in thousandths; nothing asked: all alike."""
    told, place = _told(persona), _places(persona)[fact]
    lines, first = persona.facts[place].lines, told.line_groups[place]
    of_lines = slice(first, first + len(lines))
    near = likenesses(_point(text), told.lines[of_lines], told.line_lengths[of_lines], told.longest)
    return dict(zip(lines, near.tolist(), strict=True))


def answer_alike(objection: Objection, text: str) -> int:
    """How alike a statement in normalised words is to what answers an objection, taken together, in thousandths."""
    midst, said = _answers(objection).midst, _point(text)
    return round(UNIT * float(midst @ said) / (length_of(midst) * length_of(said)))


def answer_words_alike(objection: Objection, text: str) -> int:
    """How near the words of a statement come to words of an objection's answers on average, in thousandths.

    Words that say nothing about a subject aside; rare ones count for more.
    """
    answers, said = _answers(objection).words, _said(text)
    if not len(said.points) or not len(answers.points):
        return 0
    products = products_of(answers.points, answers.longest, said.points.T, said.longest)
    near = np.rint(UNIT * products / np.outer(answers.lengths, said.lengths)).max(axis=0)
    weights = np.rint(said.lengths)
    return int(weights @ near) // max(1, int(weights.sum()))


@lru_cache(_QUESTIONS_KEPT)
def _said(text: str) -> _WordByWord:
    """The known words of a statement that say something about a subject."""
    points = question_vectors().sums_of(word for word in text.split() if word not in FUNCTION_WORDS)
    return _each(points[points.any(axis=1)])


def _each(points: Points) -> _WordByWord:
    lengths = lengths_of(points)
    return _WordByWord(points.astype(np.float32), lengths, float(lengths.max(initial=1)))


@lru_cache(_QUESTIONS_KEPT)  # one worry after the other is held against it
def no_answer_alike(text: str) -> int:
    """How alike a statement in normalised words is to the nearest one that answers no worry at all, in thousandths."""
    points, lengths = _no_answers()
    return int(likenesses(_point(text), points, lengths, float(lengths.max())).max())


@cache
def _no_answers() -> tuple[ShortPoints, npt.NDArray[np.float64]]:
    points = question_vectors().sums_of(map(spoken_words, NO_ANSWERS))
    return points.astype(np.float32), lengths_of(points)


@lru_cache(_OBJECTIONS_KEPT)
def _answers(objection: Objection) -> _Answers:
    ways = [spoken_words(one) for one in (*objection.cues, *objection.answered_as)]
    points = question_vectors().sums_of(ways)
    words = question_vectors().sums_of(sorted({word for way in ways for word in way.split()} - FUNCTION_WORDS))
    midst: Points = np.add.reduce(at_one_length(points), 0, np.float64)
    return _Answers(midst, _each(words))


def is_asked_for(persona: Persona, fact: str, text: str) -> bool:
    """Whether a question in normalised words is put much as those that a fact answers, and not only touches on it."""
    place = _places(persona)[fact]
    return likeness_to_ways(persona, text, (place,))[place] >= _ASKS_FOR_IT


def touches_on(persona: Persona, fact: str, text: str) -> bool:
    """Whether a question in normalised words comes near enough to a fact to be about it at all."""
    place = _places(persona)[fact]
    return likeness_to_ways(persona, text, (place,))[place] >= _TOUCHES_ON_IT


@lru_cache(_PERSONAS_KEPT)
def _places(persona: Persona) -> Mapping[str, int]:
    """Of each fact by its id the place in its persona."""
    return {fact.id: place for place, fact in enumerate(persona.facts)}


@lru_cache(_QUESTIONS_KEPT)
def _covered(persona: Persona, text: str) -> _Places:
    """[facts]: how far each covers what a question is made of, in thousandths; rare words count for more.

    By each word that says something, how near the nearest word of the fact comes. A word that nobody knows counts for
    nothing.
    """
    found = [near for word in text.split() if word not in FUNCTION_WORDS and (near := _nearest(persona, word))]
    if not found:
        return np.full(len(persona.facts), UNIT // 2)
    summed: _Places = np.add.reduce([near for _, near in found])
    return summed // max(1, sum(length for length, _ in found))


@lru_cache(_WORDS_KEPT)
def _nearest(persona: Persona, word: str) -> tuple[int, _Places] | None:
    """How far out a word lies, and so many times how near the nearest word of each fact comes, in thousandths."""
    point, told = _point(word), _told(persona)
    length = length_of(point)
    if not point.any():
        return None
    near = np.rint(UNIT * (told.words @ point.astype(np.float32)) / (told.word_lengths * length)).astype(np.int64)
    nearest: _Places = np.maximum.reduceat(near[told.words_of], told.word_groups)
    nearest[told.asked_with.get(word, [])] = UNIT
    return round(length), round(length) * nearest


def load() -> None:
    """Read the table now: 20 ms that the first question of a call need not wait for."""
    question_vectors()


def read(persona: Persona) -> None:
    """Look up what a persona's facts are asked for and told in now: a third of a second of its first question."""
    _told(persona)


@lru_cache(_PERSONAS_KEPT)
def _told(persona: Persona) -> _Told:
    facts = persona.facts
    spoken = [[spoken_words(way) for way in (fact.question, *fact.asked_as)] for fact in facts]
    ways = np.array([*map(len, spoken)])
    groups = np.cumsum(np.concatenate(([0], ways[:-1])))
    asked = _encoded(spoken, groups)
    lines = question_vectors().sums_of(spoken_words(line) for fact in facts for line in fact.lines)
    line_lengths = lengths_of(lines)
    return _Told(
        asked.astype(np.float32),
        lengths_of(asked),
        groups,
        ways,
        lines.astype(np.float32),
        line_lengths,
        np.cumsum([0, *(len(fact.lines) for fact in facts[:-1])]),
        float(line_lengths.max()),
        *_by_word([_words_of(fact) for fact in facts]),
        _asked_with(spoken),
    )


def _asked_with(spoken: Sequence[Sequence[str]]) -> Mapping[str, list[int]]:
    """Of each word of a way to ask, in normalised words by fact, the places of the facts that it is used for."""
    found: dict[str, list[int]] = {}
    for place, ways in enumerate(spoken):
        for word in {word for way in ways for word in way.split()}:
            found.setdefault(word, []).append(place)
    return found


def _words_of(fact: Fact) -> list[str]:
    """All words in which a fact is asked for, told and pointed at; those of its other ways to ask aside."""
    told = (fact.question, fact.text, *fact.lines, *fact.cues)
    return sorted({word for text in told for word in spoken_words(text).split()})


def _encoded(spoken: Sequence[Sequence[str]], groups: _Places) -> Points:
    """All ways to ask by their words in their order, and the midst of each fact's at about one length."""
    points = encoded([question_vectors().rows_of(way) for ways in spoken for way in ways])
    midst = np.add.reduceat(points, groups)
    return np.concatenate((points, at_one_length(midst)))


def _by_word(words: list[list[str]]) -> tuple[ShortPoints, npt.NDArray[np.float64], _Places, _Places]:
    """`words` of each fact as points, each once, their lengths, and which of them are whose."""
    places = {word: place for place, word in enumerate(sorted({word for some in words for word in some}))}
    points = question_vectors().sums_of(places)
    begins = np.cumsum([0, *map(len, words[:-1])])
    return (
        points.astype(np.float32),
        lengths_of(points),
        np.array([places[one] for some in words for one in some]),
        begins,
    )


@lru_cache(_QUESTIONS_KEPT)
def _point(words: str) -> Points:
    return question_vectors().sum_of(words)
