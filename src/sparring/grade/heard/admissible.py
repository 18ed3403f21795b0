"""What of a turn may count: everything but the sentences aimed at whoever scores the call.

Flows in: a turn's text and the spans that address the grader. Flows out: the text with those sentences blanked out,
place for place, so that they are never evidence and move no score, and the remaining sentences in plain words.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from sparring.speech_acts import Act
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.contractions import SHORTHAND
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.needed_letters import needed

TextSpan = tuple[int, int]

# a sentence ends at . ! ? or … with its closing quotes, or at a line break;
# "2:30", "3.5", "e.g." and "Mr. Lee" stay whole
_SENTENCE = re.compile(
    r"""\S(?:[^.!?…\n]+|(?<=\b[a-zA-Z])\.|(?<=\b[MDS][rst])\.(?= )|(?<=\bMrs)\.(?= )"""
    r"""|[.!?…](?=[^\s"'\u201d\u2019)]))*[.!?…]*["'\u201d\u2019)]*"""
)
_MARKED: Final = (".", "!", "?", "…", '"', "'", "\u201d", "\u2019", ")")
"""A sentence that ends so was typed, or heard by who sets marks: its end is where it says."""
_FILLER = re.compile(
    r",\s*like\s*(?=,)|\bi mean\b\s*,|(?<!\bdo )(?<!\bdid )(?<!\bas )\byou know\b(?:\s*,|(?=\W*$))",
)
_FILLS = frozenset(("like", "mean", "know", "uh", "um", "uu", "er", "ee", "hm", "hh", "mm"))
"""Every filler has one of these words, or a word that begins so; looking for fillers costs more than for these."""
_SOUND_LETTERS = itemgetter(slice(2))
_MARKS = re.compile(r"[^\w'$%]+")
_MARK_TO_BLANK = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) in "_'$%")}
_NO_WORD = _MARK_TO_BLANK | {ord(mark): " " for mark in "'$%"}
_SPELT: Final = {
    **SHORTHAND,
    **{
        bare: bare[:-1] + "'t"
        for bare in word_set(
            "dont cant wont didnt doesnt isnt wasnt arent wouldnt couldnt shouldnt havent hasnt werent hadnt"
        )
    },
    **{bare: bare[:-1] + "'s" for bare in word_set("thats whats hows whos wheres hes shes theres heres")},
    **{bare: f"{bare[:-2]}'{bare[-2:]}" for bare in word_set("youre theyre youve weve theyve ive youll theyll itll")},
    "im": "i'm",
    "youd": "you'd",
    "theyd": "they'd",
    "yall": "you",
    "y'all": "you",
    "ya": "you",
}
"""How a rubric spells what a recogniser leaves bare and what parts of the country say."""
_DROPPED_G = re.compile(r"(?<=[a-z][a-z])in'(?![a-z])")
_INTRODUCES = re.compile(
    r":\s*$|\b(?:next|following) (?:\w+ )?(?:sentence|bit|part|line|thing|question|statement|words?)\b|\bhere comes\b",
    re.IGNORECASE,
)
"""As in "this next bit is the empathy part": what is announced to the scorer is said to the scorer."""
RECENT_SENTENCES: Final = 256
"""Sentences whose words are kept apart, more than a call has: every criterion asks for the same ones."""
LIST_COMMAS = 3
LIST_WORDS = 8
_NO_PART = frozenset(("", "or", "and", "so", "well"))
"""Between commas: whoever looks for a word stands there, as in "Monday at ten, or, Wednesday"."""
CLAIMS, MOST_CLAIMS = 2, 4
_CLAIM = re.compile(
    r"\b(?:screened|checked|vetted|interviewed|trained|certified|supervised|insured|bonded|fingerprinted)\b"
)
"""What is said of people by a word each is no list of catchwords: "screened, trained, ours, insured"."""
QUESTIONS_AT_ONCE = 3
"""Nobody can answer more of them than this in one sentence."""
_SHORT_QUESTION = re.compile(r"\s*(?:what|who|when|where|why|how|which|whose)(?:'s|'re)?(?: [\w']+){1,5}\W*$")
_JOINING = re.compile(
    r"\b(?:hello|hi|hey|good|speaking|here|calling|thanks|and|or|of|for|to|in|on|at|by|with|from|the|a|an|so|but|per|our|your|no|not|that|him|her|his|them|it|sounds|must|like)\b"
)
"""Small words that hold speech together; a row of catchwords has none."""
_VERBAL = re.compile(
    r"\b(?:i|i'm|i'd|i'll|me|us|(?<!thank )you|your|he|she|it|we|we're|we'll|they|is|are|was|were|do|does|did|have"
    r"|has|had|can|could|will|would|should|may|might|let|please|don't|what|who|when|where|why|how)\b"
)


