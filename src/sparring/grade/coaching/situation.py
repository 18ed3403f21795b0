"""What a coaching sentence may be filled with: names, needs and days that were really said on this call.

Flows in: a hearing. Flows out: values for `rubric.Slot`; a slot that nothing on the call fills is left out.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from sparring.grade.heard.testimony import Hearing
from sparring.rubric import SLOT, Slot
from sparring.signals import Moment
from sparring.speech_acts import ActKind
from sparring.speech_acts.text.names import NO_NAMES
from sparring.transcript import Speaker

MAX_OBJECTION_CHARS = 120
MIN_OBJECTION_WORDS = 2
"""One that is shorter hangs on what was said before it."""
_KIN = re.compile(
    r"\bmy (mother-in-law|father-in-law|mother|mom|mum|father|dad|husband|wife|grandmother|grandma|grandfather|grandpa"
    r"|aunt|uncle|sister|brother|son|daughter|parents)\b",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(r"\b(?:for|about|with|of|is|it's|after) $", re.IGNORECASE)
_IN_NEED = re.compile(
    r",? (?:\w+ )?(?:fell|has|had|is (?:\w+ )?(?:[6-9]\d|sixty|seventy|eighty|ninety|alone|home)|needs?|can't"
    r"|forgets|wanders|lives|broke"
    r"|'s (?:[6-9]\d|sixty|seventy|eighty|ninety|alone|been))",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"(?: and i\b|,? (?:\w+ )?(?:says?|said|thinks?|wants?|told|handles?|works?|found|called|helps?|decides?|worr\w+"
    r"|drives?|pays?))",
    re.IGNORECASE,
)
"""Around a relative: who needs the care, and who only has a part in it."""
_NEEDS: Mapping[str, re.Pattern[str]] = {  # of a family
    wording: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for wording, words in {
        "the falls": r"falls|fallen twice|(?:keeps|been) falling",
        "the fall": r"fell(?! asleep)|slipped|a fall|fallen",
        "the wandering": r"wander(?:s|ed|ing)?",
        "the nights": r"bad nights?|nights are (?:the|what|hard|bad|long|awful)|half the night|at night|overnight",
        "bathing": r"(?<!half )bath(?:e|es|s|ing)?|tub|(?:to|in) the bathroom|shower(?:s|ing)?",
        "getting dressed": r"dress(?:ed|ing)",
        "the meals": r"meals?|groceries|(?:nobody|somebody|\w+n't|forgets to) (?:\w+ ){0,3}(?:cooks?|eats?)",
        "the medication": r"medications?|medicines?|pills?|meds",
        "the memory loss": r"memory|dementia|alzheimer'?s|forgets|s?he forgot",
        "getting around": r"walker|wheelchair|stairs|mobility",
        "the discharge": r"(?:they(?:'\w+)? (?:\w+ ){0,2})?send(?:ing)? (?:him|her) home"
        r"|discharged|(?:coming|comes|come|sent) home|released",
        "the hours alone": r"(?:lives|is|(?<=he)'s|all|home|left|been) alone|lives by (?:her|him)self",
        "the stove": r"stove|smoke alarm|burnt pans?",
        "the loneliness": r"lonely|loneliness",
    }.items()
}
_TROUBLES: Mapping[str, re.Pattern[str]] = {  # of whoever sends families
    wording: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for wording, words in {
        "Friday discharges": r"fridays|(?:a|late) friday|friday (?:afternoons?|evenings?|at \w+|discharges?)",
        "weekends": r"weekends?|saturdays|sundays|(?:a|till|until|by) (?:saturday|sunday)|saturday starts?",
        "short shifts": r"short(?:er)? (?:shifts?|ones)|(?:four|4)[- ]hours?(?:[- ]shifts?)?",
        "evenings": r"(?:the|early|every) evenings?|evenings|sundowning",
        "nights": r"the nights|overnight|wanders? at night",
        "heavy transfers": r"two[- ]person|heavy transfers?|two people to move",
    }.items()
}
_COMPLAINT = re.compile(
    r"\b(?:you people|your (?:company|agency|aides?|caregivers?|office|outfit|people|girls?)|you (?:all|guys)"
    r"|(?:the )?(?:last|other|first|old) (?:agency|one|outfit|company|place|aide|girl|caregiver)|they|she|he|nobody"
    r"|lost)\b"
    r"[^.?!]{0,50}?\b(?:never|no[- ]show|didn't (?:show|come|call)|not show|stood (?:me|us|her|him) up"
    r"|let (?:me|us|her|him) down|lied|quit|walked out|left (?:me|us|her|him)|stole|late again|keep my|empt(?:y|ied)"
    r"|to you (?:this|last) year|dropped (?:me|us|the ball)|burned (?:me|us)|voicemail)\b",
    re.IGNORECASE,
)
"""A sentence of a buyer who was let down, by this agency or another one."""
_OF_THE_REP = re.compile(
    r"\b(?:(?:a lot of|too many|so many) questions|you haven't (?:asked|answered|heard|let)"
    r"|you didn't (?:ask|answer|let|listen)"
    r"|you(?:'re| are) not listening|i (?:just|already) (?:told|said|answered)|you(?:'ve| have)? already asked"
    r"|slow down|let me finish"
    r"|one (?:thing )?at a time|one by one|that's your brochure|what (?:did|was) i (?:just )?s(?:ay|aying)"
    r"|you keep (?:saying|asking|talking)|stop (?:pushing|selling)|don't (?:push|rush) me)\b",
    re.IGNORECASE,
)
"""How a buyer complains of how they are talked to."""
_HOUSES: Mapping[str, re.Pattern[str]] = {
    reason: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for reason, words in {
        "clients who want to stay at home and need somebody reliable in the house": r"law (?:office|firm)|attorneys?"
        r"|probate|estate (?:plan\w*|law)|trustees?|guardianship|power of attorney",
        "patients who need a pair of hands at home between your visits": r"(?:my|our|the|on) visits|wounds?"
        r"|close (?:the|a|one) case|home health|sign (?:them|him|her|somebody) off|between visits",
        "residents who need more hands for a while than the house has": r"apartments?|residents?|assisted living"
        r"|move[- ]ins?",
        "people who go home from rehab and have nobody to help them": r"rehab|therap(?:y|ists?)"
        r"|skilled (?:nursing|days|stay)",
        "people who are discharged and have nobody at home to help them": r"discharges?|case management|rounds|the unit"
        r"|hospital|social work",
        "clients who need somebody at home on short notice": r"care manager|care management|(?:my|our) clients",
    }.items()
}
"""Whom a house like the buyer's has, by the words that only such a house uses."""
_COMPETING = "the agencies you have"
_DENIED = re.compile(r"\b(?:not|no|never|\w+n't)\b[^,.;]{0,20}\b(?:need|needs|help|trouble|problems?)\b", re.IGNORECASE)
_NONE_OF = re.compile(r"\b(?:no|not|never|without|(?:has|have|had|is|was)n't)(?: \w+)? $", re.IGNORECASE)
_OWN = re.compile(r"\b(?:i|we|my own|our own|they)\b(?:'\w+)?(?: [\w']+){0,2} $", re.IGNORECASE)
"""Before a need: what is not there, and what the caller does and can do themselves."""
_HOUR = re.compile(r"\b(?:till|until|by|since) [\w:]+ $", re.IGNORECASE)
"""Before a need: "till seven at night" tells the hour."""
_MANAGED = re.compile(r"\b(?:fine|good|quiet|forgets nothing|\w+n't bad|(?<!by )(?:her|him)self)\b", re.IGNORECASE)
"""In a sentence: no trouble at all."""
_DAY = re.compile(r"day\b|tomorrow", re.IGNORECASE)
_PREPOSITION = re.compile(r"^(?:on|this|at)\s+", re.IGNORECASE)
_JOINED_ON = re.compile(r"^(?:(?:and|but|so|well|yeah|oh|okay)\b[,\s]+)+", re.IGNORECASE)
_NAMED_COMPETITOR = re.compile(
    r"\b(?:called|with|from|use|using) ((?:[A-Z][a-z]+ ){1,3}(?:Care|Home|Helpers|Angels|Instead|Health))\b"
)


