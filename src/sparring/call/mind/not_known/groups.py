"""What is said to a question that reaches no fact: a line of its kind where that is certain, else that one cannot tell.

Flows in: the persona, the call so far and the question. Flows out: a group of lines below "unknown" in `phrases.json`,
with what is asked after if a line names it. No line claims anything about a question that was not understood: one asks
what is meant, says that one does not know, or turns to what one wants to know oneself.
"""

import re

from sparring.call.mind.decision import PartKind
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import OURS, bare
from sparring.call.mind.heard.worries_asked import asks_for_worries
from sparring.call.mind.not_known.at_work import at_work
from sparring.call.mind.not_known.by_callers import asks_opinion, of_a_caller
from sparring.call.mind.not_known.of_a_story import of_a_story, of_what_was_told, was_told
from sparring.call.mind.phrases import GENERAL_WORDS
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona
from sparring.speech_acts import Topic
from sparring.speech_acts.phrases.lexicon import word_set

_AFTER_THEM = re.compile(
    r"(?:(?:and|so|but|okay) )*(?:.*\b(?:hear|know|tell me|wondering|understand) )?"
    r"how(?:'s|s| is) (?:she|he|your (?:\w+ )?\w+)(?: doing| feeling| getting on)?"
    r"(?: now| today| these days| otherwise| at the moment)?$"
)
_YOUR_HEALTH = re.compile(r"\byour (?:own )?health\b")
_OF_YOURSELF = re.compile(r"\b(?:you|yourself)\b")
_AFTER_ONE = re.compile(
    r"how(?:'s| is| was) (?:he|she|(?:the|your|that) (?:\w+ )?(?:lady|man|woman|daughter|son|wife|husband|family|client"
    r"|patient|resident|mother|father))\b(?! (?:paying|getting home|choosing|deciding))"
)
# Somebody whom a partner has told of, and of whom they know no more: "who looked after him"
_OF_ONE_CASE = re.compile(r"(?:who|when|where|what|how|did|was|is|does|has)\b(?!.*\byou\b).*\b(?:he|she|him|her)\b")
_WANTED = re.compile(r"(?:do|would|are) you (?:want|ready|interested)\b")
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
    r"|is (?:that|this|it) (?:(?:the|a) (?:sort|kind) of thing|something|anything) (?:that |which )?"
    r"(?:would |could |might )?(?:helps?|be (?:useful|of use)|works?|interests?|matters?"
    r"|you(?:'d| would| could)? (?:need|want|use|like))\b"
)
# "what would you think of that", after an idea
_ASKS_OPINION_OF_IT = re.compile(
    r"(?:what (?:would|do) you (?:think|say) (?:of|about|to) (?:that|it|this|something like that)"
    r"|how (?:would|does) (?:that|it|this) (?:be|sound|look|feel)(?: (?:for|to) you)?|would that be something)\b"
)
_LONGEST_OF_AN_IDEA = 6  # words, and one
_SAYS_NO_MORE = re.compile(r"(?:and |what about |how about )(?:the|your|her|his|their) \w+$")  # "and the daughter?"
_WHICH_ONE = re.compile(r"which (?:one|ones)(?: was that| is that)?")
_BRINGS = re.compile(r"\b(?:i|we) (?:\w+ )?bring\b")
_WHERE_TO = re.compile(
    r"\b(?:(?<!in )(?<!out )(?<!inside )(?:the|your|street|what|which) (?:address|room|floor|door|entrance|building)"
    r"|parking|park the car"
    r"|(?:where|which \w+) (?:do|should|would|can|shall) (?:i|we) (?:go|come|park|meet|sign|find)"
    r"|(?:do|should) i come)\b"
)
# "does the buzzer work", "who does your landscaping": what is asked after stands at the end, or before a small word
_THING = re.compile(
    r"\b(the|an?|any|your|my|our|her|his|their) ((?:[a-z]+ )??[a-z]{4,})"
    r"(?= (?:is|was|are|were|do|does|did|has|have|had|can|could|will|would|work|works|called|like|in|on|at|to|for|with"
    r"|of|from|by|about|when|if|and|or|that|you|he|she|they|it|there|here|now|today|then)\b|$)"
)
_CLAUSE = re.compile(
    r"(?<=\w) (?:when|once|if|after|before|because|while|until|since)\b.*"
)  # "when they walk out the door"
_WHOSE = {"your": "my", "my": "your", "our": "your"}
_NO_THING = word_set(
    """time moment bit little couple few lot rest same first last thing things kind sort reason idea next best worst
    most least other others whole right wrong place phone person people somebody while point sense line case
    cases problem number name story opinion rule course question view chance start trouble middle tonight harm
    catch deal busy monday tuesday wednesday thursday friday saturday sunday"""
)  # as in "at the moment", "the next one", "in your opinion"
# Of these nobody asks what is meant
_PLAIN = frozenset({AnswerForm.YES_OR_NO, AnswerForm.WHO, AnswerForm.WHEN, AnswerForm.WHERE})
ASKS_BACK = ("ask_back", "about.open")
"""What groups begin with that ask what is meant."""
_LINES_THAT_ASK_BACK = tuple(f"unknown.{group}" for group in ASKS_BACK)
MOST_ASKED_BACK = 2  # times a call: who asks back all the time has not listened
_ONE_CASE = "work.one_case"
TURN = "turn"
"""That one does not know, and would rather ask something oneself."""


