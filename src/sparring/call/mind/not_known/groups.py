"""What is said to a question that reaches no fact: by its subject, else by the kind of answer it wants.

Flows in: the persona and the question. Flows out: a group of lines below "unknown" in `phrases.json`.
"""

import re

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare
from sparring.call.mind.not_known.at_work import FIRST, at_work
from sparring.call.mind.not_known.by_callers import asks_opinion, of_a_caller
from sparring.persona import Persona
from sparring.speech_acts import Topic

_AFTER_THEM = re.compile(
    r"(?:(?:and|so|but|okay) )*(?:.*\b(?:hear|know|tell me|wondering|understand) )?"
    r"how(?:'s|s| is) (?:she|he|your (?:\w+ )?\w+)(?: doing| feeling| getting on)?"
    r"(?: now| today| these days| otherwise| at the moment)?$"
)
_YOUR_HEALTH = re.compile(r"\byour (?:own )?health\b")
# "do you ever get lunch", "do you text too": what somebody thinks or wants is no habit
_HABITS = re.compile(
    r"(?:do you (?:(?:ever|sometimes|often|usually|even|also) |(?!have|like|think|know|want|need|mean|feel|believe|see"
    r"|understand|remember|mind|love|trust|own|hear|accept|agree|promise|recommend|live|come|really|got|get)\w+)"
    r"|have you ever)\b"
)
_OF_OTHERS = re.compile(r"(?:was|were|is|are|has|have|had|did|does|do) (?!i |you |we |us |me |this |that )\w+")
_WANTED = re.compile(r"(?:do|would|are) you (?:want|like|ready|interested|in or)\b")
# "then it was the paperwork, right?": what might have happened, instead of asking what did
_GUESSES = re.compile(
    r"i guess (?:we|it|you|somebody|someone|our)\b"
    r"|(?:was it|it was) (?:a|an|the|one of|our|us|me|because|something|somebody|someone)\b"
)
# "would it help if somebody were there for those two hours?"
_TRIES_AN_IDEA = re.compile(
    r"(?:would|could|might|does|will) (?:it|that|this|something like that) "
    r"(?:be (?:of )?(?:any |some )?(?:help|helpful|useful|worth|easier|better|something|interest|interesting)"
    r"|help|interest|make (?:sense|a difference|it easier|your \w+ easier)|solve|work better)\b"
)
# What any shape of question is answered better than by
_VAGUE = frozenset({"", "closed", "closed.you", "closed.others"})
_OF_YOURSELF = re.compile(r"\b(?:you|yourself|your)\b")
_PAST = re.compile(r"\b(?:happened|went|was|were|did)\b")
_AFTER_ONE = re.compile(
    r"how(?:'s| is| was) (?:he|she|(?:the|your|that) (?:\w+ )?(?:lady|man|woman|daughter|son|wife|husband|family|client"
    r"|patient|resident|mother|father))\b(?! (?:paying|getting home|choosing|deciding))"
)
_OF_ONE_CASE = re.compile(r"\b(?:he|she|him|her|his)\b(?! name)")  # somebody who has been told of, and no more
_TOLD_OF_A_CASE = frozenset(
    f"work.{shape}"
    for shape in ("who", "who_did", "when", "when_was", "where", "what", "how", "then", "long_ago", "is")
)
_SAYS_NO_MORE = re.compile(r"(?:and |what about |how about )(?:the|your|her|his|their) \w+$")  # "and the daughter?"
_WHICH_ONE = re.compile(r"which (?:one|ones)(?: was that| is that)?")
_BRINGS = re.compile(r"\b(?:i|we) (?:\w+ )?bring\b")
_WHERE_TO = re.compile(
    r"\b(?:(?:the|your|street|what|which) (?:address|room|floor|door|entrance|building)|parking|park the car"
    r"|(?:where|which \w+) (?:do|should|would|can|shall) (?:i|we) (?:go|come|park|meet|sign|find)"
    r"|(?:do|should) i come)\b"
)


def not_known(persona: Persona, asked: Question) -> str:
    """The group of lines for what is not known."""
    if persona.rep_calls:
        return _of_their_work(asked)
    special = _of_any_caller(asked) or of_a_caller(asked)
    if special or not asked.wants_yes_or_no:
        return special or asked.form.value
    return _yes_or_no(asked)


def _of_their_work(asked: Question) -> str:
    """What somebody says who is called about what they do all day: they know, if not in so many words."""
    core = bare(asked.text)
    if _YOUR_HEALTH.search(asked.text) or (asked.topic is Topic.FEELINGS and _OF_YOURSELF.search(core)):
        return Topic.FEELINGS.value
    if asked.topic is Topic.WHAT_HAPPENED and not _PAST.search(core):
        return asked.topic.value
    if _AFTER_THEM.match(asked.text) or _AFTER_ONE.match(core):
        return "their_health"
    shape = at_work(core)
    if shape in FIRST:
        return shape
    if shape in _TOLD_OF_A_CASE and _OF_ONE_CASE.search(core):
        return "work.one_case"
    particular = _of_a_partner(asked) or (_yes_or_no(asked) if asked.wants_yes_or_no else "")
    return particular if shape and particular not in _VAGUE else shape or particular or asked.form.value


def _of_any_caller(asked: Question) -> str:
    """What any caller says to "which one?", an idea, how one is, how things stand, what to bring."""
    if _BRINGS.search(bare(asked.text)):
        return "visit.bring"
    if _WHICH_ONE.fullmatch(bare(asked.text)):
        return "closed.fragment"
    if asks_opinion(asked):
        return "opinion"
    if _YOUR_HEALTH.search(asked.text):
        return Topic.FEELINGS.value
    if asked.topic in (Topic.FEELINGS, Topic.CONCERN):
        return asked.topic.value
    return "their_health" if _AFTER_THEM.match(asked.text) else ""


def _of_a_partner(asked: Question) -> str:
    """What only somebody who is called about their work is asked: who decides, where to come, what they usually do."""
    core = bare(asked.text)
    if asked.topic is Topic.DECISION_MAKER and not asked.wants_yes_or_no:
        return "who_decides"
    if _BRINGS.search(core):
        return "visit.bring"
    if _WHERE_TO.search(core):
        return "visit.where"
    if _GUESSES.match(core):
        return "closed.guess"
    return "habit" if _HABITS.match(core) else ""


def _yes_or_no(asked: Question) -> str:
    """Whom the yes or no would be about: "not that I know of" is said of others only."""
    core = bare(asked.text)
    if _SAYS_NO_MORE.match(asked.text):
        return "closed.fragment"
    if _TRIES_AN_IDEA.match(core):
        return "closed.idea"
    if asked.declares:
        return "declared"
    if _OF_OTHERS.match(core):
        return "closed.others"
    if _WANTED.match(core):
        return "closed.want"
    return "closed.you" if asked.about_you else asked.form.value
