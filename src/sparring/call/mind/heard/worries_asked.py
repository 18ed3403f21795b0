"""Whether a rep asks what the buyer would worry about: "is there anything that still makes you hesitate?".

Flows in: the bare normalised words of a question. Flows out: yes or no. What worries somebody about their mother is
about the case; what worries them about us, about that, or about letting somebody in is what may stand in the way.
"""

import re
from functools import lru_cache

_QUESTIONS_KEPT = 256
_OF_US = (
    r"(?:it|that|this|us|me|the idea|working with|using|trying|having|bringing|letting|inviting|starting|taking|sending"
    r"|somebody|someone|(?:an? |the )?(?:agency|caregiver|aide|stranger|visit|plan))"
)
_ASKS = re.compile(
    rf"what(?:'s|'d| is| would)?(?: it)?(?: still| most| really)? (?:worr(?:y|ies)|bothers?|concerns?|scares?) you"
    rf"(?: still| most| the most)? (?:about|with|in|of) {_OF_US}\b"
    r"|what(?:'s| is| would be)?(?: still)? (?:holding|hold|holds|stopping|stop|stops|keeping) you(?: back)?\b"
    r"|what would make you (?:doubt|hesitate|nervous|say no|think twice)\b"
    r"|(?:is|would) (?:there|that|it) (?:be )?anything(?: else)?(?: about (?:it|that|this|us))?(?: that| which)?"
    r"(?:'s| is| would)?(?: still)? (?:makes? you (?:hesitate|nervous)|worr\w+ you|bother\w* you|concern\w* you"
    r"|hold\w* you back|stop\w* you|giv\w+ you pause|in the way)"
    r"|(?:do|would) you (?:still )?have (?:any )?(?:concerns?|doubts?|reservations?|worries|hesitations?)\b"
    rf"|(?:any|what are your|what would be your) (?:\w+ )?(?:concerns?|doubts?|reservations?|worries|worry)"
    rf"(?: (?:about|with) {_OF_US})?\b"
)


@lru_cache(_QUESTIONS_KEPT)
def asks_for_worries(core: str) -> bool:
    """Whether it is asked what may stand in the way of the rep's idea."""
    return _ASKS.match(core) is not None