def no_answer(persona: Persona, state: BuyerState, asked: Question) -> str:
    """The group of lines for a question that reaches nothing; behind a colon what a line says back of it."""
    known = not_known(persona, asked)
    plain = known in ("", _ONE_CASE)
    if plain and (of_what_was_told(state, asked) or was_told(state, _thing(asked))):
        return of_a_story(asked)
    return known or _cannot_tell(state, asked)


def not_known(persona: Persona, asked: Question) -> str:
    """The group of lines where the form of the question and its subject leave no doubt; empty: they do."""
    core = bare(asked.text)
    if persona.rep_calls:
        return _of_their_work(core, asked)
    if _WHICH_ONE.fullmatch(core) or _SAYS_NO_MORE.match(asked.text):
        return "closed.fragment"
    if asks_opinion(asked):
        return "opinion"
    return _of_anybody(core, asked) or of_a_caller(asked)


def _of_their_work(core: str, asked: Question) -> str:
    """What somebody says who is called about what they do all day."""
    where = _WHERE_TO.search(core) is not None and " like" not in core
    for said, group in (
        (_SAYS_NO_MORE.match(asked.text), "closed.fragment"),
        (_AFTER_ONE.match(core), "their_health"),
        (where, "visit.where"),
        (_GUESSES.match(core), "closed.guess"),
    ):
        if said:
            return group
    if tries_an_idea(asked):
        return "closed.idea" if asked.wants_yes_or_no else "opinion"
    shared = _of_anybody(core, asked) or at_work(core)
    return shared or (_ONE_CASE if _OF_ONE_CASE.match(core) else "")


def tries_an_idea(asked: Question) -> bool:
    """Whether it is asked what the buyer makes of an idea: whatever it is about, they are not asked how things are."""
    core = bare(asked.own or asked.text)
    return (_TRIES_AN_IDEA.match(core) or _ASKS_OPINION_OF_IT.match(core)) is not None


def asks_of_the_idea(asked: Question) -> bool:
    """Whether a question about an idea of the rep's has nothing of its own: "would that help you?"."""
    core = bare(asked.own or asked.text)
    longest = _LONGEST_OF_AN_IDEA * (
        1 + (not OURS.isdisjoint(core.split()))
    )  # "would it help if you had my own number"
    return tries_an_idea(asked) and core.count(" ") <= longest


def _of_anybody(core: str, asked: Question) -> str:
    if _BRINGS.search(core):
        return "visit.bring"
    if asks_for_worries(core):
        return "worry"
    if _YOUR_HEALTH.search(asked.text) or (asked.topic is Topic.FEELINGS and _OF_YOURSELF.search(core)):
        return Topic.FEELINGS.value
    if _AFTER_THEM.match(asked.text):
        return "their_health"
    if _TRIES_AN_IDEA.match(core):
        return "closed.idea"
    return "closed.want" if _WANTED.match(core) else ""


def _cannot_tell(state: BuyerState, asked: Question) -> str:
    """That one did not follow, or does not know: by turns, and never asking back twice running."""
    last = [part.ref for part in state.last if part.kind is PartKind.UNKNOWN]
    if last:
        return "" if TURN in last else TURN
    if asked.form in (AnswerForm.HOW_MANY, AnswerForm.NAME):
        return "how_long" if "how long" in asked.text else asked.form.value
    thing = _thing(asked)
    if asked.form in _PLAIN:
        if thing and asked.wants_yes_or_no:
            return f"about.closed:{thing}"
        return ""
    asked_back = (count for group, count in state.used.items() if group.startswith(_LINES_THAT_ASK_BACK))
    if sum(asked_back) >= MOST_ASKED_BACK:
        return TURN
    return f"about.open:{thing}" if thing else "ask_back"


def _thing(asked: Question) -> str:
    """What a question is after, as the buyer would say it back: "my landscaping"; empty where none stands out."""
    for found in reversed(list(_THING.finditer(_CLAUSE.sub("", bare(asked.text))))):
        whose, words = found[1], found[2].split()
        if not (_NO_THING | GENERAL_WORDS).intersection(words):
            return " ".join((*(() if whose == "any" else (_WHOSE.get(whose, whose),)), *words))
    return ""
