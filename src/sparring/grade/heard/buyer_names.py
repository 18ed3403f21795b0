"""What the buyer is called, by the form of their answer alone: "this is Lou", "Dorothy, dear", "yes, that's me".

Flows in: a turn of the buyer's and what the rep said before it. Flows out: a name, or nothing.
"""

import re
from collections.abc import Sequence

from sparring.grade.evidence import content_words
from sparring.grade.heard.admissible import Admissible
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.names import FIRST_NAMES
from sparring.speech_acts.text.needed_letters import needed

_NO_NAME = word_set("sure fine great thanks thank maybe definitely exactly nope yep yup please good perfect hello bye")
_NAME = r"([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_INTRODUCTION = needed(
    re.compile(rf"\b(?:[Tt]his is|[Mm]y name is|[Mm]y name's) {_NAME}(?=[.,!]|$)|\b{_NAME} speaking\b")
)
_ANSWERS_PHONE = re.compile(
    r"(?!(?i:hi|hello|hey|good (?:morning|afternoon|evening)|yes|yeah|oh|well|okay|thanks|thank you)\b)"
    rf"[^,.?!]+, {_NAME}[.,!]"
)
_NOBODY = word_set(
    """the a an your our my their his her this that who whoever whom someone somebody anyone anybody there okay good
    right home care rehab hospital clinic office case social nurse director front discharge admissions it how if you
    we i"""
)
"""Words behind "is this" and "looking for" that name nobody."""
_BEFORE_NAME = (
    r"(?:(?:yes|sure|hi|hello|oh|well|of course|it's|i'm|i am|my name is|my name's|this is|mr|mrs|ms|dr)[\s,.]+)*"
)
_NAME_ANSWER = re.compile(rf"{_BEFORE_NAME}([a-z][a-z'-]+(?: [a-z][a-z'-]+)?)[.!]?", re.IGNORECASE)
_OWNS_TO = re.compile(
    r"(?:(?:yes|yeah|yep|speaking|hi|hello)[\s,.]+)*(?:this is|it's|its|i'm|you've got) ([a-z][a-z'-]+)"
    r"(?: go ahead| speaking)?[.!]?",
    re.IGNORECASE,
)
_SAYS_IT_IS_THEM = re.compile(
    r"(?:(?:yes|yeah|yep|hi|hello|uh|sure)[\s,.]+)*(?:that'?s me|that is me|still me|it'?s me|it is me"
    r"|this is (?:she|he|her|him)|speaking|you(?:'ve| have)? (?:got|found) (?:her|him|me)"
    r"|(?:i )?(?:sure )?(?:i am|am))\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"(?=\b(?:is this|is that|looking for|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|reach|ask for)[\s,]+"
    r"(?:still )?(?:(?:mr|mrs|ms|miss|dr|attorney)\b\.?\s*)?([a-z][a-z'-]+))",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:(?:oh|hi|hello|hey|um|uh)[\s,.!]+)*(?:yes|yeah|yep|it is)\b(?!,? (?:one|hold|just|let|i'll|she|he|but))",
    re.IGNORECASE,
)
_IS_THIS = re.compile(r"\b[Ii]s this (?:still )?(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?([A-Z][a-z'-]+)\b")
"""A bare yes owns to a name that was asked for in so many words."""
_GREETED = re.compile(
    r"\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Mm]orning|[Aa]fternoon),? (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?([A-Z][a-z'-]+)"
)
_NAME_AND_MORE = re.compile(rf"{_BEFORE_NAME}([a-z]+)(?: [a-z][a-z'-]+)?,", re.IGNORECASE)

_OF_THEIRS = re.compile(
    r"^,? (?:my|our) (?:\w+ )?(?:brother|sister|son|daughter|mother|father|mom|dad|husband|wife|aunt|uncle|cousin|"
    r"nephew|niece|neighbou?r|friend|boss|supervisor|director)\b",
    re.IGNORECASE,
)


def confirmed_name(said: str, heard: Sequence[str]) -> str:
    """A name that the rep asked for and the buyer owns to: "is this andre" and "this is andre"."""
    said, heard = unheld(said).text, [unheld(one).text for one in heard[-1:]]
    owner = _SAYS_IT_IS_THEM.match(said) if heard else None
    if heard and not owner and _YES.match(said):
        return next((name for name in _IS_THIS.findall(heard[-1]) if name.lower() not in _NOBODY), "")
    if owner:
        named = (*_ASKED_FOR.findall(heard[-1]), *_GREETED.findall(heard[-1]))
        return next((name for name in named if name.lower() not in _NOBODY), "")
    owned = _OWNS_TO.fullmatch(said)
    if not owned or not heard or owned[1].lower() in _NO_NAME or not content_words(owned[1]):
        return ""
    return owned[1] if re.search(rf"\b{re.escape(owned[1])}\b", heard[-1], re.IGNORECASE) else ""


def given_name(text: Admissible, *, asked: bool, answers_phone: bool) -> str:
    """A name given by form alone: "this is Lou.", "Birch Hill Rehab, Steven Cho.", or an answer to being asked."""
    plain = unheld(text.text).text
    given = _INTRODUCTION.found_in(plain) or (_ANSWERS_PHONE.match(plain) if answers_phone else None)
    if given:
        return next(name for name in given.groups() if name)
    if not asked or not text.sentences:
        return ""
    said = unheld(text.sentences[0].text).text
    answer = _NAME_ANSWER.fullmatch(said)
    if answer and content_words(answer[1]) and answer[1].split()[0].lower() not in _NO_NAME:
        first, *further = answer[1].split()
        name = " ".join([first, *(word for word in further if word[0].isupper())])
        return name if first.lower() in FIRST_NAMES else _in_full(name, _said_at_last(text))
    more = _NAME_AND_MORE.match(said)  # "Dorothy Kowalski, dear."
    return more[1] if more and more[1].lower() in FIRST_NAMES else _said_at_last(text)


def _in_full(surname: str, first: str) -> str:
    """Both, where "Kowalski. Dorothy." or "Tanner. Greg Tanner." says them one after the other."""
    if not first:
        return surname
    return first if surname in first.split() else f"{first} {surname}"


def _said_at_last(text: Admissible) -> str:
    """A name that stands alone behind what mattered more: "I'm calling about my dad. Laura Bennett."."""
    alone = (_NAME_ANSWER.fullmatch(unheld(one.text).text) for one in text.sentences[1:])
    names = (found[1] for found in alone if found and found[1][0].isupper())
    return next((name for name in names if name.split()[0].lower() in FIRST_NAMES), "")


def is_somebody_of_theirs(name: str, text: str) -> bool:
    """Whether a name that a turn gives is another's: "it's Kevin, my brother"."""
    return _OF_THEIRS.search(text.partition(name)[2]) is not None
