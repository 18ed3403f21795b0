"""Whether a fact is the kind of thing that was asked for: a name for "who?", a date for "when?", the person named.

Flows in: a fact and a question. Flows out: yes or no. Read off the words the fact is told in.
"""

import re
from functools import lru_cache

from sparring.call.mind.heard.asked import Asked
from sparring.call.mind.heard.form import Form
from sparring.call.mind.heard.spoken import bare
from sparring.call.mind.phrases import GENERAL_WORDS
from sparring.persona import Fact, Persona
from sparring.speech_acts import Topic

_FACTS_KEPT = 1_024  # of all personas, with each form
_TIME_SPAN = re.compile(
    r"\b(?:since|ago|until|till|always|(?:year|month|week|day|night|hour|minute|morning|afternoon)s?|spring|summer|fall"
    r"|winter|Christmas|Easter|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_COUNTS = re.compile(r"\bhow (?:many|old)\b")
_NUMBER = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|dozen"
    r"|once|twice|few|couple|both|half|every|most|all|many|no|none|nobody|just me|only)\b"
)
_TOLD_IN = {
    Form.WHO: re.compile(
        r"(?<=[a-z,] )(?!\w+day)[A-Z][a-z]+"
        r"|\b(?:[Nn]obody|[Nn]o one|[Nn]one|[Ee]verybody|[Jj]ust me|the (?:two|three) of us"
        r"|(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:\w+ )?"
        r"(?:wife|husband|son|daughter|brother|sister|mother|father|mom|dad))\b"
    ),
    Form.NAME: re.compile(r"(?<=[a-z,] )(?!\w+day|I\b)[A-Z][a-z]+"),
    Form.WHEN: re.compile(
        r"\d|\b(?:ago|last|since|yesterday|today|tomorrow|tonight|now|soon|next|noon|morning|mornings|afternoon"
        r"|afternoons|evening|evenings|night|nights|week|weeks|weekend|weekends|month|months|year|years|day|days|hour"
        r"|hours|spring|summer|fall|winter|Christmas|Easter|\w+days?|January|February|March|April|May|June|July|August"
        r"|September|October|November|December|o'clock|once|when|after|before|until|till|never|always)\b"
    ),
    Form.WHERE: re.compile(
        r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]ff|[Tt]o|[Bb]y) (?:(?:the|an?|my|her|his|our|their) [a-z]"
        r"|(?!\w+day|January|February|March|April|May|June|July|August|September|October|November|December|I\b)[A-Z])"
        r"|\b(?:upstairs|downstairs|here|there|home|next door|doors|minutes|miles|everywhere|nowhere|away)\b"
    ),
    Form.HOW_MANY: re.compile(_NUMBER, re.IGNORECASE),
}
_OF_ONESELF = re.compile(r"\b(?:I|I'm|I've|I'd|me|my|[Ww]e|[Ww]e've|[Oo]ur|us)\b")
_OF_OTHERS = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them)(?:'s|'d|'ll|'re|'ve)?\b|\b(?!I\b)(?<=[a-z,] )[A-Z][a-z]+"
)
_ABOUT_THEM = re.compile(r"(?:(?:what|where|how|when|who|why)(?:'s)? )?(?:does|did|is|was|has|can|could) (?:she|he)\b")

PARTICULARS = frozenset(_TOLD_IN)
"""The forms of question that want a word of one kind."""


def suits(fact: Fact, asked: Asked) -> bool:
    """Whether any way of telling `fact` has in it what the question wants; "how long" may be told without a number."""
    if asked.form is Form.HOW_MANY and not _COUNTS.search(asked.text):
        return True
    return answers_form(fact, asked.form)


def tells_how_long(fact: Fact, asked: Asked) -> bool:
    """Whether a fact has a length of time in it for a question that wants one; true for every other question."""
    return "how long" not in asked.text or any(map(_TIME_SPAN.search, (fact.text, *fact.lines)))


def answers_form(fact: Fact, form: Form) -> bool:
    """Whether any way of telling `fact` has in it what a question of this form wants."""
    somewhere = form is Form.WHERE and Topic.LOCATION in fact.topics
    return somewhere or told_in(fact.lines, form) or told_in((fact.text,), form)


@lru_cache(_FACTS_KEPT)
def told_in(lines: tuple[str, ...], form: Form) -> bool:
    """Whether any of these lines has in it what a question of this form wants."""
    wanted = _TOLD_IN.get(form)
    return wanted is None or any(wanted.search(line) for line in lines)


def about_somebody_else(persona: Persona, fact: Fact, asked: Asked) -> bool:
    """Whether the question has the name of a person whom no way of telling this fact is about: "how old is Bea"."""
    named = persona.name_words.intersection(asked.text.split())
    if not named or not (named := named - GENERAL_WORDS - _own_names(persona)):
        return False
    told = " ".join((fact.text, *fact.lines, *fact.cues)).lower()
    return not any(name in told for name in named)


def of_another_person(fact: Fact, asked: Asked) -> bool:
    """Whether "what did she do for a living" meets only what the buyer tells of themselves, or the other way round."""
    own, theirs = _whom(fact.lines)
    if asked.about_you:
        return theirs and not own
    return own and not theirs and bool(_ABOUT_THEM.match(bare(asked.text)))


@lru_cache(_FACTS_KEPT)
def _whom(lines: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether any of these lines speaks of the buyer, and whether any speaks of somebody else."""
    return any(map(_OF_ONESELF.search, lines)), any(map(_OF_OTHERS.search, lines))


def _own_names(persona: Persona) -> frozenset[str]:
    return frozenset(word.lower() for name in (*persona.names, persona.agency) for word in name.split())
