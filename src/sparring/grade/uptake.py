"""What only the conversation shows: a sentence that takes up the buyer's own words, and a list that is no sentence.

Flows in: a rep's sentence with its acts, and the words the buyer has used so far. Flows out: the acts, corrected. A
reflection says back something that was really said, a service is tied to a need that was really named; by form alone
neither is known. Repeated words of the other side were the best single sign of listening on 2,246 exchanges that
experts had rated (ddemszky/conversational-uptake: rank correlation .48, length of the reply .36).
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from sparring.grade.admissible import Sentence, without_fillers
from sparring.speech_acts import Act, ActKind
from sparring.speech_acts.lexicon import word_set

MIN_SHARED_STEMS = 2
MIN_SHARED_PART = 0.4
"""Share of a sentence's stems that the buyer used before, from which a plain statement counts as a reflection."""
LIST_COMMAS = 3

_ENDING = re.compile(r"(?:'s|ings?|ed|es|s|ly)$")
_SAME = dict(
    pair.split(":")
    for pair in """fell:fall fallen:fall mom:mother mum:mother dad:father meds:medication pill:medication wash:bath
        shower:bath ate:eat slept:sleep""".split()  # noqa: SIM905
)
_LIGHT = word_set(
    """about after again agency all also always and any are aren't back because been before being bit but call can can't
    care caregiver come could day days did didn't does doesn't doing don't done eight eleven else even ever every
    fifteen fifty five for forty four from get getting give going good got great had has have haven't having hear
    help her here hers him his home honest how hundred i'd i'll i'm i've into isn't it's its just kind know let
    let's like little long lot make makes many maybe mean might mine minute minutes month months more most much
    need never new nice nine not now off okay one only other our out over people person place please pretty put
    really right said same say says see seem service seven she she's should six some something soon sort sound
    sounds still such sure take talk tell ten than thank thanks that that's the their them then there there's
    these they they're thing things think thirty this those thousand three through time today told too tried try
    twelve twenty two under until use used very want wants was wasn't way we'll we're we've week weeks well went
    were what what's when where which while who why will with won't work would wouldn't yeah year years yes yet
    you you'd you'll you're you've your yours"""
)
_ABOUT_THEM = re.compile(r"\b(?:you|your|you're|he|she|his|her|him|they|their|them)\b|^so ")
_HEARING = re.compile(r"\bi (?:can )?(?:hear|heard|see|understand|imagine)\b|\bif i\b")
_OWN = re.compile(
    r"\b(?:we|we'll|we'd|our|us|my|i'll|i'd|i will|i can|i could|you'll|next step|visit"
    r"|you (?:can|could|should|will|get))\b"
)
_KIN = "your (?:mother|mom|father|dad|husband|wife|aunt|uncle|team|patients|residents|unit|families)"
_PERSONAL = re.compile(
    rf"\b(?:you (?:mentioned|said|told)|because|so that|so (?:nobody|somebody|someone|residents|patients|families|they)"
    rf"|he|she|his|her|him|{_KIN})\b"
)
_TIED = re.compile(
    r"\b(?:you(?:'ve)? (?:just )?(?:mentioned|said|told)|since(?! (?:\d|two thousand|nineteen|then))"
    r"|because|so (?:that )?(?:he|she|you|they|your|there's|nobody|somebody|someone|no one|residents|patients|families)"
    r"|for (?:the|those|that|your) (?:ones?|folks|people|patients|residents|families|first)|on (?:the|those) \\w+days?"
    r"|that's (?:where|why|the one|exactly|what)|what (?:i|we) can (?:do|offer)|exactly that|if you (?:call|text))\b"
)
_OFFERS = re.compile(
    r"\byou(?:'d| would|'ll| will) (?:have|get)\b"
    r"|\b(?:we|i|(?:a|the|your|our) (?:caregivers?|aides?|nurses?|team|people)|somebody|someone)"
    r"(?:'d|'ll| can| could| would| will| always| also)? (?:only )?"
    r"(?:take|start|staff|send|have|do|help|make|stay|cover|provide|offer|be there|work|bring|keep|come|match|assign)\b"
)
_OFFERER = re.compile(r"\b(?:we|our|us|i|we'd|we'll|i'd|i'll|my|caregivers?|aides?|nurses?|someone|somebody|team)\b")
_VERBAL = re.compile(
    r"\b(?:i|i'm|i'd|i'll|me|us|you|your|he|she|it|we|we're|we'll|they|is|are|was|were|do|does|did|have|has|had|can|could|will"
    r"|would|should|may|might|let|please|don't|what|who|when|where|why|how)\b"
)
_OFFER_ACTS = frozenset(
    {ActKind.CAPABILITY, ActKind.VALUE_LINK, ActKind.PROPOSES_NEXT_STEP, ActKind.PRICE, ActKind.PROOF}
)
_NOT_SAYING_BACK = _OFFER_ACTS | {
    ActKind.PRICE_PROCESS,
    ActKind.STAFFING,
    ActKind.BACKUP_COVER,
    ActKind.SERVICE_PROMISE,
    ActKind.NON_MEDICAL,
    ActKind.ADVICE,
    ActKind.PRESSURE,
    ActKind.REFLECTION,
    ActKind.SUMMARISES,
    ActKind.GOODBYE,
    ActKind.OPEN_QUESTION,
    ActKind.CONFIRMS_CONTACT,
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rep's sentence, its text with marks, what the rep said right before it in the turn, and what was recognised."""

    sentence: Sentence
    text: str
    before: str
    acts: Sequence[Act]


def stems(plain: str) -> frozenset[str]:
    """Words that carry meaning of their own, without endings: `bruised` and `bruise` are one."""
    words = (_stem(word) for word in plain.split() if len(word) > 2 and word not in _LIGHT and not word.isdigit())
    return frozenset(words) - _LIGHT


def taken_up(spoken: Spoken, used: AbstractSet[str]) -> tuple[Act, ...]:
    """The acts of one sentence, corrected by `used`: the stems of everything the buyer has said so far."""
    if is_list(spoken.text):
        return ()
    said = stems(spoken.sentence.plain)
    shared = said & used
    acts = tuple(fixed for act in spoken.acts if (fixed := _corrected(act, spoken, shared)) is not None)
    if _links(spoken, acts, shared):
        return (*acts, Act(ActKind.VALUE_LINK, spoken.sentence.start, spoken.sentence.end))
    if _says_back(spoken, acts, said, shared):
        return (*acts, Act(ActKind.REFLECTION, spoken.sentence.start, spoken.sentence.end))
    return acts


def is_list(text: str) -> bool:
    """Whether a sentence only lists words, as a rep does who wants to be heard using them."""
    if text.count(",") < LIST_COMMAS:
        return False
    parts = [part for part in without_fillers(text).split(",") if part.strip()]
    return len(parts) > LIST_COMMAS and not any(_VERBAL.search(part) for part in parts)


def _corrected(act: Act, spoken: Spoken, shared: AbstractSet[str]) -> Act | None:
    origin = spoken.sentence.start
    if act.kind is ActKind.REFLECTION and not shared:
        return None
    if act.kind is ActKind.VALUE_LINK and not _OFFERER.search(
        spoken.text[act.start - origin : act.end - origin].lower()
    ):
        return None
    if act.kind is ActKind.VALUE_LINK and not shared:
        return replace(act, kind=ActKind.CAPABILITY)
    tied = _PERSONAL.search(spoken.sentence.plain) or _TIED.search(spoken.before)
    if act.kind is ActKind.CAPABILITY and shared and tied:
        return replace(act, kind=ActKind.VALUE_LINK)
    return act


def _links(spoken: Spoken, acts: Iterable[Act], shared: AbstractSet[str]) -> bool:
    """An offer tied in so many words to what the buyer said, in this sentence or from the one before it."""
    if not shared or spoken.text.rstrip().endswith("?") or any(act.kind in _OFFER_ACTS for act in acts):
        return False
    tied = _TIED.search(spoken.sentence.plain) or _TIED.search(spoken.before)
    return bool(tied and _OFFERS.search(spoken.sentence.plain))


def _says_back(spoken: Spoken, acts: Iterable[Act], said: AbstractSet[str], shared: AbstractSet[str]) -> bool:
    if len(shared) < MIN_SHARED_STEMS or len(shared) < MIN_SHARED_PART * len(said):
        return False
    if any(act.kind in _NOT_SAYING_BACK for act in acts) or spoken.text.rstrip().endswith("?"):
        return False
    plain = spoken.sentence.plain
    return bool(_ABOUT_THEM.search(plain)) and (bool(_HEARING.search(plain)) or not _OWN.search(plain))


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    word = _SAME.get(word, word)
    stem = _ENDING.sub("", word)
    stem = stem if len(stem) > 2 else word
    return _SAME.get(stem, stem)
