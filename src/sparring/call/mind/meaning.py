"""How alike in meaning two texts are, by the words they are made of: "bounce back to the hospital" and "readmitted".

Flows in: a persona's facts, once, and a question. Flows out: for each fact, how alike the question is to the ways in
which it is asked for and told. The table of word vectors has a point in 128 dimensions for each of its words, made
by `tools/train_word_vectors` so that the sum of a sentence's words lies where a sentence encoder puts the sentence.
Beside the sum each word of a question looks for the nearest one among all words of a fact: "was he in any war" needs no
sentence of the fact to lie where it lies. Sums and products of whole numbers this small are exact, however a machine
orders them, and a quotient and a root are rounded correctly: a question is as alike to a fact on every machine.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.call.mind.phrases import FUNCTION_WORDS, NO_ANSWERS
from sparring.persona import Fact, Objection, Persona, spoken_words
from sparring.speech_acts.learned.word_vectors import WordVectors, read_vectors

_PERSONAS_KEPT = 32
_QUESTIONS_KEPT = 64
_OBJECTIONS_KEPT = 256  # of all personas
_WORDS_KEPT = 4_096  # of questions, with each persona; a call has the same ones over and over
# What each likeness is worth, in hundredths of a nearness point: fitted together with the weights in `nearness`
_BY_QUESTION, _BY_TEXT, _ON_AVERAGE, _BY_CUE, _BY_WORD, _BY_EXAMPLES = 10, 23, 17, 8, 109, 60

_EXACT_IN_SHORT = 1 << 24  # up to here a float of 32 bits is exact; no sum of products is more than the two lengths'
_UNIT = 1_000  # of likeness: from here on it is counted in whole thousandths
_LINES_AFTER = 2  # of a fact's ways of being told: its question and its text come first
# Thousandths of likeness to a fact's question and to the ways to ask for it: less than the first only touches on it, as
# does what is so far from its question unless it is so near to a way. Chosen by eye on the dodges of 24
# partners' calls and of 43 questions to callers
_TOUCHES, _ELSEWHERE, _ASKS_FOR_IT = 400, 120, 650
_EXAMPLE_LENGTH = 64  # how far out each way to ask for a fact lies

_Points = npt.NDArray[np.float64]  # whole numbers
_Words = npt.NDArray[np.float32]  # whole numbers, whose products with each other are exact
_Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Told:
    """The ways to ask for and to tell a persona's facts, as points: of each fact its question, text, lines and cues.

    The last points, one a fact, lie in the midst of all ways to ask for it.
    """

    points: _Words  # [ways + facts, 128]
    lengths: npt.NDArray[np.float64]  # [ways + facts], never 0
    longest: float  # of them
    examples: _Words  # [ways to ask, 128]: each by itself, at one length
    example_lengths: npt.NDArray[np.float64]  # [ways to ask], never 0
    example_groups: _Places  # [facts]: of each where its ways to ask begin
    first: _Places  # [facts]: of each the place of its question; its text follows
    groups: _Places  # [2 * facts]: of each the place of its first line, and of its first cue
    told: _Places  # [facts]: how many of its ways are no cues
    words: _Words  # [words, 128]: every word of all facts, once
    word_lengths: npt.NDArray[np.float64]  # [words], never 0
    words_of: _Places  # places of the words of the first fact, then of the second
    word_groups: _Places  # [facts]: of each where its words begin in `words_of`


class _Answers(NamedTuple):
    """What answers an objection, as points: the midst of its cues and answers, each at one length, and their words."""

    midst: _Points
    words: _Words  # [words, 128]
    word_lengths: npt.NDArray[np.float64]  # [words], never 0
    longest: float  # of them


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
    told = _told(persona)
    likeness = _likeness(_point(text), told.points, told.lengths, told.longest)
    likeness, by_examples = likeness[: -len(persona.facts)], likeness[-len(persona.facts) :]
    by_question, by_text = likeness[told.first], likeness[told.first + 1]
    cues = np.maximum.reduceat(likeness, told.groups)[1::2]
    average = (by_question + by_text + np.add.reduceat(likeness, told.groups)[::2]) // told.told
    points = _BY_QUESTION * by_question + _BY_TEXT * by_text + _ON_AVERAGE * average + _BY_CUE * cues
    points += _BY_WORD * _word_by_word(persona, text) + _BY_EXAMPLES * by_examples
    # "she" and "her" are in every fact of some personas
    return tuple(((points - points.sum() // len(points)) // _UNIT).tolist())


@lru_cache(_QUESTIONS_KEPT)
def nearest_example(persona: Persona, text: str) -> Nearest:
    """The fact that has the way to ask which a question in normalised words is most like."""
    told = _told(persona)
    likeness = _likeness(_point(text), told.examples, told.example_lengths, _EXAMPLE_LENGTH)
    best = np.maximum.reduceat(likeness, told.example_groups)
    place = int(best.argmax())
    second = int(np.delete(best, place).max(initial=0))
    return Nearest(place, int(best[place]), int(best[place]) - second)


@lru_cache(_QUESTIONS_KEPT)
def lines_alike(persona: Persona, fact: str, text: str) -> Mapping[str, int]:
    """How alike a question in normalised words is to each line of a fact, in thousandths; nothing asked: all alike."""
    told, place = _told(persona), _places(persona)[fact]
    lines = persona.facts[place].lines
    first = told.first[place] + _LINES_AFTER
    of_lines = slice(first, first + len(lines))
    near = _likeness(_point(text), told.points[of_lines], told.lengths[of_lines], told.longest)
    return dict(zip(lines, near.tolist(), strict=True))


def answer_alike(objection: Objection, text: str) -> int:
    """How alike a statement in normalised words is to what answers an objection, taken together, in thousandths."""
    midst, said = _answers(objection).midst, _point(text)
    return round(_UNIT * float(midst @ said) / (_length(midst) * _length(said)))


def answer_words_alike(objection: Objection, text: str) -> int:
    """How near the words of a statement come to words of an objection's answers on average, in thousandths.

    Words that say nothing about a subject aside; rare ones count for more.
    """
    answers = _answers(objection)
    points = _points(word for word in text.split() if word not in FUNCTION_WORDS)
    points = points[points.any(axis=1)]
    if not len(points) or not len(answers.words):
        return 0
    lengths = _lengths(points)
    products = _products(answers.words, answers.longest, points.T, float(lengths.max()))
    near = np.rint(_UNIT * products / np.outer(answers.word_lengths, lengths)).max(axis=0)
    weights = np.rint(lengths)
    return int(weights @ near) // max(1, int(weights.sum()))


def no_answer_alike(text: str) -> int:
    """How alike a statement in normalised words is to the nearest one that answers no worry at all, in thousandths."""
    points, lengths = _no_answers()
    return int(_likeness(_point(text), points, lengths, float(lengths.max())).max())


@cache
def _no_answers() -> tuple[_Words, npt.NDArray[np.float64]]:
    points = _points(map(spoken_words, NO_ANSWERS))
    return points.astype(np.float32), _lengths(points)


@lru_cache(_OBJECTIONS_KEPT)
def _answers(objection: Objection) -> _Answers:
    ways = [spoken_words(one) for one in (*objection.cues, *objection.answered_as)]
    points = _points(ways)
    at_one_length = np.rint(_EXAMPLE_LENGTH * points / _lengths(points)[:, np.newaxis])
    words = _points(sorted({word for way in ways for word in way.split()} - FUNCTION_WORDS))
    lengths = _lengths(words)
    midst: _Points = np.add.reduce(at_one_length, 0, np.float64)
    return _Answers(midst, words.astype(np.float32), lengths, float(lengths.max(initial=1)))


@lru_cache(_QUESTIONS_KEPT)
def is_asked_for(persona: Persona, fact: str, text: str) -> bool:
    """Whether a question in normalised words is put much as those that a fact answers, and not only touches on it."""
    told, place = _told(persona), _places(persona)[fact]
    asked, first = _point(text), told.first[place]
    begin, *following = told.example_groups[place : place + 2]
    ways = slice(begin, *following) if following else slice(begin, None)
    by_question = _likeness(asked, told.points[first : first + 1], told.lengths[first : first + 1], told.longest)
    by_example = _likeness(asked, told.examples[ways], told.example_lengths[ways], _EXAMPLE_LENGTH)
    question, example = int(by_question.max()), int(by_example.max())
    return max(question, example) >= _TOUCHES and (question >= _ELSEWHERE or example >= _ASKS_FOR_IT)


@lru_cache(_PERSONAS_KEPT)
def _places(persona: Persona) -> Mapping[str, int]:
    """Of each fact by its id the place in its persona."""
    return {fact.id: place for place, fact in enumerate(persona.facts)}


def _likeness(asked: _Points, ways: _Words, lengths: npt.NDArray[np.float64], longest: float) -> _Places:
    """[ways]: how alike each is to a question, in thousandths."""
    length = _length(asked)
    return np.rint(_UNIT * _products(ways, longest, asked, length) / (lengths * length)).astype(np.int64)


def _products(points: _Words, longest: float, asked: _Points, length: float) -> npt.NDArray[np.float64]:
    """[ways]: of each way with a question; [ways, questions] with several, `length` being that of the longest.

    In short numbers, at half the time, as long as no sum can outgrow them.
    """
    if longest * length < _EXACT_IN_SHORT:
        return (points @ asked.astype(np.float32)).astype(np.float64)
    products: npt.NDArray[np.float64] = points.astype(np.float64) @ asked
    return products


def _word_by_word(persona: Persona, text: str) -> _Places:
    """[facts]: how near the words of a question come to words of each fact, in thousandths; rare words count for more.

    A word that nobody knows counts for nothing.
    """
    found = [near for word in text.split() if (near := _nearest(persona, word))]
    if not found:
        return np.zeros(len(persona.facts), np.int64)
    summed: _Places = np.add.reduce([near for _, near in found])
    return summed // max(1, sum(length for length, _ in found))


@lru_cache(_WORDS_KEPT)
def _nearest(persona: Persona, word: str) -> tuple[int, _Places] | None:
    """How far out a word lies, and so many times how near the nearest word of each fact comes, in thousandths."""
    point, told = _point(word), _told(persona)
    length = _length(point)
    if not point.any():
        return None
    near = np.rint(_UNIT * (told.words @ point.astype(np.float32)) / (told.word_lengths * length)).astype(np.int64)
    return round(length), round(length) * np.maximum.reduceat(near[told.words_of], told.word_groups)


def _vectors() -> WordVectors:
    """The points of words by which questions lie where the facts lie that they ask for."""
    return read_vectors("sparring.call.mind", "question_vectors.npz")


def load() -> None:
    """Read the table now: 20 ms that the first question of a call need not wait for."""
    _vectors()


def read(persona: Persona) -> None:
    """Look up what a persona's facts are told in now: 20 ms and more of its own first question."""
    _told(persona)


