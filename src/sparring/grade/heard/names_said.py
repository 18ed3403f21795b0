"""Which names a sentence says, mostly by capitals: one in "Good morning, Harbor Lane", two with "Kate here".

A head that knows what introductions are like cannot tell one name from two. Flows in: the words of a sentence. Flows
out: each name that is said, in small letters.
"""

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Final

from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.names import FIRST_NAMES, NO_NAMES

_WORDS_BETWEEN_PAUSES: Final = re.compile(r"[^.,;:!?()\"\u2014\u2013]+")
_WORD: Final = re.compile(r"[\w'&-]+")
_JOINS: Final = word_set("of and & at the")
"""As in "Home Care of Ashby County": inside a name, never at its end."""
_OPENS: Final = NO_NAMES | word_set(
    """good morning afternoon evening day hi hello hey hiya howdy bonjour hola welcome greetings oh um uh er mr mrs ms
    miss dr speaking here it's that's there's home care senior seniors family hold please who who's name's answering
    service office front desk intake nurse agency caregivers caregiver companions sir ma'am mom dad"""
)
"""Words with a capital that are no name by themselves, at the head of a sentence or anywhere."""
_BETWEEN: Final = word_set("i i'm i've you've we're they're")
"""Words that no name has inside: "Pinewood and I'm Jess"."""
_INTRODUCED: Final = re.compile(r"\b(?:name is|name's|this is|i'm|i am|you've got) (\w+)")
_OF_AN_AGENCY: Final = re.compile(
    r"\b\w+ (?:home care|home health|senior care|care|caregivers|companions|helpers|home support|homecare|services)\b"
)


def names_said(text: str) -> frozenset[str]:
    """The different names in a sentence or two; without capitals a first name, and what agencies are called."""
    plain = unheld(text).text.strip(" ,")
    written = any(letter.isupper() for letter in plain[1:])
    if not written:
        return frozenset(_by_words(plain.lower()))
    return frozenset(_by_capitals(plain[0].upper() + plain[1:]))  # behind a filler its capital may be gone


def _by_words(text: str) -> Iterator[str]:
    introduced = (word for word in _INTRODUCED.findall(text) if word not in _OPENS)
    yield from [*introduced, *(word for word in _WORD.findall(text) if word in FIRST_NAMES)][-1:]
    if _OF_AN_AGENCY.search(text):
        yield "an agency"


def _by_capitals(text: str) -> Iterator[str]:
    for stretch in _WORDS_BETWEEN_PAUSES.findall(text):
        name: list[str] = []
        for word in [*_WORD.findall(stretch), ""]:
            said = word.lower()
            if said not in _BETWEEN and (word[:1].isupper() or word[:1].isdigit() or (name and said in _JOINS)):
                name.append(said)
                continue
            if any(part not in _OPENS and part not in _JOINS for part in name):
                yield " ".join(part for part in dropwhile(_OPENS.__contains__, name) if part not in _JOINS)
            name = []
