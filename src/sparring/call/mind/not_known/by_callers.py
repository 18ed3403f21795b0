"""What callers say when a question reaches no fact and its form alone decides: who comes, what they would do.

Flows in: the question. Flows out: a group of lines below "unknown" in `phrases.json`, which leave all open.
"""

import re

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare
from sparring.persona import Fact

_IMAGINED = re.compile(
    r"(?:(?:what|how|who|where|when)(?: else)? (?:would|could|should|might) (?:you|we|they|he|she|it|that)"
    r"|what happens (?:if|when (?:i|we|you|somebody|someone))|what if)\b"
)
_COMES = re.compile(
    r"(?:can|could|will|would|is|are) .*\b(?:come|be there|make it|join|attend|be around|be home|coming|sit in)\b"
    r"(?! (?:up|down|from|back|home|out of|to (?:bed|terms)))"
)
# "would he come to a meeting": not when there is one, nor whether somebody comes home
_THEY_COME = re.compile(
    r"(?:can|could|will|would|might) (?:he|she|they|your \w+|mr \w+|ms \w+|mrs \w+|dr \w+) (?:\w+ )?"
    r"(?:(?:come|be willing to come|be open|show up) (?:to|for|along|too|as well|with (?:you|us|me))\b"
    r"(?: (?:a|an|the|our|your|that|this|one)\b.*| us| it)?"
    r"|(?:join|attend|sit in|sit down with|meet(?: with)? (?:me|us)|be there|be at)\b.*)"
)
_TELLS_WHO_COMES = re.compile(r"\b(?:who|will|be|mr \w+) (?:.*\b)?(?:there|join|come|comes|sit in|attend)\b")
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
    r"|.*\b(?:prefer|would you rather)\b|(?:is|would) it (?:be )?(?:better|easier|best) .* or "
)

_GROUPS = ((_WHO_COMES, "life.who_comes"), (_IMAGINED, "life.would"), (_PREFERS, "which"))


def asks_opinion(asked: Question) -> bool:
    """As in "how do you feel about a nurse coming by": it proposes more than it asks."""
    return _OPINION.match(bare(asked.text)) is not None


def asks_to_come(asked: Question) -> bool:
    """As in "can Kevin come too"."""
    return _COMES.match(bare(asked.text)) is not None


def asks_them_to_come(asked: Question) -> bool:
    """As in "would he come to a meeting": of somebody who is not on the line."""
    return asked.wants_yes_or_no and _THEY_COME.fullmatch(bare(asked.text)) is not None


def tells_who_comes(fact: Fact) -> bool:
    """Whether it is asked for by who will be there."""
    return any(_TELLS_WHO_COMES.search(cue) for cue in fact.cues)


def of_a_caller(asked: Question) -> str:
    """What a caller says of what is not yet: who comes, what they would do, what they would rather have.

    Flows out: a group of lines below "unknown"; empty for everything else.
    """
    core = bare(asked.text)
    if group := next((group for form, group in _GROUPS if form.match(core)), ""):
        return group
    return "life.come" if asked.wants_yes_or_no and not asked.declares and asks_to_come(asked) else ""
