"""Whether what was said so far is all there is: read off the words, while the silence after them still runs.

Flows in: a recogniser's text of the turn so far. Flows out: one `Completeness`, for `turn.py` to wait by. A recogniser
adds full stops freely and forgets question marks, so the words outweigh the marks.
"""

import re
from enum import StrEnum
from functools import lru_cache

from sparring.speech_acts import Act, ActKind, recognise


class Completeness(StrEnum):
    """What the words say about being finished."""

    ASKED = "asked"
    FINISHED = "finished"
    LIKELY_MORE = "likely_more"  # may be all, and mostly is not: a greeting, words that only take up what was said,
    # one time of the two that a rep offers
    PLAIN = "plain"
    UNFINISHED = "unfinished"


_BREAKS_OFF = re.compile(
    r"(?:\b(?:and|or|but|because|if|when|which|who|the|a|an|(?<!have )(?<!want )(?<!used )(?<!ing )to|of|for|with|at|"
    r"from|my|your|our|his|their|be|i|we|it's|i'm|we're|they're|um|uh|er|ah|maybe|let|let me|let me (?:see|think)|"
    r"i (?:would|mean)|i'd|(?:i would|i'd) say|how|what|where|why)|"
    r"(?:and|but|so|because|if|when|that|which|while|what|how|where|do|does|did|can|could|would|will)"
    r" (?:you|he|she|they|it|there)|"
    r"(?<!\bi )(?<!\bwe )(?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\byou )(?<!\bit )"
    r"\b(?:is|are|was|were|am|can|could|would|will|do|does|did)|[,\u2014-]|\.\.\.|\u2026)\s*$",
    re.IGNORECASE,
)
"""Words after which something must follow. "Thank you", "I do" and "I think he is" may be all there is."""

_MAY_BREAK_OFF = re.compile(
    r"\b(?:that|in|on|about|her|like|so|(?:have|want|used|talking|speaking) to)$", re.IGNORECASE
)
"""Words that as often end a sentence: "how he gets on", "Thank you for telling me that"."""

_ASKS_NOTHING = re.compile(r" (?:and|or|but|because|if|the|a|an|my|your|our|his|their|how)\?$", re.IGNORECASE)
"""Words that break off in the rising tone of somebody who thinks; the recogniser takes it for a question."""

_ENDS_SENTENCE = re.compile(r"[.!?][\"')]*\s*$")
_OPENS = r"^(?:(?:and|so|but|okay|well|now|then|hi|hello|sorry)\b,? ?)*"
_ASKS = re.compile(
    _OPENS + r"(?:who\b|(?:what|when|where|why|how)'s\b|"
    r"(?:(?:when|where|why|how(?: (?:much|many|often|long|old|soon|far))?|(?:what|which)(?: \w+)?)(?: else)? )?"
    r"(?:is|are|was|were|do|does|did|can|could|would|will|may|might|should|has|have|had|am)(?:n't)? "
    r"(?:i|you|he|she|it|we|they|there|this|that|the|your|his|her|their|any\w*|some\w*)\b)",
    re.IGNORECASE,
)
"""The verb before the subject: a question, also where the recogniser heard no question mark."""

_STRANDS = re.compile(
    r"\b(?:who|what|which|where|how)\b(?: [\w'-]+){2,} (?:with|for|to|from|of|about|on|be)[.?]?$", re.IGNORECASE
)
"""A question that ends with its preposition: "Who is the care for" needs no mark."""

_SUBORDINATE = re.compile(
    _OPENS + r"(?:if|when|whenever|before|after|since|while|although|though|once|until|unless|as soon as|in case)"
    r" (?:i|you|he|she|it|we|they|there|the|an?|my|your|his|her|our|their|some\w*|any\w*)\b(?: [\w'-]+){2,}[.,!]?$",
    re.IGNORECASE,
)
_MAIN_CLAUSE = re.compile(
    r"(?: [\w'-]+){2,}(?<! that)(?<! what)(?<! how)(?<! where)(?<! who) (?:then|i|we|you|he|she|they|it|there) \w",
    re.IGNORECASE,
)
"""A clause that another must follow ("When a caregiver calls in sick"), and the signs that it came, marks or none."""

