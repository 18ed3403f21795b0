"""What the rep says back and asks whether it is right: "so mornings, three days … is that about it?".

Flows in: the state before the utterance, and the utterance as understood. Flows out: the same reading, with a yes for
what the buyer has said themselves; anything else stays the question that it was.
"""

import re

from sparring.call.mind.decision import SPOKEN_OF
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.presuppositions import numbers
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.phrases import FUNCTION_WORDS
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona, stem, stems

_OF_MINE = (
    r"(?:did|have|do) i (?:get|got|have|hear|heard|understand|understood|catch|caught)"
    r"(?: (?:that|it|this|you|all|all of (?:that|it)|everything|anything))*(?: (?:all|about))?(?: (?:right|correctly))?"
    r"|am i (?:getting|hearing|understanding|reading) (?:that|it|this|you)(?: all)?(?: (?:right|correctly))?"
)
_IF_RIGHT = re.compile(
    rf"\b(?P<mine>{_OF_MINE}|am i right)$"
    r"|(?<=\w )(?P<tag>right|correct)$"
    r"|\b(?:is|does) (?:that|this|it) (?:all )?(?:sound )?(?:about |more or less |pretty much |roughly |basically )*"
    r"(?:it|right|correct|so|true|the size of it|everything|(?:the|a)(?: \w+)? (?:picture|summary|gist|idea|story))$"
)
_SAYS_BACK = re.compile(  # before which a mere "right?" asks whether it is right
    r"\b(?:correct me if i(?:'m| am) wrong|stop me if i(?:'m| am) wrong|just (?:to (?:check|be sure|be clear|confirm)"
    r"|so i (?:get|have|understand) (?:it|this|that))|let me (?:make sure|see if|check)|to sum up|in short)\b"
)
_OF_A_NUMBER = re.compile(r"\d{3}|\b(?:dot|at sign|number|e ?mail|address|spelled|name)\b")


def checked(persona: Persona, state: BuyerState, reading: Reading) -> Reading:
    """`reading`, with a yes to "did I get that right?" where the buyer has said so."""
    asks = _IF_RIGHT.search(reading.text)
    if asks is None or reading.proposes or _OF_A_NUMBER.search(reading.text):
        return reading
    before = bare(reading.text[: asks.start()].strip())
    if asks["tag"] and not _SAYS_BACK.search(before):
        return reading
    before = _SAYS_BACK.sub(" ", before).strip()
    if any(not one.text.endswith(asks[0]) for one in reading.asked):
        return reading
    if not before and not asks["mine"]:  # "is that right?" of what one has just told
        right = any(part.kind in SPOKEN_OF for part in state.last)
    else:
        right = _has_said(persona, state, before or " ".join(state.rep_said[-1:]))
    return changed(reading, asked=(), supposed=(), sums_up=True) if right else reading


def _has_said(persona: Persona, state: BuyerState, words: str) -> bool:
    """Whether the buyer has said most of it, in these words or others, and every number in it."""
    told = (persona.facts_by_id[one] for one in state.rapport.told)
    said = normalised(" ".join((*state.said, *(line for one in told for line in (one.text, *one.lines)))))
    ours = {stem(word) for word in words.split() if word not in FUNCTION_WORDS}
    return bool(ours) and numbers(words) <= numbers(said) and 2 * len(ours & stems(said)) >= len(ours)
