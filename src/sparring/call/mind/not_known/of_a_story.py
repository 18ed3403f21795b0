"""What is said to a question about what has just been told, if no fact answers it: that one does not know this of it.

Flows in: the call so far and the question. Flows out: a group of lines below "unknown" in `phrases.json` that fits its
form (how long, who, why, how); nobody asks what is meant by a question about their own story.
"""

import re

from sparring.call.mind.decision import SPOKEN_OF, PartKind
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.follow_ups import FollowUp, follow_up
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.state import BuyerState
from sparring.persona import stem, stems
from sparring.speech_acts.phrases.lexicon import word_set

STORY = "after."
"""What the groups begin with."""
_POINTS_AT_IT = word_set(
    "he him his he's she her hers she's they them their they're it it's that this those these there then"
)
_LAST_MOVES = 2  # whose words a question about them may be made of
_MOVES_BACK = 3  # in which a thing was spoken of that nobody has to ask after
_BY_WORDS = (
    ("since_when", re.compile(r".*\bhow long (?:have|has|had|is|are|'ve|'s)\b")),
    ("how_long", re.compile(r".*\b(?:how long|till when|until when)\b")),
    ("do_you_know", re.compile(r"do you (?:even |still |happen to |by any chance )?know (?!what i\b|how i\b|about\b)")),
    ("done", re.compile(r"(?:what|how) (?:did|do|will|would) you (?!know|hear|think|find|feel|see|notice)")),
    ("often", re.compile(r".*\bhow (?:often|many times)\b")),
    (
        "why",
        re.compile(
            r"what (?:made|makes|keeps|kept|stops|stopped|got|brought|led|caused|causes)\b"
            r"|what(?:'s| is| was) the reason\b"
        ),
    ),
)
_HOW = re.compile(r"how\b|in what way\b|what way\b")
_BY_FORM = {
    AnswerForm.WHO: "who_of_it",
    AnswerForm.NAME: "who_of_it",
    AnswerForm.WHEN: "lately",
    AnswerForm.WHERE: "where_of_it",
    AnswerForm.WHY: "why",
    AnswerForm.YES_OR_NO: "if",
}


def of_what_was_told(state: BuyerState, asked: Question) -> bool:
    """Whether a question is about something told just now, or the last thing told if one knew no more of it."""
    if not _tells(state):
        return False
    text = asked.own or asked.text
    if not _POINTS_AT_IT.isdisjoint(text.split()) or follow_up(text):
        return True
    return bool(asked.words) and asked.words <= frozenset(map(stem, normalised(state.said_lately(_LAST_MOVES)).split()))


def was_told(state: BuyerState, thing: str) -> bool:
    """Whether one has spoken of a thing lately: nobody says it back as if it were new."""
    return bool(thing) and stem(thing.rpartition(" ")[2]) in stems(state.said_lately(_MOVES_BACK))


def _tells(state: BuyerState) -> bool:
    if any(part.kind in SPOKEN_OF for part in state.last):
        return True
    return any(part.kind is PartKind.UNKNOWN and part.ref.startswith(STORY) for part in state.last)


def of_a_story(asked: Question) -> str:
    """The group for a question about a story, by what it wants to know of it."""
    text = asked.own or asked.text
    if (wanted := follow_up(text)) is FollowUp.MOVED:
        wanted = FollowUp.TAKEN
    if wanted:
        return f"{STORY}{wanted.value}"
    core = bare(text)
    if group := next((group for group, form in _BY_WORDS if form.match(core)), ""):
        return f"{STORY}{group}"
    return AnswerForm.HOW_MANY.value if asked.form is AnswerForm.HOW_MANY else f"{STORY}{_form_of(asked, core)}"


def _form_of(asked: Question, core: str) -> str:
    return _BY_FORM.get(asked.form) or ("how" if _HOW.match(core) else "more")
