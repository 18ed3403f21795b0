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
    kin = _first_group(_KIN, sentences)
    return f"your {kin.lower()}" if kin else ""


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
