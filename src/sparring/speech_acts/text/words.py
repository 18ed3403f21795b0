"""Text to words: lower case, contractions spelt out, fillers and stutters gone; each word knows its characters.

Flows in: an utterance as typed or as recognised. Flows out: sentences of `SentenceWords`, which the tables are matched against.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain, repeat
from typing import Final, NamedTuple

from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import grams_of
from sparring.speech_acts.text.as_meant import as_meant
from sparring.speech_acts.text.contractions import CONTRACTED, word_forms
from sparring.speech_acts.text.text_word import TEXT_OF, TextWord, text_word

_ODD = r"(?:mr|mrs|ms|dr|st|prof)\.|[ap]\.? ?m\b|uh[- ]?huh\b|m-hm\b|mm?[- ]?h+m+\b|e-mail(?:ing|ed|s)?\b"
RECENT_UTTERANCES: Final = 16
_PIECE: Final = re.compile(
    rf"(?P<word>(?!{_ODD})[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<stop>[.?!;\n]+)|(?P<pause>[,:…()\"“”]|-{2,}|\s-\s|—|–)"
    r"|(?P<number>\$? ?\d+(?:[.,:/]\d+)*%?)|(?P<title>(?:mr|mrs|ms|dr|st|prof)\.)|(?P<clock>[ap]\.? ?m\b\.?)"
    r"|(?P<hum>uh[- ]?huh|m-hm|mm?[- ]?h+m+)|(?P<per>/(?= ?(?:hr|hour|day|week|month|visit|shift)\b))"
    r"|(?P<mail>e-mail(?:ing|ed|s)?)|(?P<plus>[+&](?=\s))|(?P<hash>\#(?=\s))"
)
_SIMPLE: Final = re.compile(r"[a-z' ,.?!]*")
"""Most of what people say is letters and everyday marks, and is cut without asking for each kind of piece at each place."""
_WORD_AND_GAP: Final = re.compile(r"([a-z]+(?:'[a-z]+)*)([^a-z]*)")
_MARKS: Final = re.compile(r"[.?!]+|,")
_ODD_BEFORE_A_STOP: Final = word_set("mr mrs ms dr st prof am pm")
_DROPPED_G: Final = re.compile(r"(?<=[a-z][a-z])(?<!beg)(?<!aga)(?<!with)(?<!cert)in'(?![a-z])")
"""As in "fixin' to": one letter for another, so that spans keep pointing at the utterance."""
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_LONGEST_SENTENCE: Final = 160  # words: what a recogniser runs together is cut here, so that reading stays linear
_CLOCK_LEFT: Final = "m"  # as in "two p m"
_TO_SPELL: Final = frozenset([*CONTRACTED, _CLOCK_LEFT])


class SentenceWords(NamedTuple):
    """One sentence.

    Args:
        items: its words in order, at least one.
        texts: what each of them is.
        text: every word preceded by one space, and a last space: what phrases are matched against.
        vocabulary: the different words.
        grams: the same and the pairs of neighbours: what phrases need is asked of these.
        asked: the sentence ended in a question mark.
        stopped: the sentence ended in any mark at all (a recogniser often gives none).
    """

    items: tuple[TextWord, ...]
    texts: list[str]
    text: str
    vocabulary: frozenset[str]
    grams: frozenset[str]
    asked: bool
    stopped: bool

    def at(self, offset: int) -> int:
        """Index of the word that begins at or before `offset` in `text`."""
        return self.text.count(" ", 0, offset + 1) - 1

    def since(self, index: int) -> str:
        """Text from the word `index` on, in the form phrases are matched against."""
        return f" {' '.join(self.texts[index:])} "

    def between(self, first: int, last: int) -> str:
        """Text of the words `first..last` inclusive, in the form phrases are matched against."""
        return f" {' '.join(self.texts[first : last + 1])} "

    def part(self, first: int, last: int) -> "SentenceWords":
        """The words `first..last` inclusive as a sentence of their own; it ends in a mark only if they end this one."""
        ends = last == len(self.items) - 1
        kept = self.items[first : last + 1]
        return _words(kept, self.texts[first : last + 1], asked=self.asked and ends, stopped=self.stopped or not ends)


def sentences(utterance: str) -> Iterator[SentenceWords]:
    """Split an utterance into sentences of words, in order; sentences without a word are left out."""
    return iter(_sentences(utterance))


@lru_cache(maxsize=RECENT_UTTERANCES)
def _sentences(utterance: str) -> tuple[SentenceWords, ...]:
    """Kept for the last few utterances: a turn is read by the recogniser, by the answer to it and by the grader."""
    lowered = _lower(utterance)
    return tuple(_split_simple(lowered) or _split(utterance, lowered))


def _split_simple(lowered: str) -> list[SentenceWords]:
    """What `_split` gives for plain words between everyday marks; empty where it takes `_split` to tell."""
    at = len(lowered) - len(lowered.lstrip(" "))
    if not _SIMPLE.fullmatch(lowered) or not lowered[at : at + 1].isalpha() or "hm" in lowered or "huh" in lowered:
        return []
    pieces = _WORD_AND_GAP.findall(lowered)
    bounds = list(accumulate(map(len, chain.from_iterable(pieces)), initial=at))
    words = list(map(text_word, zip(map(TEXT_OF, pieces), bounds[::2], bounds[1::2], repeat(False), strict=False)))
    found: list[SentenceWords] = []
    pending: list[TextWord] = []
    taken = 0
    for place, (text, gap) in enumerate(pieces):
        to_spell = "'" in text or text in _TO_SPELL
        if gap == " " and not to_spell:
            continue  # most words are: they are taken together
        pending += words[taken:place]
        taken = place + 1
        if text == _CLOCK_LEFT:
            return []
        pending += _spelt(words[place]) if to_spell else (words[place],)
        if gap == " ":
            continue
        if len(pending) >= _LONGEST_SENTENCE or (text in _ODD_BEFORE_A_STOP and gap[:1] == "."):
            return []
        paused = False
        for mark in _MARKS.findall(gap):
            paused = mark == "," or _is_ellipsis(mark)
            if not paused:
                found += _sentence(pending, asked="?" in mark, stopped=True)
                pending = []
        if paused and taken < len(words):
            words[taken] = words[taken]._replace(paused=True)
    pending += words[taken:]
    return [] if len(pending) >= _LONGEST_SENTENCE else [*found, *_sentence(pending, asked=False, stopped=False)]


def _spelt(word: TextWord) -> list[TextWord]:
    """The words that a contraction stands for; where there was a pause it was before the first."""
    text, start, end, paused = word
    first, *rest = word_forms(text)
    return [text_word((first, start, end, paused)), *(text_word((form, start, end, False)) for form in rest)]


def _split(utterance: str, lowered: str) -> Iterator[SentenceWords]:
    pending: list[TextWord] = []
    paused = False
    for piece in _PIECE.finditer(lowered):
        kind = piece.lastgroup
        if kind == "stop" and not _is_ellipsis(piece[0]):
            yield from _sentence(pending, asked="?" in piece[0], stopped=True)
            pending, paused = [], False
        elif kind in ("pause", "stop"):
            paused = True
        elif kind == "word" and "'" not in piece[0] and piece[0] not in CONTRACTED:
            pending.append(text_word((piece[0], piece.start(), piece.end(), paused)))
            paused = False
        else:
            pending.extend(_spell(piece, paused=paused))
            paused = False
            if kind == "clock" and _new_sentence_follows(utterance, piece.end()):
                yield from _sentence(pending, asked=False, stopped=True)
                pending = []
        if len(pending) >= _LONGEST_SENTENCE:
            yield from _sentence(pending, asked=False, stopped=False)
            pending = []
    yield from _sentence(pending, asked=False, stopped=False)


def bare_words(text: str) -> list[str]:
    """The bare words of a text, for counting and comparing."""
    return [word.text for sentence in sentences(text) for word in sentence.items]


def _lower(utterance: str) -> str:
    """Lower case with as many characters as before: spans must keep pointing at the utterance."""
    straight = utterance.replace("`", "'") if utterance.isascii() else utterance.translate(_STRAIGHT)
    lowered = straight.lower()
    if len(lowered) != len(straight):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in straight)
    return _DROPPED_G.sub("ing", lowered) if "in'" in lowered else lowered


def _is_ellipsis(mark: str) -> bool:
    return len(mark) > 1 and not set(mark) - {"."}


def _new_sentence_follows(utterance: str, at: int) -> bool:
    rest = utterance[at : at + 3].lstrip()
    return utterance[at - 1] == "." and rest[:1].isupper()


def _spell(piece: re.Match[str], *, paused: bool) -> Iterator[TextWord]:
    for index, text in enumerate(_forms(piece[0], piece.lastgroup or "word")):
        yield TextWord(text, piece.start() + (piece[0].startswith(" ")), piece.end(), paused and index == 0)


def _forms(raw: str, kind: str) -> list[str]:
    if kind in ("number", "word"):
        return _number(raw) if kind == "number" else word_forms(raw)
    return [
        {
            "title": raw[:-1],
            "clock": raw[0] + "m",
            "hum": "mhm",
            "per": "per",
            "plus": "and",
            "hash": "number",
            "mail": raw.replace("-", ""),
        }[kind]
    ]


def _number(raw: str) -> list[str]:
    digits = raw.lstrip("$ ").rstrip("%").replace(",", "")
    unit = ["dollars"] if raw.startswith("$") else ["percent"] if raw.endswith("%") else []
    return [digits, *unit]


def _sentence(words: list[TextWord], *, asked: bool, stopped: bool) -> list[SentenceWords]:
    """The words as one sentence, as they were meant; none where nothing is left of them."""
    meant, texts = as_meant(words)
    return [_words(tuple(meant), texts, asked=asked, stopped=stopped)] if meant else []


def _words(items: tuple[TextWord, ...], texts: list[str], *, asked: bool, stopped: bool) -> SentenceWords:
    return SentenceWords(items, texts, f" {' '.join(texts)} ", frozenset(texts), grams_of(texts), asked, stopped)
