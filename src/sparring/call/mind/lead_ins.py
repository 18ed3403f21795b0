"""How the first words of a move and the line that follows them make one sentence.

Flows in: a lead-in and a line as its author wrote it. Flows out: both as one would say them.
"""

import re
from functools import lru_cache

from sparring.call.mind import phrases
from sparring.call.mind.introductions import without_introduction
from sparring.speech_acts.text.names import FIRST_NAMES

_NEGATED = re.compile(r"[A-Z][a-z]+n['\u2019]t\b")  # "Don't" is no Don
# "and if it happens again?" needs its "and"
_JOINS = re.compile(
    r"\A(?:(?:and|but|so|then),? (?!(?:if|when|then)\b)|(?:okay|oh|wow|well|again)[,.] )+(?=\w)", re.IGNORECASE
)
_WORDS_OF_A_LINE = 4  # less, said without its "okay", may stand anywhere
_LINES_KEPT = 8_192  # of all personas; each is looked at many times a call


def continued(lead: str, text: str, names: frozenset[str]) -> str:
    """`text` after a lead-in: small first letter after a comma or colon, unless it is a name or "I".

    After a colon nothing begins with "and" or "okay": what is announced as the one thing first is added to nothing.
    """
    if not lead:
        return text
    if lead[-1] in ".?!":
        return f"{lead} {text}"
    text = _JOINS.sub("", text) if lead.endswith(":") else text
    first = re.split(r"[\s,.'\u2019-]", text, maxsplit=1)[0].lower()
    keeps = not _NEGATED.match(text) and (
        ((first in names or first in FIRST_NAMES) and first not in phrases.GENERAL_WORDS)
        or first in phrases.CAPITALS
        or (text[:2].isupper() and text[:2].isalpha())
    )
    return f"{lead} {text if keeps else text[0].lower() + text[1:]}"


@lru_cache(_LINES_KEPT)
def spoken_part(line: str) -> str:
    """What of a line is said in any case: not its first letter, the "and" it begins with, nor the "there's a"."""
    rest = without_introduction(_JOINS.sub("", line))
    return (rest if rest.count(" ") + 1 >= _WORDS_OF_A_LINE else line)[1:]


@lru_cache(_LINES_KEPT)
def first_word(line: str) -> str:
    """The first word of a line, in small letters."""
    return line.split(" ", 1)[0].strip(",.?!").lower()
