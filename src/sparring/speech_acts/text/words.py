"""Text to words: lower case, contractions spelt out, fillers and stutters gone; each word knows its characters.

Flows in: an utterance as typed or as recognised. Flows out: sentences of `SentenceWords`, which the tables are matched against.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import accumulate, chain, pairwise, repeat
from operator import eq, itemgetter
from typing import Any, Final, NamedTuple

from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import grams_of
from sparring.speech_acts.text.contractions import CONTRACTED, word_forms

_ODD = r"(?:mr|mrs|ms|dr|st|prof)\.|[ap]\.? ?m\b|uh[- ]?huh\b|m-hm\b|mm?[- ]?h+m+\b|e-mail(?:ing|ed|s)?\b"
RECENT_UTTERANCES: Final = 16
_PIECE: Final = re.compile(
    rf"(?P<word>(?!{_ODD})[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<stop>[.?!;\n]+)|(?P<pause>[,:…()\"“”]|-{2,}|\s-\s|—|–)"
    r"|(?P<number>\$? ?\d+(?:[.,:/]\d+)*%?)|(?P<title>(?:mr|mrs|ms|dr|st|prof)\.)|(?P<clock>[ap]\.? ?m\b\.?)"
    r"|(?P<hum>uh[- ]?huh|m-hm|mm?[- ]?h+m+)|(?P<per>/(?= ?(?:hr|hour|day|week|month|visit|shift)\b))"
    r"|(?P<mail>e-mail(?:ing|ed|s)?)"
)
_SIMPLE: Final = re.compile(r"[a-z' ,.?!]*")
"""Most of what people say is letters and everyday marks, and is cut without asking for each kind of piece at each place."""
_WORD_AND_GAP: Final = re.compile(r"([a-z]+(?:'[a-z]+)*)([^a-z]*)")
_MARKS: Final = re.compile(r"[.?!]+|,")
_ODD_BEFORE_A_STOP: Final = word_set("mr mrs ms dr st prof am pm")
_DROPPED_G: Final = re.compile(r"(?<=[a-z][a-z])(?<!beg)(?<!aga)(?<!with)(?<!cert)in'(?![a-z])")
"""As in "fixin' to": one letter for another, so that spans keep pointing at the utterance."""
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_FILLERS: Final = word_set("uh um uhm umm er erm ah eh hmm hm uhh ehm mm")
_MAY_FILL: Final = _FILLERS | {"you", "i", "like"}
_LONGEST_SENTENCE: Final = 160  # words: what a recogniser runs together is cut here, so that reading stays linear
_SOFT: Final = word_set("just really actually basically literally honestly please simply very quite")
_STUTTERED: Final = word_set(
    """i a an the and or but we you he she it they to of in on at for is are am was so if that this what how do does
    can could will would my your our his her with as like when who there not have has be"""
)
_HELD_OR_SOFT: Final = _FILLERS | _SOFT | {"like"}
_NOT_FILLER_AFTER: Final = word_set("do did let not should to would")
_NEVER_BEFORE_A_PAUSE: Final = word_set(
    """a an the my your our their its to of with for from and or but if that is are was were am be been will would can
    could should do does did have has had i we he she they very"""
)
_CLOCK_LEFT: Final = "m"  # as in "two p m"
_TO_SPELL: Final = frozenset([*CONTRACTED, _CLOCK_LEFT])
_JOINED: Final = {
    ("care", "giver"): "caregiver", ("care", "givers"): "caregivers", ("back", "ground"): "background",
    ("over", "night"): "overnight", ("week", "end"): "weekend",
    ("over", "whelming"): "overwhelming",
}  # fmt: skip
_LEFT_BARE: Final = {
    "ill": ("i", "will"), "id": ("i", "would"), "wed": ("we", "would"), "shell": ("she", "will"), "hell": ("he", "will"),
}  # fmt: skip
"""What a recogniser makes of "I'll", "we'd" and the like, by the verb that comes next."""
_JOINS_A_SUBJECT: Final = word_set("and so but then because now okay yes yeah no well cause since if that while")
_AFTER_WE_ARE: Final = word_set(
    """not non a an the going gonna here happy glad all on licensed local bonded insured able strictly only also talking
    available open called based in just"""
)
"""What follows "we're", written "were" by a recogniser, where nothing before it could have been something."""
_NOT_ALL: Final = word_set("of the this that those these my your our her his their")
_SICK_AFTER: Final = word_set(
    "is are was were be been being am feel feels felt get gets got fall falls fell so very too"
)
_NOT_BARE_AFTER: Final = word_set("the a of to like as on is are was were be been being am feel feels felt")
_BARE_VERBS: Final = word_set(
    """be call text send email bring get have let come meet check make find see give put take stop tell follow show set
    write mail leave drop swing pick love like say want suggest go ask look talk match stay do need hate also"""
)
_MAY_PART: Final = frozenset(["were", "all", *_LEFT_BARE])
_MAY_CHANGE: Final = frozenset(["is", *(first for first, _ in _JOINED)])
_TO_REPAIR: Final = _MAY_PART | _MAY_CHANGE
_PARTICIPLES: Final = word_set("been had got gone fallen become lived worked")


class TextWord(NamedTuple):
    """One word and the characters of the utterance it came from."""

    text: str
    start: int
    end: int
    paused: bool  # a comma, a dash or the like stands before it


_FIRST: Final[Callable[[tuple[Any, ...]], str]] = itemgetter(0)
_text_word: Final[Callable[[tuple[str, int, int, bool]], TextWord]] = partial(tuple.__new__, TextWord)
"""`TextWord` of a tuple of its fields, without a call into Python: words are made by the hundred each turn."""


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
    words = list(map(_text_word, zip(map(_FIRST, pieces), bounds[::2], bounds[1::2], repeat(False), strict=False)))
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
    return [_text_word((first, start, end, paused)), *(_text_word((form, start, end, False)) for form in rest)]


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
            pending.append(_text_word((piece[0], piece.start(), piece.end(), paused)))
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
    return [{"title": raw[:-1], "clock": raw[0] + "m", "hum": "mhm", "per": "per", "mail": raw.replace("-", "")}[kind]]


def _number(raw: str) -> list[str]:
    digits = raw.lstrip("$ ").rstrip("%").replace(",", "")
    unit = ["dollars"] if raw.startswith("$") else ["percent"] if raw.endswith("%") else []
    return [digits, *unit]


def _sentence(words: list[TextWord], *, asked: bool, stopped: bool) -> list[SentenceWords]:
    """The words as one sentence, as they were meant; none where nothing is left of them."""
    texts = list(map(_FIRST, words))
    if not _TO_REPAIR.isdisjoint(texts):
        words = _repaired(words if _FILLERS.isdisjoint(texts) else list(_without_sounds(words)))
        texts = list(map(_FIRST, words))
    if not _as_meant(texts):
        words = list(_without_fillers(words))
        texts = list(map(_FIRST, words))
    return [_words(tuple(words), texts, asked=asked, stopped=stopped)] if words else []


def _as_meant(texts: list[str]) -> bool:
    """Whether a sentence has certainly no filler, no soft word and no stutter: most have none."""
    present = frozenset(texts)
    if not _HELD_OR_SOFT.isdisjoint(present) or ("know" in present and "you" in present):
        return False
    if "mean" in present and "i" in present:
        return False
    return len(present) == len(texts) or (not any(map(eq, texts, texts[1:])) and not any(map(eq, texts, texts[2:])))


def _words(items: tuple[TextWord, ...], texts: list[str], *, asked: bool, stopped: bool) -> SentenceWords:
    return SentenceWords(items, texts, f" {' '.join(texts)} ", frozenset(texts), grams_of(texts), asked, stopped)


def _repaired(words: list[TextWord]) -> list[TextWord]:
    """Words that a contraction or a recogniser left ambiguous: "she's been", "care giver"."""
    for index, (word, following) in enumerate(pairwise(words)):
        if word[0] not in _MAY_CHANGE:
            continue
        if joined := _JOINED.get((word.text, following.text)):
            words[index] = word._replace(text=joined, end=following.end)
            words[index + 1] = following._replace(text="")
        if word.text == "is" and following.text in _PARTICIPLES and words[index - 1].end == word.end:
            words[index] = word._replace(text="has")
    if _MAY_PART.isdisjoint(map(_FIRST, words)):
        return list(filter(_FIRST, words))
    return [
        part
        for index, word in enumerate(words)
        if word.text
        for part in (_apart(words, index) if word.text in _MAY_PART else (word,))
    ]


def _apart(words: list[TextWord], index: int) -> tuple[TextWord, ...]:
    """A word, or the two that a recogniser ran together: "ill call you" promises, "is ill" does not."""
    word = words[index]
    before = words[index - 1].text if index else ""
    following = words[index + 1].text if index + 1 < len(words) else ""
    if word.text == "all" and before in ("who", "what", "where") and following and following not in _NOT_ALL:
        return ()  # "who all are you using", "what all happened"
    if word.text == "were":
        opens = not before or before in _JOINS_A_SUBJECT or word.paused
        spelt = ("we", "are") if opens and following in _AFTER_WE_ARE and not _asks_after(words, index) else None
    else:
        barred = _SICK_AFTER if word.text == "ill" else _NOT_BARE_AFTER
        spelt = _LEFT_BARE.get(word.text) if following in _BARE_VERBS and before not in barred else None
    if spelt is None:
        return (word,)
    return word._replace(text=spelt[0]), word._replace(text=spelt[1], paused=False)


def _asks_after(words: list[TextWord], index: int) -> bool:
    """As in "were the nurses kind": several who could have been something come next."""
    several = words[index + 2].text if index + 2 < len(words) else ""
    return words[index + 1].text == "the" and several.endswith("s") and several != "ones"


def _without_sounds(words: list[TextWord]) -> Iterator[TextWord]:
    """The words between which nobody says "um"; what was run together can only be told from its neighbours."""
    previous, index = "", 0
    while index < len(words):
        after = index
        while after < len(words) and words[after].text in _FILLERS:
            after += 1
        if after == len(words):
            return
        word = words[after]
        if after > index:
            word = word._replace(paused=_pauses_around(words, index, after - index, previous))
        yield word
        previous, index = word.text, after + 1


def _without_fillers(words: list[TextWord]) -> Iterator[TextWord]:
    previous = ""
    paused = False
    index = 0
    while index < len(words):
        word = words[index]
        held = _held(words, index, previous)
        if held:
            paused = paused or _pauses_around(words, index, held, previous)
            index += held
            if index < len(words) and words[index].paused:
                words[index] = words[index]._replace(paused=False)
            continue
        paused = paused or word.paused
        index += 1
        if word.text in _SOFT or (word.text == previous and word.text in _STUTTERED):
            continue
        if word.text in _STUTTERED and _said_twice(words, index - 1):
            index += 1
            continue
        yield word if word.paused == paused else word._replace(paused=paused)
        previous, paused = word.text, False


def _said_twice(words: list[TextWord], index: int) -> bool:
    """Whether two small words come again at once: "it is it is not"."""
    pair = words[index : index + 2]
    again = words[index + 2 : index + 4]
    return len(again) == 2 and pair[1].text in _STUTTERED and [one.text for one in pair] == [one.text for one in again]


def _held(words: list[TextWord], index: int, previous: str) -> int:
    """How many words from `index` on hold the floor, one filler after another."""
    after = index
    while after < len(words) and (length := _filler_length(words, after, previous)):
        after += length
    return after - index


def _pauses_around(words: list[TextWord], index: int, length: int, previous: str) -> bool:
    """Whether the sentence pauses where `length` words held the floor.

    Of two commas around ", uh," one may have stood there without it, unless nothing pauses after the word before.
    """
    after = index + length < len(words) and words[index + length].paused
    if words[index].paused and after:
        return previous not in _NEVER_BEFORE_A_PAUSE
    return bool(previous) and (words[index].paused or after)


def _filler_length(words: list[TextWord], index: int, previous: str) -> int:
    """How many words from `index` on are only there to hold the floor."""
    text = words[index].text
    if text not in _MAY_FILL:
        return 0
    if text in _FILLERS:
        return 1
    last = index + 1
    while last < len(words) and words[last].text in _FILLERS:
        last += 1  # "you, um, know"
    following, after = words[last].text if last < len(words) else "", last + 1
    if text == "you" and following == "know":
        if after < len(words) and words[after].text == "what" and not words[after].paused:  # "but you know what, it is"
            return after + 1 - index if after + 1 < len(words) and words[after + 1].paused else 0
        return after - index if previous not in _NOT_FILLER_AFTER or _is_set_off(words, index, after - index) else 0
    if text == "i" and following == "mean":
        return 0 if previous in ("what", "do", "that") else after - index
    return 1 if text == "like" and _is_set_off(words, index, 1) else 0


def _is_set_off(words: list[TextWord], index: int, length: int) -> bool:
    """Whether `length` words from `index` on stand between two pauses."""
    after = index + length
    return words[index].paused and (after >= len(words) or words[after].paused)
