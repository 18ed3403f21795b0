"""What the rep has said of themselves and asks the buyer to say back: a name, a number, a price, a day.

Flows in: the state and a question. Flows out: what is remembered, spelled as it is spoken; empty if it was never said.
"""

import re
from collections.abc import Callable

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare
from sparring.call.mind.phrases import FUNCTION_WORDS, GENERAL_WORDS
from sparring.call.mind.state import BuyerState
from sparring.speech_acts.text.calendar import HOURS
from sparring.speech_acts.text.names import FIRST_NAMES
from sparring.speech_acts.text.needed_letters import needed
from sparring.speech_acts.text.numbers import DIGITS

THAT = "that"
"""What one remembers when nothing in particular is asked for: "remember?"."""

_SAID = needed(
    re.compile(
        r"\b(?:(?:did|do|have) (?:i|we) (?:just )?"
        r"(?:say|said|tell|told|give|given|gave|mention|quote|agree|settle|decide)"
        r"|(?<!if )(?:i|we) (?:just )?(?:said|told you|gave you|mentioned|quoted|agreed|decided)"
        r"|did you (?:get|write|catch)(?: down)? (?:it|that|all|my|our|the|his|her)\b"
        r"|remember|remind me|recall(?! (?:him|her|them|anybody|anyone)\b))\b"
        r"|^(?:what|who|when|which|how much)(?:'s)? .{0,24}\bagain$"
    )
)
_NOTHING_ELSE = re.compile(  # "remember?", "I said so, do you remember that"
    r"(?:(?:do|don't|did) )?(?:you )?(?:still )?(?:remember|recall)"
    r"(?: (?:that|it|this|(?:what|when) i said(?: that| it)?|me saying (?:that|it|so)))?"
)
_SPELLED = "|".join((*DIGITS, "oh"))
_NUMBER = re.compile(rf"\b(?:\d{{3,4}}(?: \d{{3,4}})+|\d{{5,}}|(?:(?:{_SPELLED}) ){{5,}}(?:{_SPELLED}))\b")

# "no gifts and no lunches", "we never pay for names"
_BY_NO = re.compile(
    r"\bno (?!one|problem|worries|pressure|rush|hurry|doubt|idea|need|matter|longer|more|i|we|it|that|you|not|no)\w+"
    r"(?: (?:and |or )?no (?!one|i|we|it|that)\w+)*"
)
_BY_NEVER = re.compile(
    r"\b(?:i|we) ((?:don't|never|won't|can't|do not|will not|cannot)"
    r" (?!know|think|want|have|mean|understand|see|expect|believe|need|remember|like|mind)\w+"
    r"(?: (?!and|but|so|or|because|if|when|that|i|we|you|what|how|who|which|where)\w+){0,3})"
)
_BARE_VERB = 2  # words, as in "won't ask": what is not done comes after it
_DAY = r"(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(HOURS)})"
_TIME = re.compile(rf"\b({_DAY}(?: (?:at|by|around|before) {_HOUR})?|(?:at|by|around|before) {_HOUR} {_DAY})\b")


def recollected(state: BuyerState, asked: Question) -> str | None:
    """What the buyer remembers of it; None: the question wants nothing said back."""
    core = bare(asked.text)
    if _NOTHING_ELSE.fullmatch(bare(asked.own) if asked.own else core):
        return THAT
    if not _SAID.is_in(core):
        return None
    return next((recall(state) for subject, recall in _SUBJECTS if subject.search(core)), None)


def _number(state: BuyerState) -> str:
    found = next((numbers[-1] for said in reversed(state.rep_said) if (numbers := _NUMBER.findall(said))), "")
    if not found[:1].isdigit():
        return found
    return ", ".join(" ".join(DIGITS[int(digit)] for digit in group) for group in found.split())


def _name(state: BuyerState) -> str:
    return state.rep_name


def _price(state: BuyerState) -> str:
    return state.amounts[-1] if state.amounts else ""


def _time(state: BuyerState) -> str:
    named = " or ".join(state.rapport.times[:1] if state.rapport.agreed else state.rapport.times)
    found = (_TIME.findall(said) for said in reversed(state.rep_said))
    return named or next((times[-1] for times in found if times), "")


def _somebody(state: BuyerState) -> str:
    """The last first name in the rep's words that is neither theirs nor one the buyer has used."""
    known = {state.rep_name.lower(), *" ".join(state.said).lower().replace(",", " ").replace(".", " ").split()}
    words = (word.removesuffix("'s") for said in reversed(state.rep_said) for word in reversed(said.split()))
    names = FIRST_NAMES - GENERAL_WORDS - FUNCTION_WORDS  # "Will" and "May" are words more often than names
    return next((word.capitalize() for word in words if word in names and word not in known), "")


def _refused(state: BuyerState) -> str:
    """What the rep has said that they do not do, the last of it, with "you" for their "we"."""
    for said in reversed(state.rep_said):
        if _SAID.is_in(said):
            continue
        if by_no := _BY_NO.search(said):
            return re.sub(r"(?<=\w) (?=no )", ", ", re.sub(r" (?:and|or) no ", " no ", by_no[0]))
        if by_never := _BY_NEVER.findall(said):
            return f"you {next((one for one in reversed(by_never) if len(one.split()) > _BARE_VERB), by_never[-1])}"
    return ""


_SUBJECTS: tuple[tuple[re.Pattern[str], Callable[[BuyerState], str]], ...] = (
    (
        re.compile(r"\b(?:i|we) (?:would |'d )?(?:don't|do not|never|won't|can't|cannot|refuse|ruled? out|say no)\b"),
        _refused,
    ),
    (re.compile(r"\b(?:my|our|her|his|the|that|what|\w+'s) (?:\w+ )?(?:number|extension|cell)\b"), _number),
    (re.compile(r"\bmy (?:first |last )?name\b|\bwho (?:i am|am i|i was)\b"), _name),
    (re.compile(r"\b(?:how much|price|cost|costs|rate|charge|an hour)\b"), _price),
    (re.compile(r"\b(?:what|which) (?:day|time|date)\b.*\b(?:we|i)\b|^when\b.*\b(?:we|i|visit|appointment)\b"), _time),
    (re.compile(r"^who(?:'s|s|'ll)?\b|\b(?:her|his|their|\w+'s) name\b|\bname of (?:the|our)\b"), _somebody),
)
