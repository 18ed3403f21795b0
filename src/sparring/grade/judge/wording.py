"""Whether a sentence that a model wrote may be shown: only when everything in it that can be checked is in the call.

Flows in: a sentence and the record of the call. Flows out: the sentence, cleaned, or nothing. Quotes must stand in the
call, figures and names must have come up, and nothing may speak of scores, of a grader, or of another place to look at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sparring.grade.heard.testimony import Hearing
from sparring.speech_acts.grader_talk.recogniser import grader_talk
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.calendar import MONTHS, WEEKDAYS

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_QUOTED = re.compile(r"[\u201c\"]([^\u201c\u201d\"]+)[\u201d\"]|(?<!\w)['\u2018]([^'\u2018\u2019]+)['\u2019](?!\w)")
_FIGURE = re.compile(r"\d+")
_MARKUP = re.compile(r"[<>{}\[\]|`*_#\\]|https?:|www\.|\S@\S")
_SCORING = re.compile(
    r"\b(?:points?|scor(?:e|es|ed|ing)|grad(?:e|es|ed|er|ing)|marks?|percent|rubric|criteri(?:on|a)|levels?|json)\b|%",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;:'\u2019] )[A-Z][a-z]\w+")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_COMMON_NAMES = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS)) | word_set("english medicare medicaid")


@dataclass(frozen=True)
class Record:
    """What can be checked against: every turn's words, and the words of them all."""

    turns: tuple[str, ...]

    @cached_property
    def plain(self) -> str:
        """All turns in plain words, a mark between them."""
        return " | ".join(f" {plain_words(turn)} " for turn in self.turns)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that came up."""
        return frozenset(_WORD.findall(self.plain))


def record_of(hearing: Hearing) -> Record:
    """What was said, without what was said to the grader."""
    sides = {**hearing.rep.texts, **hearing.buyer.texts}
    return Record(tuple(sides[index].text for index in sorted(sides)))


def borne_out(sentence: str, record: Record, *, most_chars: int) -> str | None:
    """The sentence on one line, or None when something in it is not borne out."""
    text = " ".join(_CONTROLS.sub(" ", sentence).split())
    if not text or len(text) > most_chars or _MARKUP.search(text) or _SCORING.search(text):
        return None
    if next(iter(grader_talk(text)), None) or not _came_up(text, record):
        return None
    return text


def plain_words(text: str) -> str:
    """Lower-case words with single blanks between."""
    return " ".join(_WORD.findall(text.lower().replace("\u2019", "'").replace("\u2018", "'")))


def _came_up(text: str, record: Record) -> bool:
    quotes = [plain_words(one or other) for one, other in _QUOTED.findall(text)]
    figures = _FIGURE.findall(text)
    names = [name.lower() for name in _NAME.findall(text)]
    return (
        all(f" {quote} " in record.plain for quote in quotes)
        and _all_in(figures, record.words)
        and _all_in((name for name in names if name not in _COMMON_NAMES), record.words)
    )


def _all_in(words: Iterable[str], known: frozenset[str]) -> bool:
    return all(word in known for word in words)