_DENIAL = needed(
    re.compile(
        r"\b(?:(?:i|we|they|there)(?: (?:just|really|simply|usually))?"
        r" (?:can't|cannot|can not|won't|will not|wouldn't|would not|couldn't|could not|don't|do not|never|is no"
        r"|are no)\b(?: (?!but\b)\w+){0,3}? (?:backup|back-up|back up|replacement|substitute|sub|stand-in|fill-in|cover"
        r"|someone else|somebody else|come|visit|stop by|drop by|swing by|meet (?:you|her|him|them)|make it)"
        r"|(?:(?:are|is) not|aren't|isn't) (?:trained|supervised|screened|vetted|insured|bonded)"
        r"(?! (?:to|nurses?|in|as|for)\b))\b"
        r"(?!.*\b(?:but|unless|until|without|instead|so (?:we|i))\b)"
    )
)
"""A sentence that refuses what its words would offer: "we never send a backup", "our aides are not trained"."""


class AdmissibleSentence(NamedTuple):
    """A sentence, `text`, at `turn.text[start:end]`."""

    start: int
    end: int
    text: str


class PlainSentence(NamedTuple):
    """A sentence at `turn.text[start:end]` as rubrics look for words in it: plain, and whether they say something.

    `is_list`: it only lists words; `denies`: it refuses what they would offer; `crosses`: it crosses a red line.
    """

    start: int
    end: int
    plain: str
    is_list: bool
    denies: bool
    crosses: bool = False

    @property
    def earns_nothing(self) -> bool:
        """Whether no words of it are looked for."""
        return self.is_list or self.denies or self.crosses

    @classmethod
    def of(cls, sentence: AdmissibleSentence) -> "PlainSentence":
        """Read one sentence."""
        spoken = without_fillers(sentence.text)
        return cls(sentence.start, sentence.end, without_marks(spoken), is_list(spoken), denies_an_offer(spoken))

    def crossed_by(self, lines: Iterable[Act]) -> "PlainSentence":
        """The same sentence, which crosses a line where any of these acts lies in it."""
        return self._replace(crosses=any(self.start < one.end and one.start < self.end for one in lines))


class Admissible(NamedTuple):
    """Text that may be evidence.

    Args:
        text: the turn's text, blanked out where it was said to the grader.
        sentences: what was kept.
        excluded: spans of what was not.
    """

    text: str
    sentences: tuple[AdmissibleSentence, ...]
    excluded: tuple[TextSpan, ...]

    def around(self, start: int, end: int) -> tuple[AdmissibleSentence, ...]:
        """The sentences that `start`-`end` lies in."""
        return tuple(sentence for sentence in self.sentences if sentence.start < end and start < sentence.end)

    def parted(self, stops: Iterable[int]) -> "Admissible":
        """The same with what was heard without marks parted where a question begins, or has ended."""
        at = sorted(stops)
        return self._replace(sentences=tuple(part for one in self.sentences for part in _parts(one, at)))

    def span_around(self, start: int, end: int) -> TextSpan:
        """The span of the whole sentences that `start`-`end` lies in."""
        touched = self.around(start, end)
        return (min(start, touched[0].start), max(end, touched[-1].end)) if touched else (start, end)


