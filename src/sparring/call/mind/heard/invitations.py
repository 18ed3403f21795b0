"""Questions that only invite: "tell me all about it", "what's been going on with your dad".

Flows in: a question. Flows out: whether it asks for something in particular.
"""

import re

from sparring.call.mind.heard.questions import VAGUE, Question
from sparring.call.mind.heard.sentences import bare

# "tell me what's been going on with your dad": no fact is nearer to it than what happened
_WHOLE_STORY = re.compile(
    r"(?:(?:can|could|would) you )?(?:please |just )*(?:tell me |walk me through )?(?:a (?:little|bit) )?(?:about )?"
    r"what(?:'s|s| is| has)? (?:just |been |all )*(?:happened|happening|going on|wrong|the matter)"
    r"(?: (?:with|to|at) (?:you|him|her|them|home|your \w+|the \w+|[a-z]+))?(?: today| there| over there| lately)*$"
)
# "what's wrong with the house" is about the house
_OF_A_THING = re.compile(
    r" with (?:the|your|his|her|their|that|this) (?:\w+ )?"
    r"(?:house|home|place|apartment|building|stairs|bathroom|bath|kitchen"
    r"|bedroom|shower|tub|paperwork|papers|notes|list|sheet|money|schedule|phone|number|weekends?|evenings?|nights?"
    r"|agenc(?:y|ies)|one|ones|others?)\b"
)
_BEGAN = re.compile(
    r"how did (?:it|this|that|things)(?: all)? (?:start|begin|come about|come to (?:this|that))(?: for \w+)?"
)
_TURNS_TO = re.compile(r"(?:what|how) about (?:you|him|her|them)(?: \w+)?")  # "and what about you, Laura"
_OFFERS_HELP = re.compile(r"(?:how|what) (?:can|may|could) (?:i|we) (?:help|do for)(?: you)?(?: today| then)?")
_SAYS_LITTLE = frozenset({"little", "bit", "more"})
_INVITATIONS = ("tell me", "walk me", "talk to me", "fill me in")


def asks_whole_story(asked: Question) -> bool:
    """Whether it wants to hear whatever has happened."""
    core = bare(asked.text)
    return (_WHOLE_STORY.match(core) or _BEGAN.fullmatch(core)) is not None and not _OF_A_THING.search(core)


def offers_help(asked: Question) -> bool:
    """Whether it is what one says on picking up the telephone: "how can I help you?"."""
    return _OFFERS_HELP.fullmatch(bare(asked.text)) is not None


def only_invites(asked: Question) -> bool:
    """Whether it has no word of its own and names nothing: "tell me all about it"."""
    return asked.topic in VAGUE and not (asked.words or asked.found) and bare(asked.text).startswith(_INVITATIONS)


def leads_in(asked: Question) -> bool:
    """Whether it only leads up to what is asked beside it: "tell me about your mom, what does she need".

    As "she's got diabetes? Who sees to her pills?" does: the first one only says back.
    """
    if asked.declares or _TURNS_TO.fullmatch(bare(asked.text)):
        return True
    invites = bare(asked.text).startswith(_INVITATIONS) or asks_whole_story(asked)
    return invites and not (asked.words - _SAYS_LITTLE or asked.names(tuple(asked.found)))
