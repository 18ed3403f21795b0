"""Evidence that a point rests on: verbatim spans of one turn, checked in code. No other part of a grader may make one.

Flows in: a quote that somebody claims was said, or an act that code found. Flows out: `Evidence` with offsets and time,
or nothing. Matching is exact after normalising, else fuzzy and guarded: same negations, same numbers, pieces in order.
`bench/evidence.py` measures what is let through and what is lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from sparring.grade.recognition import said_at_ms
from sparring.scorecard import Evidence
from sparring.transcript import Speaker, Transcript, Turn

FUZZY_SCORE = 85.0
"""Lowest rapidfuzz alignment score (0-100) at which a piece of a quote is taken for what was said."""
MIN_CONTENT_WORDS = 3
MIN_PIECE_WORDS = 2

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.+|…|\[(?:\.\.\.|…)\])\s*")
_NEGATION = re.compile(r"(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|hardly|\w+n't)")
_NUMBER = re.compile(r"\d+")
_STOP = frozenset(
    """a an the and or but if so then than that this these those there here it its it's is are was were be been being am
    i i'm i've i'd i'll me my mine we we're our us you you're you've you'd you'll your yours he she he's she's they
    they're them their his her him of to in on at for from with by as about into over out up down off do does did done
    doing have has had having will would can could should may might must just like well okay ok yeah yes no uh um oh mm
    hmm right what which who when where why how all any some more most very too also because""".split()  # noqa: SIM905
)
_TEENS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_TEENS.split())} | {
    word: str(10 * value) for value, word in enumerate(_TENS.split(), start=2)
}


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A turn's words, normalised and joined by single blanks, with the way back to the turn's characters."""

    tokens: tuple[_Token, ...]
    joined: str
    starts: tuple[int, ...]  # of each token in `joined`


def verify(transcript: Transcript, *, turn: int, quote: str, speaker: Speaker = Speaker.REP) -> Evidence | None:
    """The place where `quote` was said, or None.

    Looks in the cited turn, then in its neighbours, then everywhere; only turns of `speaker` are looked at. Evidence
    found in another turn than the cited one is marked as repaired.
    """
    pieces = [piece for piece in (_spoken(part) for part in _ELLIPSIS.split(quote)) if piece.tokens]
    if not pieces or any(len(piece.tokens) < MIN_PIECE_WORDS for piece in pieces[:-1] + pieces[1:]):
        return None
    for candidate in _in_search_order(transcript, turn):
        span = _find(pieces, candidate) if candidate.speaker is speaker else None
        if span is not None:
            return cite(candidate, *span, repaired=candidate.index != turn)
    return None


def cite(turn: Turn, start: int, end: int, *, repaired: bool = False) -> Evidence:
    """Evidence for `turn.text[start:end]`, timed by its first word."""
    return Evidence(
        turn=turn.index,
        quote=turn.text[start:end],
        start=start,
        end=end,
        at_ms=said_at_ms(turn, start),
        repaired=repaired,
    )


def content_words(text: str) -> int:
    """How many words carry meaning of their own."""
    return sum(token.text not in _STOP for token in _tokens(text))


def _find(pieces: Sequence[_Spoken], turn: Turn) -> tuple[int, int] | None:
    """The span that holds all pieces in their order."""
    spoken = _spoken(turn.text)
    at, spans = 0, []
    for piece in pieces:
        span = _exact(piece, spoken, at) or _fuzzy(piece, spoken, at)
        if span is None:
            return None
        spans.append(span)
        at = span[1]
    first, last = spans[0][0], spans[-1][1]
    whole_turn = first == 0 and last == len(spoken.tokens)
    start, end = spoken.tokens[first].start, spoken.tokens[last - 1].end
    enough = sum(content_words(turn.text[spoken.tokens[a].start : spoken.tokens[b - 1].end]) for a, b in spans)
    return (start, end) if whole_turn or enough >= MIN_CONTENT_WORDS else None


def _exact(piece: _Spoken, spoken: _Spoken, at: int) -> tuple[int, int] | None:
    """Token span of the piece word for word, from token `at` on."""
    wanted = [token.text for token in piece.tokens]
    words = [token.text for token in spoken.tokens]
    for first in range(at, len(words) - len(wanted) + 1):
        if words[first : first + len(wanted)] == wanted:
            return first, first + len(wanted)
    return None


def _fuzzy(piece: _Spoken, spoken: _Spoken, at: int) -> tuple[int, int] | None:
    """Token span that reads nearly like the piece and agrees with it in every negation and number."""
    if at >= len(spoken.tokens):
        return None
    origin = spoken.starts[at]
    rest = spoken.joined[origin:]
    if len(piece.joined) > len(rest) * 1.25:
        return None
    aligned = fuzz.partial_ratio_alignment(piece.joined, rest, score_cutoff=FUZZY_SCORE)
    if aligned is None:
        return None
    low, high = origin + aligned.dest_start, origin + aligned.dest_end
    inside = [
        i
        for i, token in enumerate(spoken.tokens)
        if spoken.starts[i] < high and spoken.starts[i] + len(token.text) > low
    ]
    first, last = inside[0], inside[-1] + 1
    return (first, last) if _agree(piece.tokens, spoken.tokens[first:last]) else None


def _agree(claimed: Sequence[_Token], said: Sequence[_Token]) -> bool:
    """Same negations, same numbers, in the same order."""
    return _guards(claimed) == _guards(said)


def _guards(tokens: Sequence[_Token]) -> list[str]:
    found: list[str] = []
    for token in tokens:
        number = _NUMBER_WORDS.get(token.text)
        if number or _NUMBER.search(token.text):
            found += [number] if number else _NUMBER.findall(token.text)
        elif _NEGATION.fullmatch(token.text):
            found.append("not")
    return found


def _in_search_order(transcript: Transcript, cited: int) -> Iterator[Turn]:
    """The cited turn, its neighbours, then all others in the order of the call."""
    near = [index for index in (cited, cited - 1, cited + 1) if 0 <= index < len(transcript.turns)]
    yield from (transcript.turns[index] for index in near)
    yield from (turn for turn in transcript.turns if turn.index not in near)


def _spoken(text: str) -> _Spoken:
    tokens = tuple(_tokens(text))
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token.text) + 1
    return _Spoken(tokens, " ".join(token.text for token in tokens), tuple(starts))


def _tokens(text: str) -> Iterator[_Token]:
    plain = text.lower().replace("\u2019", "'").replace("\u2018", "'")
    # a letter may grow when lowered (U+0130): then offsets would no longer be the turn's own
    same_length = plain if len(plain) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return (_Token(match.group(), *match.span()) for match in _WORD.finditer(same_length))
