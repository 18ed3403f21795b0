"""Evidence that a point rests on: verbatim spans of one turn, checked in code. No other part of a grader may make one.

Flows in: a quote that somebody claims was said, or an act that code found. Flows out: `Evidence` with offsets and time,
or nothing. Matching is word for word after normalising, else fuzzy and guarded: the same negations and numbers in the
same order, and no word of meaning that does not sound like the one that was said. `bench/evidence.py` measures it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from sparring.grade.word_places import said_at_ms
from sparring.scorecard import Evidence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.numbers import NUMBERS
from sparring.transcript import Speaker, Transcript, Turn

FUZZY_SCORE = 85.0
"""Lowest rapidfuzz alignment score (0-100) at which a piece of a quote is compared word by word."""
SOUNDS_ALIKE = 70.0
"""Lowest similarity (0-100) of two words that a recogniser or a typist may have confused: `farther`, `father`."""
MIN_CONTENT_WORDS = 3
MIN_PIECE_WORDS = 2

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.+|…|\[(?:\.\.\.|…)\])\s*")
_FILLER = re.compile(r"\b(?:u+h+m*|u+m+|e+rm?|h+m+|mm+)\b|\byou know\b(?=\W*,)|,\W*\byou know\b|\bi mean\b\s*,")
_NEGATION = re.compile(r"(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|hardly|\w+n't)")
_NUMBER = re.compile(r"\d+")
_STOP = word_set(
    """a an the and or but if so then than that this these those there here it its it's is are was were be been being am
    i i'm i've i'd i'll me my mine we we're our us you you're you've you'd you'll your yours he she he's she's they
    they're them their his her him of to in on at for from with by as about into over out up down off do does did done
    doing have has had having will would can could should may might must just like well okay ok yeah yes no uh um oh mm
    hmm right what which who when where why how all any some more most very too also because"""
)
_ONLY_LISTENS = _STOP | word_set("huh hm sure alright let see yep yup mhm great gotcha")
_NEVER_CONFUSED = word_set(
    """monday tuesday wednesday thursday friday saturday sunday weekend weekends weekday weekdays today tomorrow
    yesterday tonight morning mornings afternoon afternoons evening evenings night nights day days week weeks month
    months mother father brother sister mom dad son daughter husband wife"""
)
_DENYING_PREFIX = re.compile(r"^(?:un|in|im|dis|non|mis)")
_FIGURES = {word: str(value) for word, value in NUMBERS.items()}


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """A text's words, normalised and joined by single blanks, with the way back to the text's characters."""

    tokens: tuple[_Token, ...]
    texts: tuple[str, ...]
    joined: str
    starts: tuple[int, ...]  # of each word in `joined`


def verify(transcript: Transcript, *, turn: int, quote: str, speaker: Speaker = Speaker.REP) -> Evidence | None:
    """The place where `quote` was said, or None.

    Looks in the cited turn, then in its neighbours, then everywhere; only turns of `speaker` are looked at. Evidence
    found in another turn than the cited one is marked as repaired. An ellipsis stands for words left out.
    """
    verbatim, pieces = _words(_straight(quote)), _pieces(quote)
    if not pieces or (len(pieces) > 1 and any(len(piece.tokens) < MIN_PIECE_WORDS for piece in pieces)):
        return None
    for candidate in _in_search_order(transcript, turn):
        span = _locate(verbatim, pieces, candidate) if candidate.speaker is speaker else None
        if span is not None:
            return cite(candidate, *span, repaired=candidate.index != turn)
    return None


def cite(turn: Turn, start: int, end: int, *, repaired: bool = False) -> Evidence:
    """Evidence for `turn.text[start:end]`, timed by its first word."""
    quote = turn.text[start:end]
    at_ms = said_at_ms(turn, start)
    return Evidence(turn=turn.index, quote=quote, start=start, end=end, at_ms=at_ms, repaired=repaired)


def content_words(text: str) -> int:
    """How many words carry meaning of their own."""
    words = _WORD.findall(_straight(text))
    return len(words) - sum(map(_STOP.__contains__, words))


def meanings(text: str) -> frozenset[str]:
    """The different words that carry meaning of their own, in lower case."""
    return frozenset(_WORD.findall(_straight(text))) - _STOP


def says_something(text: str) -> bool:
    """Whether any word carries meaning: "okay", "mm-hmm", "let me see" is nothing one could take up."""
    return any(found[0] not in _ONLY_LISTENS for found in _WORD.finditer(_straight(unheld(text).text)))


def _locate(verbatim: _Words, pieces: Sequence[_Words], turn: Turn) -> tuple[int, int] | None:
    """The span of the turn's text that the quote stands for: as it is, else piece by piece without fillers."""
    text = _straight(turn.text)
    as_it_is, clean = _words(text), _words(_without_fillers(text))
    span = _exact(verbatim, as_it_is, 0)
    return _enough([span], as_it_is) if span else _enough(_piecewise(pieces, clean), clean)


