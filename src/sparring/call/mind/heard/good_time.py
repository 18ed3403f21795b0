"""Whether the rep asks if now is a good moment: "have I caught you okay?", "should I be quick?", "got two minutes?".

Flows in: normalised words. Flows out: yes or no.
"""

import re

from sparring.call.mind.heard.sentences import bare
from sparring.speech_acts.text.needed_letters import needed

_MINUTES = re.compile(
    r"\b(?:(?:have|got|spare|give me)(?: you for)? (?:just |like |about |maybe )*{few} (?:quick |short |free )?"
    r"{minutes}\b"
    r"|i(?:'d| would)? (?:(?:just|only) )?(?:like|love|need|want|have)(?: just| only| about)* {few} {minutes}\b"
    r"(?! (?:on|this|next|tomorrow|today|ago|away|from|before|after|until|with|late|\w+day)\b)"
    r"|(?:is |are )?{few} {minutes} (?:okay|ok|alright|all right|fine|good|possible)\b)".format(
        few=r"(?:(?:two|three|four|five) or (?:three|four|five|ten)|an?|one|two|three|four|five|ten|fifteen|twenty"
        r"|a couple|a couple of|a few|\d+)",
        minutes="(?:minutes?|mins?|moment|second|sec)",
    )
)
_BUSY = re.compile(r"(?:are )?you (?:too |very |really )?busy(?: (?:right )?now| at the moment| today)?(?: [a-z]+)?")
_MINUTES_ALONE = re.compile(
    r"(?:got |have )?(?:an? |one |two |five )?(?:quick )?(?:minutes?|mins?|secs?|seconds?|moment)"
)
_JUDGED = r"(?:good|bad|better|decent|okay|ok|alright|all right|fine|terrible|awkward|convenient)"
_MY = r"(?:(?:should|shall|can|could|may) i|(?:want|like|rather have|prefer) me to|i (?:can|could))"
_MOMENT = needed(
    re.compile(
        rf"\b(?:(?:caught|catch|catching|reached|got) you (?:at|in|on|between|{_JUDGED})\b"
        rf"|(?:an? |this |now |{_JUDGED}) ?{_JUDGED}? ?(?:time|moment) to (?:talk|speak|chat|call)\b"
        rf"|{_JUDGED} (?:time|moment)\b|is (?:now|this) an? \w+ (?:time|moment)\b"
        rf"|is (?:now|this) (?:still )?(?:a )?{_JUDGED}\b"
        r"|(?:okay|ok|free|able|good|safe|alright|all right|fine) to (?:talk|speak|chat)\b"
        r"|can you (?:talk|speak|chat)\b"
        r"|(?:have|got) (?:any |some |the )?time(?: (?:right )?now| for me| to talk)?\b(?! (?:to|for|of|with|in) )"
        rf"|{_MY} (?:just )?(?:call|ring|phone|try)(?: you)?(?: back)? (?:back|later|another time|again)\b"
        rf"|{_MY} (?:be (?:quick|brief|short)|keep (?:it|this) (?:short|brief|quick)|make (?:it|this) (?:quick|short)))"
    )
)
# "I hope I'm not interrupting a tour?"
_DISTURBS = needed(
    re.compile(
        r"\b(?:i(?:'m| am) (?:not )?|am i |i hope not )(?:interrupting|disturbing|bothering|bugging|keeping you)\b"
        r"|\b(?:do|did) i (?:interrupt|disturb|bother)\b"
        r"|\bi hope i(?:'m| am) not (?:calling|catching|getting|reaching)\b"
    )
)
_ASKS_WHEN = re.compile(
    r"(?:when(?:'s|s)?|what(?:'s|s| is| would be)|which) "
    rf"|(?:is|would) there (?:be )?an? (?:{_JUDGED}|best) (?:time|moment|day|hour)\b"
    r".*\b(?:back|reach|again|later|tomorrow|next|by|around)\b"
    rf"|is there an? (?:better|best) (?:time|moment|day)\b"
)


def asks_for_a_moment(words: str) -> bool:
    """Whether normalised words ask for a few minutes, or whether now is a good time."""
    if _ASKS_WHEN.match(bare(words)):
        return False  # "when is a good time to call back" asks for a day
    return _MOMENT.is_in(words) or _DISTURBS.is_in(words) or _BUSY.fullmatch(bare(words)) is not None


def asks_for_minutes(words: str) -> bool:
    """Whether they ask for a stated short time, whatever for: "is ten minutes okay?"."""
    if "min" not in words and "sec" not in words and "moment" not in words:
        return False
    return _MINUTES.search(words) is not None or _MINUTES_ALONE.fullmatch(bare(words)) is not None
