"""Spoken text as words and sentences: what every part of the mind reads an utterance by.

Flows in: an utterance or a normalised sentence. Flows out: words, sentences, and which cues occur in them.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from sparring.speech_acts import stops

_SHORT_CUE = 3
_SENTENCES_KEPT = 256  # the three buyers of a hard call, and the facts of each, look at one sentence many times
_LONGEST_SENTENCE = 200  # characters; beyond that a recogniser ran sentences together
FILLERS = frozenset(
    {"and", "so", "okay", "ok", "well", "um", "uh", "but", "then", "or", "now", "right", "great", "good", "yeah", "yes"}
    | {"oh", "no", "sorry", "alright", "sure", "hi", "hello", "hey"}
)

QUESTION_WORDS = frozenset(
    {"why'd", "how'd", "where'd", "what'd", "who'd", "when'd", "who'll", "what're", "who're", "how've", "what've"}
    | {"what", "what's", "whats", "how", "how's", "hows", "why", "who", "who's", "whos", "where", "where's", "wheres"}
    | {"when", "when's", "which", "whose"}
)


@lru_cache(_SENTENCES_KEPT)
def normalised(text: str) -> str:
    """Lower-case words parted by single spaces; apostrophes stay. One turn asks for the same sentence several times."""
    return " ".join(re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'")))


@lru_cache(_SENTENCES_KEPT)
def bare(words: str) -> str:
    """Normalised `words` without the "and", "so", "okay" they begin with."""
    items = words.split()
    while items and items[0] in FILLERS:
        items.pop(0)
    return " ".join(items)


def hits(text: str, cues: Iterable[str]) -> frozenset[str]:
    """The cues that occur in the normalised `text`: as the beginning of a word, or as a whole one when very short."""
    padded = f" {text} "
    return frozenset(cue for cue in cues if f" {cue}" in padded and (len(cue) > _SHORT_CUE or _is_word(padded, cue)))


def mentions(text: str, cues: tuple[str, ...]) -> bool:
    """Whether any of a fixed list of cues occurs in the normalised `text`, as `hits` finds them."""
    return _any_of(cues).search(f" {text} ") is not None


@cache
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for a whole list, as cues of literal text."""
    short = "|".join(re.escape(cue) for cue in cues if len(cue) <= _SHORT_CUE)
    words = [f"(?:{short})(?:s|ing|ed)? "] if short else []
    return re.compile(f" (?:{'|'.join(words + [re.escape(cue) for cue in cues if len(cue) > _SHORT_CUE])})")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with its mark: as punctuated, and cut where a question begins or has ended."""
    return tuple(text[start:end] for start, end in _spans(text))


@lru_cache(_SENTENCES_KEPT)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    cuts = stops(text)
    found: list[tuple[int, int]] = []
    for marked in re.finditer(r"[^.?!]+[.?!]?", text):
        inside = [at for at in cuts if marked.start() < at < marked.end()]
        found += pairwise([marked.start(), *inside, marked.end()])
    return tuple(found)


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentences in which the characters `start..end` stand."""
    within = [span for span in _spans(text) if span[0] < max(end, start + 1) and start < span[1]]
    left, right = (within[0][0], within[-1][1]) if within else (start, end)
    if right - left > _LONGEST_SENTENCE:
        left, right = max(left, start - 40), min(right, end + 60)
    return text[left:right]


def _is_word(padded: str, cue: str) -> bool:
    return any(f" {cue}{ending} " in padded for ending in ("", "s", "ing", "ed"))  # "car" is not "care"
