"""What a coaching sentence may be filled with: names and needs that the buyer really said on this call.

Flows in: a hearing. Flows out: values for `rubric.Slot`; a slot that nothing on the call fills is left out.
"""

import re
from collections.abc import Mapping

from sparring.grade.heard.testimony import Hearing
from sparring.rubric import SLOT, Slot
from sparring.signals import Moment
from sparring.transcript import Speaker

MAX_OBJECTION_CHARS = 120
_KIN = re.compile(
    r"\bmy (mother-in-law|father-in-law|mother|mom|mum|father|dad|husband|wife|grandmother|grandma|grandfather|grandpa"
    r"|aunt|uncle|sister|brother|son|daughter|parents)\b",
    re.IGNORECASE,
)
_NEEDS: Mapping[str, re.Pattern[str]] = {  # of a family
    wording: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for wording, words in {
        "the falls": r"falls|fallen twice|falling",
        "the fall": r"fell|a fall|fallen",
        "the wandering": r"wander(?:s|ed|ing)?",
        "the nights": r"(?:at|bad|the|those) nights?|nights are|overnight|sleep|slept",
        "bathing": r"bath(?:e|ing|room)?|shower(?:s|ing)?",
        "getting dressed": r"dress(?:ed|ing)?",
        "the meals": r"meals?|cook(?:s|ing)?|eat(?:s|ing)?",
        "the medication": r"medications?|medicines?|pills?|meds",
        "the memory loss": r"memory|dementia|alzheimer'?s|forget(?:s|ting)?|forgot",
        "getting around": r"walker|wheelchair|stairs|mobility",
        "the discharge": r"discharged?|coming home|comes home|released",
        "the hours alone": r"alone|by (?:her|him)self",
        "the loneliness": r"lonely|loneliness",
    }.items()
}
_TROUBLES: Mapping[str, re.Pattern[str]] = {  # of whoever sends families
    wording: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for wording, words in {
        "Friday discharges": r"fridays?",
        "weekends": r"weekends?|saturdays?|sundays?",
        "short shifts": r"short(?:er)? (?:shifts?|ones)|(?:four|4)[- ]hours?",
    }.items()
}
_DENIED = re.compile(r"\b(?:not|no|never|\w+n't)\b[^,.;]{0,20}\b(?:need|needs|help|trouble|problems?)\b", re.IGNORECASE)
_JOINED_ON = re.compile(r"^(?:(?:and|but|so|well|yeah|oh|okay)\b[,\s]+)+", re.IGNORECASE)
_NAMED_COMPETITOR = re.compile(
    r"\b(?:called|with|from|use|using) ((?:[A-Z][a-z]+ ){1,3}(?:Care|Home|Helpers|Angels|Instead|Health))\b"
)


def situation(hearing: Hearing) -> Mapping[Slot, str]:
    """Every slot this call fills, from the buyer's turns alone."""
    sentences = _buyer_sentences(hearing)
    filled = {
        Slot.BUYER: hearing.buyer_name.split()[0].capitalize() if hearing.buyer_name else "",
        Slot.PERSON: _person(sentences),
        Slot.NEED: _need(sentences, _NEEDS if hearing.transcript.call_type == "inside" else {**_TROUBLES, **_NEEDS}),
        Slot.COMPETITOR: _first_group(_NAMED_COMPETITOR, sentences),
        Slot.OBJECTION: _objection(hearing),
    }
    return {slot: value for slot, value in filled.items() if value}


def worded(sentences: tuple[str, ...], filled: Mapping[Slot, str]) -> str:
    """The first sentence whose slots are all filled; the last one has none."""
    known = {slot.value: value for slot, value in filled.items()}
    for sentence in sentences:
        if all(name in known for name in SLOT.findall(sentence)):
            return SLOT.sub(lambda match: known[match.group(1)], sentence).replace(
                "s's ", "s' "
            )  # "your parents' name"
    return sentences[-1]


def _buyer_sentences(hearing: Hearing) -> list[str]:
    turns = hearing.transcript.turns
    return [
        turns[index].text[one.start : one.end] for index, text in hearing.buyer.texts.items() for one in text.sentences
    ]


def _person(sentences: list[str]) -> str:
    kin = _first_group(_KIN, sentences)
    return f"your {kin.lower()}" if kin else ""


def _need(sentences: list[str], needs: Mapping[str, re.Pattern[str]]) -> str:
    """The need that was named first, in a sentence that does not deny it."""
    for sentence in sentences:
        if not _DENIED.search(sentence.replace("\u2019", "'")):
            for wording, pattern in needs.items():
                if pattern.search(sentence):
                    return wording
    return ""


def _objection(hearing: Hearing) -> str:
    """The buyer's sentence of doubt as it was said, when it is short enough to say back."""
    raised = hearing.first(Moment.OBJECTION_RAISED)
    if not raised:
        return ""
    turn = hearing.transcript.turns[raised.turn]
    start, end = hearing.buyer.texts[raised.turn].span_around(raised.start, raised.end)
    sentence = _JOINED_ON.sub("", turn.text[start:end].strip().rstrip(".!?"))
    return sentence if turn.speaker is Speaker.BUYER and len(sentence) <= MAX_OBJECTION_CHARS else ""


def _first_group(pattern: re.Pattern[str], sentences: list[str]) -> str:
    found = (pattern.search(sentence) for sentence in sentences)
    return next((match.group(1) for match in found if match), "")
