"""The words every buyer shares, for what a persona has no lines of its own.

Flows in: `phrases.json` beside this module. Flows out: groups of lines, some by mood (`group.mood`), four or more each,
short enough to be spoken in one breath; `{...}` is filled in by the wording.
"""

import json
from importlib.resources import files
from typing import Any, Final

from sparring.persona import stem

_TABLE: Final[dict[str, Any]] = json.loads((files("sparring.call.mind") / "phrases.json").read_text(encoding="utf-8"))


def _groups(name: str) -> dict[str, tuple[str, ...]]:
    return {group: tuple(lines) for group, lines in _TABLE[name].items()}


LEADS: Final = _groups("leads")
"""First words of a move, by mood or by what the rep has just done. An empty one: no lead-in."""

PHRASES: Final = _groups("phrases")

CAPITALS: Final[frozenset[str]] = frozenset(_TABLE["capitals"])
"""Words that keep their capital in the middle of a sentence, besides the names of the call."""

DISCOURSE: Final[frozenset[str]] = frozenset(_TABLE["discourse"])
"""A line that begins with one of these needs no other lead-in."""

FUNCTION_WORDS: Final[frozenset[str]] = frozenset(_TABLE["function_words"])
"""Words that say nothing about a subject by themselves."""

COMMON_WORDS: Final[frozenset[str]] = FUNCTION_WORDS | frozenset(_TABLE["trade_words"])
"""Words that say nothing about one subject in particular on a call of this trade."""

GENERAL_WORDS: Final[frozenset[str]] = FUNCTION_WORDS | frozenset(_TABLE["general_words"])
"""Words that any question about a case may use without asking for something particular."""

NO_ANSWERS: Final[tuple[str, ...]] = tuple(_TABLE["no_answers"])
"""What people say to a worry that answers none: praise, promises, brochures, what they have heard said back."""

NEAR: Final[dict[str, str]] = _TABLE["near"]
"""Word of a question -> the plain word for the same thing: whoever asks about balance asks how somebody walks."""

TOPIC_STEMS: Final[frozenset[str]] = frozenset(map(stem, (*_TABLE["topic_words"], *GENERAL_WORDS)))
"""Stems of words that ask for a whole subject: "what is the situation", "who makes the decisions"."""


def day_written(time: str) -> str:
    """A day and an hour as they are written: "Thursday at ten"."""
    return " ".join(word.capitalize() if word in CAPITALS else word for word in time.split())
