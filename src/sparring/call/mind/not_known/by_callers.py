"""What callers say about their own lives when a question reaches no fact: what varies, what was, what they would do.

Flows in: the question. Flows out: a group of lines below "unknown" in `phrases.json`, true of any life.
"""

import re

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare

_VARIES = re.compile(
    r"(?:(?:at |around |by )?what time (?:does|do|is|are)|how often (?:do|does|is|are)|how many"
    r" (?:times|hours) .*(?:day|week|night)|when do(?:es)? (?:he|she|they|your|you))\b"
)
_HOW_LONG = re.compile(r"how (?:long|much longer) (?:can|could|will|do you think)\b")
_SINCE = re.compile(r"(?:for )?how long (?:has|have|had|did|was|were|is|are)\b|since when\b")
_LAST_TIME = re.compile(r"when (?:did|was|were|have) (?:you|the|your|he|she|they)(?: \w+)? last\b")
# What takes a thought: "what's your worst hour", "what does a good caregiver look like", "what was your boss like"
_TAKES_THOUGHT = re.compile(
    r"what(?:'s|s|'re|'d)?\b.*\b(?:best|worst|hardest|easiest|favorite|most|least|one thing|like|never|always|good|bad"
    r"|ideal|perfect|think|feel|going to|differently|miss|hope|learn|learned|afraid|dream|mean to)\b"
)
_IMAGINED = re.compile(
    r"(?:(?:what|how|who|where|when)(?: else)? (?:would|could|should|might)|what happens (?:if|when)|what if)\b"
)
# What is so or not so, whatever the day: "does he have a piano", "does she live with you", "is there a garage"
_STATE = re.compile(
    r"(?:(?:does|do|can|could|will) (?:he|she|they|it|your \w+|[a-z]+)(?: \w+ly| still| even| ever)?"
    r" (?!have|live|own|drive|know|belong|work|want|speak|smoke|come|remember|need|pay|decide|mean)"
    r"|(?:is|are) (?:he|she|they|your \w+|(?!there|that|this|it)[a-z]+)"
    r" (?!an? |your |my |in |at |from |here|there|still in))"
)
_ABOUT_YOU = {
    "habit": re.compile(
        r"do you (?:ever|sometimes|often|usually|still|cook|drive|visit|see|talk|call|go|help|eat|sleep|take)\b"
    ),
    "life.you_ever": re.compile(r"have you (?!got )"),
    "life.you_did": re.compile(r"did you\b"),
    "life.you_like": re.compile(r"do you (?:really |still )?(?:like|enjoy|love)\b"),
    "life.people": re.compile(
        r"do you (?:have|know|got) (?:\w+ )?"
        r"(?:somebody|someone|anybody|anyone|friends?|family|neighbors?|people|support)\b"
    ),
    "life.you_have": re.compile(
        r"(?:do you (?:happen to )?(?:have|know|remember|own|keep)|have you got|can you (?:find|get|see|look|send))\b"
    ),
    "life.you_are": re.compile(r"(?:are|were) you\b"),
}
_COMES = re.compile(
    r"(?:can|could|will|would|is|are) .*\b(?:come|be there|make it|join|attend|be around|be home|coming|sit in)\b"
    r"(?! (?:up|down|from|back|home|out of|to (?:bed|terms)))"
)
_WHO_COMES = re.compile(
    r"who(?:'ll|'s| will| is|s| else will| else is| else)\b.*\b(?:be there|come|coming|join|joining|attend|sit in)"
)
_OPINION = re.compile(
    r"(?:how (?:do|would|did) you feel about|what do you think (?:of|about)|what would you say (?:to|if)"
    r"|would you be (?:open|okay|ok|willing|all right|alright|comfortable|fine)"
    r"|are you (?:okay|ok|fine|comfortable) with"
    r"|would you mind|do you mind if|how would you like)\b"
    r"(?! (?:about )?(?:all (?:of )?)?(?:that|it|this|everything|things)?$)"
)
_PREFERS = re.compile(
    r"(?:which|what (?:day|time)s?)\b.*\b(?:better|best|prefer|easier|suits?|works?)\b"
    r"|.*\b(?:prefer|would you rather)\b"
)

_GROUPS = (
    (_WHO_COMES, "life.who_comes"),
    (_HOW_LONG, "life.how_long"),
    (_SINCE, "life.since"),
    (_LAST_TIME, "life.last_time"),
    (_IMAGINED, "life.would"),
    (_VARIES, "life.varies"),
    (_PREFERS, "which"),
    (_TAKES_THOUGHT, "life.thought"),
)


def asks_opinion(asked: Question) -> bool:
    """As in "how do you feel about a nurse coming by": it proposes more than it asks."""
    return _OPINION.match(bare(asked.text)) is not None


def asks_to_come(asked: Question) -> bool:
    """As in "can Kevin come too"."""
    return _COMES.match(bare(asked.text)) is not None


def of_a_caller(asked: Question) -> str:
    """What a caller says of their own life: somebody who is asked about their mother has seen her.

    Flows out: a group of lines below "unknown"; empty for what anybody would answer.
    """
    core = bare(asked.text)
    if group := next((group for form, group in _GROUPS if form.match(core)), ""):
        return group
    if " or " in core and not core.endswith((" or not", " or what", " or so", " or anything", " or something")):
        return "choice"
    return _yes_or_no(asked, core) if asked.wants_yes_or_no and not asked.declares else ""


def _yes_or_no(asked: Question, core: str) -> str:
    if asks_to_come(asked):
        return "life.come"
    if own := next((group for group, form in _ABOUT_YOU.items() if form.match(core)), ""):
        return own
    return "life.state" if _STATE.match(core) and not asked.about_you else ""