def _piecewise(pieces: Sequence[_Words], said: _Words) -> list[tuple[int, int]]:
    """Word spans of all pieces in their order, or none."""
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        at = spans[-1][1] if spans else 0
        span = _exact(piece, said, at) or _fuzzy(piece, said, at)
        if span is None:
            return []
        spans.append(span)
    return spans


def _enough(spans: Sequence[tuple[int, int]], said: _Words) -> tuple[int, int] | None:
    """The characters from the first span to the last, where these say enough to be told from anything else."""
    meant = sum(word not in _STOP for first, last in spans for word in said.texts[first:last])
    whole_turn = list(spans) == [(0, len(said.tokens))]
    if not spans or (meant < MIN_CONTENT_WORDS and not whole_turn):
        return None
    return said.tokens[spans[0][0]].start, said.tokens[spans[-1][1] - 1].end


def _exact(piece: _Words, said: _Words, at: int) -> tuple[int, int] | None:
    """Word span of the piece word for word, from word `at` on."""
    length = len(piece.texts)
    for first in range(at, len(said.texts) - length + 1):
        if said.texts[first] == piece.texts[0] and said.texts[first : first + length] == piece.texts:
            return first, first + length
    return None


def _fuzzy(piece: _Words, said: _Words, at: int) -> tuple[int, int] | None:
    """Word span that reads nearly like the piece and agrees with it in everything that carries meaning."""
    if at >= len(said.tokens):
        return None
    origin = said.starts[at]
    aligned = fuzz.partial_ratio_alignment(piece.joined, said.joined[origin:], score_cutoff=FUZZY_SCORE)
    if aligned is None or aligned.src_end - aligned.src_start < len(piece.joined):
        return None
    low, high = origin + aligned.dest_start, origin + aligned.dest_end
    inside = [i for i, start in enumerate(said.starts) if start < high and start + len(said.texts[i]) > low]
    first, last = inside[0], inside[-1] + 1
    return (first, last) if _agree(piece.texts, said.texts[first:last]) else None


def _agree(claimed: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Same negations and numbers in the same order, and every word of meaning answered by one that sounds like it."""
    if _guards(claimed) != _guards(said):
        return False
    edits = (edit for edit in Levenshtein.opcodes(claimed, said) if edit.tag != "equal")
    return all(_harmless(claimed[e.src_start : e.src_end], said[e.dest_start : e.dest_end]) for e in edits)


def _harmless(claimed: tuple[str, ...], said: tuple[str, ...]) -> bool:
    if all(word in _STOP for word in (*claimed, *said)):
        return True
    if not claimed or not said or (_NEVER_CONFUSED & set(claimed) and _NEVER_CONFUSED & set(said)):
        return False
    one, other = "".join(claimed), "".join(said)
    if one in (_DENYING_PREFIX.sub("", other), other) or other == _DENYING_PREFIX.sub("", one):
        return one == other
    return fuzz.ratio(one, other) >= SOUNDS_ALIKE


def _guards(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if number := _FIGURES.get(word):
            found.append(number)
        elif _NEGATION.fullmatch(word):
            found.append("not")
        else:
            found += _NUMBER.findall(word)
    return found


def _in_search_order(transcript: Transcript, cited: int) -> Iterator[Turn]:
    """The cited turn, its neighbours, then all others in the order of the call."""
    near = [index for index in (cited, cited - 1, cited + 1) if 0 <= index < len(transcript.turns)]
    yield from (transcript.turns[index] for index in near)
    yield from (turn for turn in transcript.turns if turn.index not in near)


def _pieces(quote: str) -> list[_Words]:
    """What stands between the quote's ellipses, without fillers."""
    parts = (_words(_without_fillers(_straight(part))) for part in _ELLIPSIS.split(quote))
    return [part for part in parts if part.tokens]


def _words(text: str) -> _Words:
    tokens = tuple(_Token(match.group(), *match.span()) for match in _WORD.finditer(text))
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token.text) + 1
    texts = tuple(token.text for token in tokens)
    return _Words(tokens, texts, " ".join(texts), tuple(starts))


def _straight(text: str) -> str:
    """Lower case with plain apostrophes, and as many characters as before: offsets must stay the turn's own."""
    lowered = text.lower().replace("\u2019", "'").replace("\u2018", "'")
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _without_fillers(text: str) -> str:
    return _FILLER.sub(lambda match: " " * len(match.group()), text)