def situation(hearing: Hearing, wanted: Container[str] = frozenset(Slot)) -> Mapping[Slot, str]:
    """Every slot this call fills, of those wanted: a day as the rep named it, all else from the buyer's turns alone."""
    sentences = [sentence for _, sentence in _buyer_sentences(hearing)]
    filled: Mapping[Slot, Callable[[], str]] = {
        Slot.BUYER: lambda: _address(hearing.buyer_name, sentences),
        Slot.PERSON: lambda: _person(sentences),
        Slot.NEED: lambda: _need(sentences, _NEEDS) if hearing.transcript.call_type == "inside" else _trouble(hearing),
        Slot.COMPETITOR: lambda: _first_group(_NAMED_COMPETITOR, sentences),
        Slot.OBJECTION: lambda: _objection(hearing),
        Slot.TIME: lambda: _time(hearing),
        Slot.REASON: lambda: _reason(sentences),
        Slot.COMPLAINT: lambda: _complaint(hearing),
        Slot.COMPETING: lambda: _COMPETING if _holds_others_against(hearing) else "",
    }
    return {slot: value for slot, fill in filled.items() if slot in wanted and (value := fill())}


def worded(sentences: tuple[str, ...], filled: Mapping[Slot, str]) -> str:
    """The first sentence whose slots are all filled; the last one has none."""
    known = {slot.value: value for slot, value in filled.items()}
    for sentence in sentences:
        if all(name in known for name in SLOT.findall(sentence)):
            return SLOT.sub(lambda match: known[match.group(1)], sentence).replace(
                "s's ", "s' "
            )  # "your parents' name"
    return sentences[-1]


