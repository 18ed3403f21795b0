"""Days and hours a speaker names, one act per time: "Tuesday at two or Wednesday at ten" names two."""

import re
from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.calendar import HOURS

_HOUR_WORDS = "|".join((*HOURS, "midday"))
_HOUR = rf"(?:(?:{_HOUR_WORDS}|\d{{1,2}}(?::\d\d)?)(?: (?:thirty|fifteen|forty five))?)"
_HALF = "(?: (?:am|pm|o'clock|in the morning|in the afternoon|in the evening|sharp))"
_DATE = (
    "(?:\\d{1,2} ?(?:st|nd|rd|th)|(?:twenty|thirty) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth"
    "|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_EARLY = "(?:\\d{1,2}|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"  # these are of other things too
_BEHIND_IT = "(?= (?:at|of|works|work|or|would|good|okay)\\b"
_BEHIND_ON = "(?= (?:to|for|and|with|then|so|can|could|may|shall|if)\\b"
_DAY = (
    "(?:(?:this|next|coming|on) )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    f"(?: the {_DATE})?|tomorrow|today|tonight"
    "|this (?:morning|afternoon|evening)|"
    rf"the (?:{_DATE}{_BEHIND_IT}|\s*$)|(?:first|{_EARLY}){_BEHIND_IT}))"
    rf"|on the (?:{_DATE}{_BEHIND_ON}|\s*$)|{_EARLY}{_BEHIND_ON}))"
)
_PART = "(?: (?:morning|afternoon|evening|night))"
_AT = rf"(?: (?:at|around|about|by|before|after|say))? {_HOUR}{_HALF}?"
_UNITS = "hours?|days?|weeks?|minutes?|dollars?|people|caregivers?|percent"
_TIME: Final = re.compile(
    rf"(?<= )(?:(?P<day>{_DAY}){_PART}?(?:{_AT}(?! (?:{_UNITS})\b))?"
    rf"|(?P<clock>(?:at )?{_HOUR}{_HALF}|at {_HOUR}(?= (?:or|work|works|on|and|then|okay|good|if|tomorrow|for)\b|\s*$)"
    rf"|\d{{1,2}}:\d\d)|(?P<other>(?<= or )(?:at )?{_HOUR}(?=\s*$)))(?= )"
)
_TRIGGERS: Final = word_set(
    """monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight am pm o'clock this at noon the
    morning afternoon evening"""
)
_HOURS_AND_DATES: Final = word_set(
    """one two three four five six seven eight nine ten eleven twelve midday first second third fourth fifth sixth seventh
    eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    thirtieth"""
)
_SAYS_NONE_ALONE: Final = frozenset(("this", "at", "the"))
_DIGIT: Final = re.compile(r"\d")
_PAST: Final = re.compile(
    r" (?:last|since|fell|happened|yesterday|past|was discharged|until|came home|went in|called|every|each|goes up"
    r"|go up|expires|ends"
    r"|on a|even on a|on a late"
    r"|went (?:\S+ ){0,6}|had (?:somebody|someone|an aide|help) (?:\S+ ){0,3}|when (?:you|they|we) (?:\S+ ){0,4}"
    r"|for calling|how are you|doing|all day|you for|your time)(?: (?:on|a|the|this|and|by))? ?$"
)
_ASKS_ABOUT_PAST: Final = re.compile(r" (?:\S+ ){0,2}(?:did|was|were|had) (?:you|she|he|they|it|your|anyone) ")
_NOT_ARRANGED: Final = re.compile(
    r" (?:discharges?|cases?|shifts?|starts?|admissions?|afternoons|mornings|nights|evenings|patients?"
    r"|clinic|on a|visits|one) "
)
_UNSCHEDULED: Final = frozenset(["today", "this morning", "tonight", "this evening", "this afternoon"])


def times(sentence: Sentence) -> Iterator[Act]:
    """Every day or hour named, in order; `about` is the time as said."""
    text = sentence.words.text
    if not _may_name_a_time(sentence.vocabulary, text):
        return
    day_named = False
    for found in _TIME.finditer(text):
        if found["other"] and not day_named:
            continue  # "Wednesday at ten or two" names two, "two or three" none
        day_named = day_named or found["day"] is not None
        if _is_past(text[: found.start()], found[0]) or _NOT_ARRANGED.match(text, found.end()):
            continue
        first = sentence.words.at(found.start())
        last = sentence.words.at(found.end() - 1)
        yield sentence.act(ActKind.NAMES_TIME, first, last, about=found[0].strip().removeprefix("at "))


def _may_name_a_time(vocabulary: frozenset[str], text: str) -> bool:
    """Whether a sentence has the words for it: most have only "this", "at" or "the" of them."""
    triggers = vocabulary & _TRIGGERS
    if not triggers and ":" not in text:
        return False
    if not triggers <= _SAYS_NONE_ALONE:
        return True
    return not _HOURS_AND_DATES.isdisjoint(vocabulary) or _DIGIT.search(text) is not None


def _is_past(before: str, found: str) -> bool:
    """As in "She fell on Tuesday" and "thank you for calling today" arrange nothing."""
    return (
        _PAST.search(before) is not None or _ASKS_ABOUT_PAST.match(before) is not None or found.strip() in _UNSCHEDULED
    )