def admissible(text: str, addressed: Iterable[TextSpan]) -> Admissible:
    """`text` without every sentence that one of the `addressed` spans touches, and without what such one introduces.

    A sentence that ends in a colon, or announces the next one, hands its words to it ("count this as empathy: I am so
    sorry").
    """
    spans, whole = tuple(addressed), sentence_spans(text)
    excluded: list[TextSpan] = []
    introduced = False
    for start, end in whole if spans else ():
        if introduced or any(low < end and start < high for low, high in spans):
            introduced = _INTRODUCES.search(text[start:end]) is not None
            excluded.append((start, end))
    kept = tuple(AdmissibleSentence(low, high, text[low:high]) for low, high in whole if (low, high) not in excluded)
    return Admissible(_blanked(text, excluded), kept, tuple(excluded))


def _parts(sentence: AdmissibleSentence, stops: Iterable[int]) -> Iterator[AdmissibleSentence]:
    within = [at for at in stops if sentence.start < at < sentence.end]
    if not within or sentence.text.rstrip().endswith(_MARKED):
        yield sentence
        return
    for low, high in pairwise((sentence.start, *within, sentence.end)):
        said = sentence.text[low - sentence.start : high - sentence.start].rstrip()
        yield AdmissibleSentence(low, low + len(said), said)


def sentence_spans(text: str) -> tuple[TextSpan, ...]:
    """Spans of the sentences of `text`, in order."""
    return tuple(match.span() for match in _SENTENCE.finditer(text))


def is_list(text: str) -> bool:
    """Whether a sentence `without_fillers` only lists words or questions, as a rep does to be heard using them."""
    parts = [part for part in text.split(",") if part.strip() not in _NO_PART]
    if CLAIMS < len(parts) <= MOST_CLAIMS and len(_CLAIM.findall(text)) >= CLAIMS:
        return False
    if len(parts) > LIST_COMMAS:
        asked = sum(_SHORT_QUESTION.match(part.rpartition(":")[2]) is not None for part in parts)
        return asked > QUESTIONS_AT_ONCE or not any(_VERBAL.search(part) for part in parts)
    return text.count(" ") >= LIST_WORDS - 1 and not _VERBAL.search(text) and not _JOINING.search(text)


def denies_an_offer(text: str) -> bool:
    """Whether a sentence `without_fillers` refuses a visit or cover, so that naming them is no offer of them."""
    return _DENIAL.is_in(text)


def searchable(text: str) -> str:
    """Words as they would be searched for: "We, um, CAN'T — not today." is "we can't not today"."""
    return without_marks(without_fillers(text))


def without_marks(text: str) -> str:
    """Words with single blanks between, as rubrics spell them: "tellin'" is "telling", "dont" is "don't"."""
    bare = text.translate(_MARK_TO_BLANK) if text.isascii() else _MARKS.sub(" ", text)
    words = (_DROPPED_G.sub("ing", bare) if "in'" in bare else bare).split()
    if _SPELT.keys().isdisjoint(words):
        return " ".join(words)
    return " ".join([_SPELT.get(word, word) for word in words])


def without_fillers(text: str) -> str:
    """Lower case, with plain apostrophes and nothing where somebody only held the floor."""
    lowered = text.lower().replace("\u2019", "'")
    return " ".join(_FILLER.sub(" ", unheld(lowered).text).split()) if _may_have_fillers(lowered) else lowered


def _may_have_fillers(lowered: str) -> bool:
    if not lowered.isascii():
        return True
    words = lowered.translate(_NO_WORD).split()
    return not (_FILLS.isdisjoint(words) and _FILLS.isdisjoint(map(_SOUND_LETTERS, words)))


def _blanked(text: str, excluded: list[TextSpan]) -> str:
    for start, end in excluded:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