def _buyer_sentences(hearing: Hearing) -> Iterator[tuple[int, str]]:
    """Each with its turn."""
    turns = hearing.transcript.turns
    for index, text in hearing.buyer.texts.items():
        for one in text.sentences:
            yield index, turns[index].text[one.start : one.end]


def _address(name: str, sentences: Sequence[str]) -> str:
    """The buyer's first name; "" where the name was said of somebody else: "her name is Evelyn" is no caller's."""
    first = next((word for word in name.split() if word.isalpha()), "")
    if not first:
        return ""
    in_full = _first_group(re.compile(rf"^\W*([^\W\d_]+) {first}\W*$"), sentences)
    first = in_full if in_full and in_full.lower() not in NO_NAMES else first  # "Tanner. Greg Tanner.", but "its Frank"
    titled = re.search(rf"\b(Mrs|Mr|Ms|Miss|Dr)\.? {first}\b\.?(?: ([A-Z][a-z]+)\.)?", " ".join(sentences))
    if titled and not in_full:  # "Mrs. Kowalski. Dorothy.": nobody is called by a bare surname
        return titled[2] or f"{titled[1]}. {first.capitalize()}"
    of_another = re.compile(rf"\b(?:her|his|their) name(?:'s| is) {first}\b|\bcalled {first}\b", re.IGNORECASE)
    return "" if any(of_another.search(sentence) for sentence in sentences) else first.capitalize()


def _person(sentences: Iterable[str]) -> str:
    """The relative who needs the care, before one who only helps, decides or looks on."""
    told = [(one, found) for one in sentences for found in _KIN.finditer(one)]
    best = max(told, key=lambda one: _cared_for(one[0], one[1].start(), one[1].end()), default=None)
    return f"your {best[1].group(1).lower()}" if best else ""


