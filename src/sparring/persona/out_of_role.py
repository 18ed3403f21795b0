"""What no buyer says: talk of an assistant, the agency's own lines, the words of the other end, giving in outright.

Flows in: a sentence, and who the persona is. Flows out: what is wrong with it, or nothing. Whoever voices a buyer and
whoever grades one go by the same list. Questions about machines, and what a front desk says when it answers, are none.
"""

import re
from typing import Literal

from sparring.persona.contract import Persona

RoleFault = Literal["assistant_talk", "role_swap", "wrong_direction"]

_MACHINE = (
    r"(?:ai|artificial intelligence|(?:large )?language model|(?:virtual|digital|ai) (?:assistant|agent)|chatbot)"
)
_KIN = r"(?:mother|father|mom|dad|husband|wife|grandmother|grandfather|loved one|parents?|spouse)"

_SKILL = (  # what a coach calls a rep's doing; a buyer says "good question", and never this
    r"(?:empathy|rapport|(?:open(?:-ended)?|discovery|closing) questions?|objection handling|active listening|"
    r"needs (?:assessment|discovery)|listening skills?|sales technique)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_ASSISTANT = _any(
    rf"\bas an? {_MACHINE}\b",
    rf"\bi(?:'m| am) (?:just |only |actually |really )?an? {_MACHINE}\b",
    r"\bi(?:'m| am) here to (?:help|assist) you\b",
    r"\bi (?:can't|cannot|can not|am unable to) (?:assist|help) (?:you )?with (?:that|this|your) request\b",
    r"\bmy (?:training data|knowledge cut-?off|system prompt)\b",
    r"\bi(?:'d| would) be (?:happy|glad) to assist\b",
    r"\b(?:in|for) this (?:role[- ]?play|simulation)\b",
    r"\b(?:stay|staying|remain|break|breaking) (?:in |out of )?character\b",
    r"\[(?:your|my|agency|company|client|caller)? ?name\]",
    r"\b(?:excellent|great|good|nice|wonderful|perfect|strong|impressive) "
    rf"(?:job (?:on|with) (?:the |your )?)?{_SKILL}\b",
    rf"\b(?:full marks|points?|out of (?:five|ten|\d+)) (?:for|on) (?:your |the )?{_SKILL}\b",
    r"\byou(?:'d| would|'ve| have)? (?:score|scored|earn|earned|get|got) (?:full|top) (?:marks|points)\b",
)
_OFFERS_ASSISTANCE = _any(
    r"\bhow (?:can|may) i assist you\b",
    r"\bhow (?:can|may) i be of (?:assistance|help|service)\b",
    r"\bis there anything else i can (?:assist|help) you\b",
    r"\bwhat can i (?:assist|help) you with\b",
)
_SELLS = _any(
    r"\bour (?:caregivers|aides|staff|nurses) (?:are|is) (?:all |fully )?"
    r"(?:bonded|insured|licensed|trained|background|certified|screened|vetted)\b",
    r"\bwe (?:offer|provide) (?:an? )?(?:free |no[- ]cost )?(?:in[- ]home|(?:home|companion|personal) care)\b",
    r"\b(?:i|we)(?:'ll| can| could| will| would like to) (?:send|schedule|arrange|book) (?:you )?"
    r"(?:a free|one of our|our (?:nurse|care)|an? in[- ]home|an? assessment)\b",
    r"\bour (?:hourly )?(?:rate|rates|prices|minimum) (?:start|starts|are|is|range|begin)\b",
    rf"\bwhat (?:kind|type|sort) of (?:care|help) (?:does|do|is|are|would) your {_KIN}\b",
    rf"\btell me (?:more |a (?:little|bit) )?about your {_KIN}\b",
)
_CALLED = _any(  # said by whoever was called
    r"\bthank(?:s| you) for (?:calling|your call)\b(?! (?:me|us|him|her|them|back|on|in|over|around))",
    r"\bwho(?:'s| is) calling(?:,? please)?[?.!]*$",
    r"\b(?:why|what) (?:are|did) you call(?:ing|ed)? (?:me|us|about)\b",
    r"\byou(?:'ve| have) reached\b",
    r"\bhow (?:can|may) i (?:direct your call|help you)\b",
)
_CALLS = _any(  # said by whoever calls
    r"^(?:(?:hi|hello|yes|hey|good (?:morning|afternoon)|um|uh|so|well|okay)[, ]+)*"
    r"(?:this is [a-z]+(?: [a-z]+)?[,. ]+(?:and )?)?i(?:'m| am| was) calling "
    r"(?:about|because|to (?:ask|see|find|learn|inquire)|regarding|for (?:my|some)|on behalf)\b",
    r"\bthank(?:s| you) for (?:taking|answering|picking up) my call\b",
)
_GIVES_IN = re.compile(
    r"\b(?:sign me up|where do i sign|let's book it|i'm sold|you(?:'ve| have) (?:got a deal|got my business|sold me))\b"
)
_NEGATED = re.compile(r"\b(?:not|never|no|before|unless|until|if|\w+n't)\b")


def lowered(text: str) -> str:
    """Small letters, straight apostrophes; as long as before."""
    lowered = text.replace("\u2019", "'").lower()
    return lowered if len(lowered) == len(text) else text


def role_fault(said: str, persona: Persona, *, calls: bool, answers: bool = False) -> RoleFault | None:
    """What is wrong with one plain sentence.

    Args:
        said: by `lowered`.
        persona: who says it.
        calls: the buyer is the caller.
        answers: this is how somebody who is called picks up.
    """
    if not said.endswith("?") and _ASSISTANT.search(said):
        return "assistant_talk"
    if _OFFERS_ASSISTANCE.search(said) and not answers:
        return "assistant_talk"
    if _speaks_for(persona.agency.lower()).search(said):
        return "role_swap"
    if persona.call_type == "inside" and _SELLS.search(said):
        return "role_swap"
    if (_CALLED if calls else _CALLS).search(said):
        return "wrong_direction"
    return None


def gives_in(said: str) -> bool:
    """Whether one plain sentence agrees outright."""
    return bool(_GIVES_IN.search(said)) and not said.endswith("?") and not _NEGATED.search(said)


def _speaks_for(agency: str) -> re.Pattern[str]:
    """Says that they are with the agency: "this is Dana with Willow Lane", "here at Willow Lane"."""
    name = re.escape(agency)
    return _any(
        rf"\b(?:thank(?:s| you) for (?:calling|choosing)|you(?:'ve| have) reached|(?:here|we) at) {name}",
        rf"^(?:(?:hi|hello|good (?:morning|afternoon))[, ]+)*this is (?:[a-z]+ )?(?:(?:with|from|at) )?{name}",
        rf"\bi(?:'m| am) (?:[a-z]+ )?(?:with|from) {name}",
    )
