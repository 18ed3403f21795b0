"""Small talk: "how are you today?" is manners and gets manners back, "how are you holding up?" is meant.

Flows in: normalised text. Flows out: whether it is small talk. Kind words are told from questions here as well.
"""

import re

from sparring.call.mind.heard.sentences import QUESTION_WORDS, Spoken, mentions
from sparring.speech_acts import Act, ActKind

_WORDS = 6  # of small talk, from "how are you" on
# words that only say when: they make no small talk serious
_DAY = frozenset(
    {"on", "this", "that", "today", "so", "far", "lovely", "fine", "beautiful", "nice", "rainy", "sunny", "hot", "cold"}
    | {"morning", "afternoon", "evening", "day", "here", "there", "over", "by", "the", "way"}
    | {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")}
)
_WHEN = r"(?:days?|weeks?|weekend|morning|afternoon|evening|summer|winter|vacation|holidays?|\w+day)"
_OPENINGS = re.compile(
    r"\b(?:how are (?:you|ya|things)|how(?:'s| is) (?:it going|everything|life|business)"
    r"|how(?:'ve| have) you been|how (?:ya|you) doing"
    rf"|how(?:'s|s| is| was|'s been| has) (?:your|the) (?:\w+ )?{_WHEN}(?: been)?(?: going| treating you)?)\b"
)
_SORRY_YOU = re.compile(r"(?:oh |well |i'm |so |really |very )*sorry (?:that )?you\b")
_WHATS_UP = ("what's up", "whats up", "what's new", "whats new")
_STILL_SMALL_TALK = frozenset({"doing", "evening", "morning"})  # "how are you set for money" is a question
_MEANT = (
    "holding", "with all", "with it", "with this", "with that", "after that", "after all", "yourself", "coping",
    "these days",
    "since then", "sleeping", "managing",
)  # fmt: skip


def is_small_talk(sentence: str) -> bool:
    """As in "this is Dana, how are you today?"; "how are you holding up?" is meant."""
    if not small_talks(sentence):
        return False
    opening = _OPENINGS.search(sentence)
    begins = opening.start() if opening else 0
    asks_first = not QUESTION_WORDS.isdisjoint(sentence[:begins].split())
    return sum(word not in _DAY for word in sentence[begins:].split()) <= _WORDS and not asks_first


def small_talks(text: str) -> bool:
    """Whether some of it is small talk."""
    if not _OPENINGS.search(text) or mentions(text, _MEANT):
        return False
    following = f"{text} ".partition("how are you ")[2].split(" ", 1)[0]
    return not following.endswith(("ed", "set", "ing")) or following in _STILL_SMALL_TALK


def says_hello(text: str) -> bool:
    """Whether somebody who calls says "what's up?": the one who is called asks that and means it."""
    return mentions(text, _WHATS_UP)


def only_feels(said: Spoken, acts: tuple[Act, ...]) -> frozenset[str]:
    """Sentences that feel with the buyer and ask nothing, whatever their form: "I'm sorry you got that"."""
    felt = [said.at(act.start, act.end) for act in acts if act.kind is ActKind.EMPATHY]
    return frozenset(one.words for one in felt if one.marked.rstrip().endswith(".") or _SORRY_YOU.match(one.words))
