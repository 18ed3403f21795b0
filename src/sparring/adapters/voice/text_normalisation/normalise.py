"""Written English into words that any speech engine reads alike. Pure: text in, text out, no digits left.

Order matters: who to reach before amounts (a telephone number is no range), amounts before times, both before plain
numbers. A word given with its phonemes, `[Nguyen](/win/)`, is left as it is.
"""

import re
from typing import Final

from sparring.adapters.voice.text_normalisation import abbreviations, amounts, contacts, times
from sparring.adapters.voice.text_normalisation.rule import Rule, read_all

INLINE_PHONEMES: Final = re.compile(r"\[([^\[\]()]{1,60})\]\(/([^()/\s][^()/]{0,79})/\)")

_TYPESET: Final = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2026": "...",
        "\u2212": "-",
        "\u00a0": " ",
        "\u2011": "-",
        "\u00bc": " 1/4",
        "\u00bd": " 1/2",
        "\u00be": " 3/4",
    }
)
_STAGE: Final = (
    r"sigh|laugh|chuckle|giggle|pause|groan|cough|sniff|smile|nod|gasp|cr(?:y|ie)|clears (?:his|her|my) throat"
)
_CLEAN: Final = (
    Rule(rf"[*(\[](?:{_STAGE})[a-z]*(?: [a-z]+){{0,4}}[*)\]]", lambda _: " "),
    Rule(r"[*_`~^|<>{}\[\]\\]+", lambda _: ""),
    Rule(r"[^\x20-\x7e\u00b0\u00c0-\u024f\u2013\u2014\s]+", lambda _: " "),
    Rule(r"\s*--+\s*|\s+-\s+", lambda _: "\u2014"),
)
_TIDY: Final = (
    Rule(r"\s+", lambda _: " "),
    Rule(r"\s+(?=[,.;:?!])", lambda _: ""),
    Rule(r"\.{4,}", lambda _: "..."),
    Rule(r"([?!])[?!]+", lambda m: m[1]),
)
_RULES: Final = (
    *contacts.RULES,
    *amounts.RULES,
    *times.RULES,
    *abbreviations.RULES,
    *amounts.PLAIN_RULES,
)


def normalise(text: str) -> str:
    """The words to say for `text`, on one line; an empty string when there is nothing to say."""
    said, start = [], 0
    for name in INLINE_PHONEMES.finditer(text):
        said += [_words(text[start : name.start()]), name[0]]
        start = name.end()
    spoken = read_all(_TIDY, "".join([*said, _words(text[start:])])).strip()
    return spoken if re.search(r"\w", spoken) else ""


def without_phonemes(text: str) -> str:
    """`[Nguyen](/win/)` -> `Nguyen`, for engines that take no phonemes."""
    return INLINE_PHONEMES.sub(lambda name: name[1], text)


def _words(text: str) -> str:
    return read_all(_RULES, read_all(_CLEAN, text.translate(_TYPESET)))