def _cared_for(sentence: str, start: int, end: int) -> int:
    return bool(_FOR_THEM.search(sentence[:start]) or _IN_NEED.match(sentence, end)) - bool(_HELPS.match(sentence, end))


def _reason(sentences: Iterable[str]) -> str:
    """Of several kinds of house the one whose words are said most."""
    said = " ".join(sentences)
    count = {reason: len(pattern.findall(said)) for reason, pattern in _HOUSES.items()}
    best = max(count, key=count.__getitem__)
    return best if count[best] else ""


def _complaint(hearing: Hearing) -> str:
    """The buyer's first concern where it is a complaint, as it can be said back."""
    doubt = _objection(hearing)
    return doubt if _COMPLAINT.search(doubt.replace("\u2019", "'")) else ""


def _holds_others_against(hearing: Hearing) -> bool:
    raised = hearing.first(Moment.OBJECTION_RAISED)
    return raised is not None and raised.kind == "provider"


def complains_of_the_rep(text: str) -> bool:
    """Whether a turn of the buyer's complains of how they are talked to."""
    return _OF_THE_REP.search(text.replace("\u2019", "'")) is not None


def _trouble(hearing: Hearing) -> str:
    """The trouble that was named first; from where a next step is proposed on, days are those of the appointment."""
    proposed = (act.turn for act in hearing.rep.of_kinds((ActKind.PROPOSES_NEXT_STEP,)))
    until = next(proposed, len(hearing.transcript.turns))
    return _need([sentence for turn, sentence in _buyer_sentences(hearing) if turn < until], _TROUBLES)


def _need(sentences: Iterable[str], needs: Mapping[str, re.Pattern[str]]) -> str:
    """The need that was named first; not one that is asked about, denied, managed, or somebody else's."""
    for sentence in sentences:
        said = sentence.replace("\u2019", "'")
        if said.rstrip().endswith("?") or _DENIED.search(said) or _MANAGED.search(said):
            continue
        for wording, pattern in needs.items():
            found = pattern.search(said)
            if found and not any(one.search(said[: found.start()]) for one in (_NONE_OF, _OWN, _HOUR)):
                return wording
    return ""


def _objection(hearing: Hearing) -> str:
    """The buyer's sentence of doubt as it was said, when it is one to say back: short, and no question.

    Of a turn that is known as a whole to hold the doubt it is the last sentence: a buyer first answers what was asked.
    """
    raised = hearing.first(Moment.OBJECTION_RAISED)
    if not raised:
        return ""
    turn = hearing.transcript.turns[raised.turn]
    told = hearing.buyer.texts[raised.turn].around(raised.start, raised.end)
    sentence = turn.text[told[-1].start : told[-1].end].strip() if told else ""
    can_be_said_back = len(sentence.split()) >= MIN_OBJECTION_WORDS and len(sentence) <= MAX_OBJECTION_CHARS
    if turn.speaker is not Speaker.BUYER or sentence.endswith("?") or not can_be_said_back:
        return ""
    return _JOINED_ON.sub("", sentence.rstrip(".!"))


def _time(hearing: Hearing) -> str:
    """The day that the rep named last for what comes next, as they said it."""
    proposed = hearing.rep.of_kinds((ActKind.PROPOSES_NEXT_STEP,))
    first = proposed[0].turn if proposed else len(hearing.transcript.turns)
    named = [act for act in hearing.rep.of_kinds((ActKind.NAMES_TIME,)) if act.turn >= first and _DAY.search(act.about)]
    if not named:
        return ""
    said = hearing.transcript.turns[named[-1].turn].text[named[-1].start : named[-1].end]
    return _PREPOSITION.sub("", said)


def _first_group(pattern: re.Pattern[str], sentences: Iterable[str]) -> str:
    found = (pattern.search(sentence) for sentence in sentences)
    return next((match.group(1) for match in found if match), "")