@lru_cache(_PERSONAS_KEPT)
def _told(persona: Persona) -> _Told:
    ways: list[str] = []
    first, groups, words = [], [], []
    for fact in persona.facts:
        first.append(len(ways))
        ways += _ways(fact)
        groups += [first[-1] + _LINES_AFTER, len(ways)]
        ways += fact.cues or ("",)
        words.append(sorted({word for way in ways[first[-1] :] for word in spoken_words(way).split()}))
    examples, example_groups = _examples(persona.facts)
    amid_examples = np.add.reduceat(examples, example_groups)
    points = np.concatenate((_points(map(spoken_words, ways)), amid_examples))
    told = np.array([len(_ways(fact)) for fact in persona.facts])
    lengths = _lengths(points)
    return _Told(
        points.astype(np.float32),
        lengths,
        float(lengths.max()),
        examples.astype(np.float32),
        _lengths(examples),
        example_groups,
        np.array(first),
        np.array(groups),
        told,
        *_by_word(words),
    )


def _examples(facts: Sequence[Fact]) -> tuple[_Points, _Places]:
    """All ways to ask, in whole numbers, at one length: a long one says no more. And of each fact where its begin."""
    points = _points(spoken_words(way) for fact in facts for way in (fact.question, *fact.asked_as))
    first = np.cumsum([0, *(1 + len(fact.asked_as) for fact in facts[:-1])])
    return np.rint(_EXAMPLE_LENGTH * points / _lengths(points)[:, np.newaxis]), first