_CONTINUES = re.compile(
    r"(?:and|or|for|with|in|at|on|to|of|by|about|during|than|if|when|before|after|since|while|until|because)\b",
    re.IGNORECASE,
)
"""How the rest of a sentence begins that was cut at a pause."""

_ENDS_IN_TIME = re.compile(
    r"(?:day|tomorrow|morning|afternoon|evening|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirty|\d|[ap]\.?m|o'clock)[?.]*$",
    re.IGNORECASE,
)

_QUESTIONS = frozenset({ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION})
_ACKNOWLEDGING = frozenset(
    {
        ActKind.GREETING,
        ActKind.GIVES_NAME,
        ActKind.GIVES_AGENCY,
        ActKind.USES_NAME,
        ActKind.THANKS,
        ActKind.BACKCHANNEL,
        ActKind.EMPATHY,
        ActKind.ACKNOWLEDGES,
    }
)


def completeness_of(text: str, *, before: str = "") -> Completeness:
    """What recognised words say about being finished.

    Args:
        text: what was recognised last.
        before: what had been said up to the pause before it: `text` may go on in the middle of its sentence.
    """
    bare = text.strip()
    last = _last_sentence(bare)
    if not bare:
        return Completeness.PLAIN
    rest_of = _last_sentence(before.strip()) if last == bare and _CONTINUES.match(bare) else ""
    if _breaks_off(last) and not (rest_of and _SUBORDINATE.match(last)):
        return Completeness.UNFINISHED
    if _asks(last) or _asks(rest_of):
        return Completeness.LIKELY_MORE if _offers_one_time(last) else Completeness.ASKED
    if _goes_on(last):
        return Completeness.LIKELY_MORE
    return Completeness.FINISHED if _ENDS_SENTENCE.search(bare) else Completeness.PLAIN


@lru_cache(maxsize=2)  # the last sentence and the one it may be the rest of
def _acts(sentence: str) -> tuple[Act, ...]:
    return recognise(sentence)


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+", text)[-1]


def _breaks_off(sentence: str) -> bool:
    if _asks(sentence) and _STRANDS.search(sentence):
        return False
    without_stop = sentence if sentence.endswith(("?", "...")) else sentence.rstrip(".! ")
    if _BREAKS_OFF.search(without_stop) or _ASKS_NOTHING.search(sentence):
        return True
    if _SUBORDINATE.match(sentence):
        return not _MAIN_CLAUSE.search(sentence)
    return bool(_MAY_BREAK_OFF.search(sentence)) and not _asks(sentence)


def _asks(sentence: str) -> bool:
    return sentence.endswith("?") or bool(_ASKS.match(sentence)) or _ends_in_question(sentence)


def _ends_in_question(sentence: str) -> bool:
    """As in "this is Dana, how can I help you": the question comes last, without a mark, after something else."""
    end = len(sentence.rstrip(" .!"))
    return any(act.kind in _QUESTIONS and act.start and act.end >= end for act in _acts(sentence))


def _offers_one_time(sentence: str) -> bool:
    """As in "could we come by on Thursday at two?", which "or on Friday at ten?" may follow."""
    if not _ENDS_IN_TIME.search(sentence):
        return False
    kinds = [act.kind for act in _acts(sentence)]
    return ActKind.PROPOSES_NEXT_STEP in kinds and kinds.count(ActKind.NAMES_TIME) == 1


def _goes_on(sentence: str) -> bool:
    """One word alone does, too: whoever says "Okay." or "Dana." mostly goes on."""
    if " " not in sentence or _MAY_BREAK_OFF.search(sentence.rstrip(".!")):
        return True
    kinds = {act.kind for act in _acts(sentence)}
    return bool(kinds) and kinds <= _ACKNOWLEDGING
