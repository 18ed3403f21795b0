"""Small talk: "how are you today?" is manners and gets manners back, "how are you holding up?" is meant.

Flows in: normalised text. Flows out: whether it is small talk.
"""

from sparring.call.mind.heard.spoken import QUESTION_WORDS, mentions

_WORDS = 6  # of small talk, from "how are you" on
# words that only say when: they make no small talk serious
_DAY = frozenset(
    {"on", "this", "that", "today", "so", "far", "lovely", "fine", "beautiful", "nice", "rainy", "sunny", "hot", "cold"}
    | {"morning", "afternoon", "evening", "day", "here", "there", "over", "by", "the", "way"}
    | {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")}
)
_OPENINGS = (
    "how are you ", "how's it going", "how is it going", "how's your day", "how is your day", "how are things",
    "how've you been", "how have you been", "how ya doing", "how you doing", "how are ya", "how's everything",
    "how is everything", "how's your week", "how is your week", "how was your week", "how was your weekend",
    "how was your summer", "how was your winter", "how was your vacation", "how was your holiday", "how was your day",
    "how was your morning", "how's your morning", "how's life", "how's business", "how is business",
)  # fmt: skip
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
    begins = min(at for cue in _OPENINGS if (at := f"{sentence} ".find(cue)) >= 0)
    asks_first = not QUESTION_WORDS.isdisjoint(sentence[:begins].split())
    return sum(word not in _DAY for word in sentence[begins:].split()) <= _WORDS and not asks_first


def small_talks(text: str) -> bool:
    """Whether some of it is small talk."""
    if not mentions(text, _OPENINGS) or mentions(text, _MEANT):
        return False
    following = f"{text} ".partition("how are you ")[2].split(" ", 1)[0]
    return not following.endswith(("ed", "set", "ing")) or following in _STILL_SMALL_TALK


def says_hello(text: str) -> bool:
    """Whether somebody who calls says "what's up?": the one who is called asks that and means it."""
    return mentions(text, _WHATS_UP)