def _by_word(words: list[list[str]]) -> tuple[_Words, npt.NDArray[np.float64], _Places, _Places]:
    """`words` of each fact as points, each once, their lengths, and which of them are whose."""
    places = {word: place for place, word in enumerate(sorted({word for some in words for word in some}))}
    points = _points(places)
    begins = np.cumsum([0, *map(len, words[:-1])])
    return (
        points.astype(np.float32),
        _lengths(points),
        np.array([places[one] for some in words for one in some]),
        begins,
    )


def _lengths(points: _Points) -> npt.NDArray[np.float64]:
    lengths: npt.NDArray[np.float64] = np.sqrt((points * points).sum(axis=1))
    lengths[lengths == 0] = 1
    return lengths


def _length(point: _Points) -> float:
    return math.sqrt(point @ point) or 1.0


def _ways(fact: Fact) -> tuple[str, ...]:
    return (fact.question, fact.text, *fact.lines)


@lru_cache(_QUESTIONS_KEPT)
def _point(words: str) -> _Points:
    """Where the sum of some normalised words lies; the origin when none is known."""
    summed: _Points = np.add.reduce(_vectors().points[_rows(words)], 0, np.float64)
    return summed


def _points(texts: Iterable[str]) -> _Points:
    """[texts]: the same of many normalised texts, in one look at the table."""
    rows = [_rows(text) for text in texts]
    points = np.zeros((len(rows), _vectors().points.shape[1]))
    told = [place for place, some in enumerate(rows) if some]
    first = np.cumsum([0, *(len(rows[place]) for place in told)])[:-1]
    if told:
        every = _vectors().points[[row for some in rows for row in some]]
        points[told] = np.add.reduceat(every, first, dtype=np.int32)
    return points


def _rows(words: str) -> list[int]:
    table = _vectors()
    return [row for word in words.split() if (row := table.row(word)) is not None]
