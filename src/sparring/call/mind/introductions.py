"""Who has been spoken of already is not brought in anew: "a widow, second floor" is "the widow" from then on.

Flows in: a line of a persona and what was said just before. Flows out: the line as it is said.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_LINES_KEPT = 8_192  # of all personas
_PEOPLE = (
    r"(?:man|woman|lady|gentleman|fella|fellow|guy|widow|widower|couple|daughter|son|wife|husband|brother|sister|mother"
    r"|father|aunt|uncle|neighbor|nurse|aide|caregiver|helper|client|patient|resident|family|teacher|doctor|judge)"
)
# "a lady" and "a widow" of one story are the same person
_WOMEN, _MEN = "woman|lady|widow", "man|gentleman|fella|fellow|guy|widower"
_ALIKE = {one: group for group in (_WOMEN, _MEN) for one in group.split("|")}
_THERE_IS = r"(?:One, |There's |There was |I've got |I have |I had |We have |We've got |We had |It's |It was )?"
_BRINGS_IN = re.compile(rf"{_THERE_IS}(?:[Aa]n?|[Oo]ne) (?=(?:[\w'-]+ ){{0,2}}?(?P<who>{_PEOPLE})\b)")


@lru_cache(_LINES_KEPT)
def brings_in(line: str) -> str:
    """Whom a line begins by bringing in, "widow"; empty: nobody."""
    found = _BRINGS_IN.match(line)
    return found["who"] if found else ""


def is_known(line: str, said: str) -> bool:
    """Whether a line brings in somebody who has just been spoken of."""
    who = brings_in(line)
    return bool(who) and re.search(rf"\b(?:{_ALIKE.get(who, who)})\b", said) is not None


def of_one_person(lines: Sequence[str], said: str) -> list[str]:
    """Of ways to tell something those about somebody just spoken of, if there are any, and none with anybody new."""
    if not any(is_known(one, said) for one in lines):
        return list(lines)
    return [one for one in lines if not brings_in(one) or is_known(one, said)]


def of_the_known(line: str, said: str) -> str:
    """The line, "the widow" for "there's a widow" if she has just been spoken of."""
    return _BRINGS_IN.sub("The ", line, count=1) if is_known(line, said) else line


@lru_cache(_LINES_KEPT)
def without_introduction(line: str) -> str:
    """What of a line is said in either case."""
    return _BRINGS_IN.sub("", line, count=1) if brings_in(line) else line
