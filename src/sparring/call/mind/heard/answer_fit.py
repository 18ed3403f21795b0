"""Whether a fact is the kind of thing that was asked for: a name for "who?", a date for "when?", the person named.

Flows in: what a fact is told in, read once, and a question. Flows out: yes or no.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.phrases import GENERAL_WORDS
from sparring.persona import Fact, Persona
from sparring.speech_acts import Topic
from sparring.speech_acts.text.calendar import MONTHS

_PERSONAS_KEPT = 32
_FACTS_KEPT = 1_024  # of all personas, with each form
_QUESTIONS_KEPT = 64
_MONTHS = "|".join(MONTHS)
_SEASONS = "spring|summer|fall|winter"
_TIME_SPAN = re.compile(
    r"\b(?:since|ago|until|till|always|(?:year|month|week|day|night|hour|minute|morning|afternoon)s"
    r"|(?:\d+|an?|one|half an?|all|the whole) (?:\w+ )?(?:year|month|week|day|night|hour|minute|morning|afternoon)"
    rf"|{_SEASONS}|Christmas|Easter|{_MONTHS})\b"
)
_LENGTH = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half an?|couple of|few)"
    r" (?:\w+ )?(?:year|month|week|day|night|hour|minute|morning|afternoon|evening)s?\b",
    re.IGNORECASE,
)
_AN_HOUR = re.compile(
    r"\b(?:at|by|from|till|until|around|before|after|between|past|to) (?:\d|noon|midnight|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)\b|\bo'clock\b|\b(?:noon|midnight|breakfast|lunch|supper|dinner|bedtime)\b"
    r"|\b(?:mornings?|afternoons?|evenings?|nights?)\b",
    re.IGNORECASE,
)
_KIN = {
    "father": "father",
    "dad": "father",
    "mother": "mother",
    "mom": "mother",
    "parents": "parents",
    "brother": "brother",
    "sister": "sister",
    "son": "son",
    "daughter": "daughter",
    "husband": "husband",
    "wife": "wife",
    "aunt": "aunt",
    "uncle": "uncle",
    "grandma": "grandmother",
    "grandmother": "grandmother",
    "neighbor": "neighbor",
}
KIN = frozenset(_KIN)
"""What somebody is called who belongs to somebody: the words, whichever stand for the same."""
_OLD_THING = re.compile(r"\bhow old (?:is|was|are) (?:it|that|this|they)\b")
_COUNTS = re.compile(r"\bhow (?:many|old)\b")
_NUMBER = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|dozen"
    r"|once|twice|few|couple|both|half|every|most|all|many|no|none|nobody|just me|only)\b"
)
_TOLD_IN = {
    AnswerForm.WHO: re.compile(
        r"(?<=[a-z,] )(?!\w+day)[A-Z][a-z]+"
        r"|\b(?:[Nn]obody|[Nn]o one|[Nn]one|[Ee]verybody|[Jj]ust me|the (?:two|three) of us"
        r"|(?:wi[fv]es?|husband|son|daughter|brother|sister|mother|father|mom|dad|spouse|neighbor|nurse|aide|doctor"
        r"|therapist|social worker|owner|partner|director|administrator|lawyer|judge|guardian|clerk|manager|planner"
        r"|secretary|assistant|paralegal|cook|caregiver|chaplain|coordinator)s?|famil(?:y|ies))\b"
    ),
    AnswerForm.NAME: re.compile(r"(?<=[a-z,] )(?!\w+day|I\b)[A-Z][a-z]+"),
    AnswerForm.WHEN: re.compile(
        r"\d|\b(?:ago|last|since|yesterday|today|tomorrow|tonight|now|soon|next|noon|morning|mornings|afternoon"
        r"|afternoons|evening|evenings|night|nights|week|weeks|weekend|weekends|month|months|year|years|day|days|hour"
        rf"|hours|{_SEASONS}|Christmas|Easter|\w+days?|{_MONTHS}"
        r"|o'clock|once|when|after|before|until|till|never|always)\b"
    ),
    AnswerForm.WHERE: re.compile(
        r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]ff|[Tt]o|[Bb]y) (?:(?:the|an?|my|her|his|our|their) [a-z]"
        rf"|(?!\w+day|{_MONTHS}|I\b)[A-Z])"
        r"|\b(?:upstairs|downstairs|here|there|home|next door|doors|minutes|miles|everywhere|nowhere|away)\b"
    ),
    AnswerForm.HOW_MANY: re.compile(_NUMBER, re.IGNORECASE),
}
_DATE = re.compile(
    rf"\b(?:ago|last (?:\w+ )?(?:\w+day|night|week|month|year|{_SEASONS})|yesterday|today|this morning"
    rf"|in the (?:{_SEASONS})|since|Christmas|Easter|Thanksgiving|\w+days?|{_MONTHS}"
    r"|in (?:nineteen|twenty|\d{4}))\b"
)
_OF_ONESELF = re.compile(r"\b(?:I|I'm|I've|I'd|me|my|[Ww]e|[Ww]e've|[Oo]ur|us)\b")
_OF_OTHERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|him|[Hh]er|[Hh]is|hers|[Tt]hey|them)(?:'s|'d|'ll|'re|'ve)?\b|\b(?!I\b)(?<=[a-z,] )[A-Z][a-z]+"
)
_ABOUT_THEM = re.compile(r"(?:(?:what|where|how|when|who|why)(?:'s)? )?(?:does|did|is|was|has|can|could) (?:she|he)\b")
_OF_THEM_ALONE = re.compile(r"(?!.*\b(?:you|you're|your|yours|yourself)\b).*\b(?:he|she|him|her|his|hers)\b")

_SPEAKS = r"(?:say|says|said|saying|tells?|told|telling|asks?|asked|explain\w*|talk|talked|warn\w*|promis\w+)"
# "what do you tell the family", "what did she say to that"
_WHAT_IS_SAID = re.compile(
    r"what (?:do|did|does|would|will|have|has) (you|he|she|they|it|(?:the|your|his|her) (?:\w+ )?\w+|[a-z]+) "
    r"(?:usually |always |even |ever |then )?(?:tell|say (?:to|about|when)|told|said (?:to|about|when))\b"
)
_I_SAY = re.compile(rf"\b(?:I|[Ww]e)(?:'d|'ll|'ve| have| had)? (?:\w+ )?{_SPEAKS}\b|\b[Tt]hat they\b")
_THEY_SAY = re.compile(rf"(?<!I )(?<!We )(?<!we )\b{_SPEAKS}\b|(?<!\w)'\w", re.IGNORECASE)
_ASKED_WHAT_I_SAY = re.compile(r"\byou(?: \w+)? (?:say|said|tell|told)\b(?! (?:me|us|that)\b)")
_ASKED_WHAT_THEY_SAY = re.compile(r"(?<!you )\b(?:say|says|said|tells?|told)\b(?! me\b)")

PARTICULARS = frozenset(_TOLD_IN)
"""The forms of question that want a word of one kind."""


@dataclass(frozen=True, slots=True)
class FactContent:
    """What the ways of telling a fact have in them.

    Args:
        forms: the forms of question that it answers.
        of_oneself: a line speaks of the buyer.
        of_others: a line speaks of somebody else.
        begins_with_me: every line speaks of the buyer first.
        i_say: it tells what the buyer says to somebody.
        they_say: it tells what somebody else says.
        words: its text, lines and cues in small letters.
        kin: whose mother, brother or daughter its question names.
    """

    forms: frozenset[AnswerForm]
    of_oneself: bool
    of_others: bool
    begins_with_me: bool
    i_say: bool
    they_say: bool
    words: str
    kin: frozenset[str]


def told_of(fact: Fact) -> FactContent:
    """What a fact is told in: a dozen patterns, for once in the life of a persona."""
    return FactContent(
        forms=frozenset(form for form in AnswerForm if answers_form(fact, form)),
        of_oneself=any(map(_OF_ONESELF.search, fact.lines)),
        of_others=any(map(_OF_OTHERS.search, fact.lines)),
        begins_with_me=all(map(_begins_with_me, fact.lines)),
        i_say=_says(fact, _I_SAY, _ASKED_WHAT_I_SAY),
        they_say=_says(fact, _THEY_SAY, _ASKED_WHAT_THEY_SAY),
        words=" ".join((fact.text, *fact.lines, *fact.cues)).lower(),
        kin=kin_in(normalised(fact.question)),
    )


def _says(fact: Fact, told: re.Pattern[str], asked: re.Pattern[str]) -> bool:
    """Whether it is told in lines with such words, or asked for in such words."""
    ways = (normalised(one) for one in (fact.question, *fact.asked_as, *fact.cues))
    return any(map(told.search, fact.lines)) or any(map(asked.search, ways))


def _begins_with_me(line: str) -> bool:
    """Whether the first person in a line is the buyer: "I hurt my back on Sunday getting him up"."""
    own, other = _OF_ONESELF.search(line), _OF_OTHERS.search(line)
    return own is not None and (other is None or own.start() < other.start())


def suits(told: FactContent, asked: Question) -> bool:
    """Whether any way of telling a fact has in it what the question wants; "how long" may be told without a number."""
    return asked.form in told.forms or any_suits(asked.form, asked.text)


def any_suits(form: AnswerForm, text: str) -> bool:
    """Whether any fact has in it what a question of this form, in normalised words, wants."""
    return form is AnswerForm.HOW_MANY and not _COUNTS.search(text)


def tells_how_long(fact: Fact, asked: Question) -> bool:
    """Whether a fact has a length of time in it for a question that wants one; true for every other question."""
    return "how long" not in asked.text or any(map(_TIME_SPAN.search, (fact.text, *fact.lines)))


def says_how_long(line: str, text: str) -> bool:
    """Whether a line has a length of time, or an hour, in it for a question that wants one; else true."""
    if "what time" in text:
        return _AN_HOUR.search(line) is not None
    wanted = "how long" in text or _OLD_THING.search(text) is not None
    return not wanted or _TIME_SPAN.search(line) is not None


def says_how_long_exactly(line: str) -> bool:
    """Whether a line has a number of hours, days or years in it: "till the mail came" has none."""
    return _LENGTH.search(line) is not None


def answers_form(fact: Fact, form: AnswerForm) -> bool:
    """Whether any way of telling `fact` has in it what a question of this form wants."""
    somewhere = form is AnswerForm.WHERE and Topic.LOCATION in fact.topics
    return somewhere or told_in(fact.lines, form) or told_in((fact.text,), form)


@lru_cache(_FACTS_KEPT)
def told_in(lines: tuple[str, ...], form: AnswerForm) -> bool:
    """Whether any of these lines has in it what a question of this form wants."""
    wanted = _TOLD_IN.get(form)
    return wanted is None or any(wanted.search(line) for line in lines)


def told_plainly(fact: Fact, form: AnswerForm) -> bool:
    """Whether a line of the fact has it in so many words: a "when was that?" is not answered by "until six"."""
    return told_in(fact.lines, form) and (form is not AnswerForm.WHEN or any(map(_DATE.search, fact.lines)))


def about_somebody_else(told: FactContent, people: frozenset[str]) -> bool:
    """Whether a question names people none of whom any way of telling this fact is about: "how old is Bea"."""
    return bool(people) and not any(name in told.words for name in people)


def of_other_kin(told: FactContent, kin: frozenset[str]) -> bool:
    """Whether "where does your father live" meets what one would be asked of a brother; `kin`: of the question."""
    return bool(told.kin) and bool(kin) and told.kin.isdisjoint(kin)


def kin_in(text: str) -> frozenset[str]:
    """Whose mother, brother or daughter normalised words name."""
    return frozenset(_KIN[word] for word in text.split() if word in _KIN)


def people_in(persona: Persona, asked: Question) -> frozenset[str]:
    """Those whom a question names, besides the two who speak and the one the whole call is about."""
    named = persona.name_words.intersection(asked.text.split())
    return named - GENERAL_WORDS - own_names(persona) - cared_for(persona) if named else named


def of_them_alone(text: str) -> bool:
    """Whether a question in normalised words is about somebody else and not about the buyer: "is he in pain"."""
    return _OF_THEM_ALONE.match(text) is not None


def of_another_person(told: FactContent, asked: Question) -> bool:
    """Whether "what did she do for a living" meets only what the buyer tells of themselves, or the other way round."""
    if told.of_oneself == told.of_others:
        return False
    if asked.about_you:
        return told.of_others
    return told.of_oneself and about_them(asked.text)


@lru_cache(_QUESTIONS_KEPT)
def wants_words_of(text: str) -> str:
    """Whose words a question in normalised words wants to hear: "me", "them", or nobody's in particular."""
    found = _WHAT_IS_SAID.match(bare(text))
    if found is None:
        return ""
    return "me" if found[1] == "you" else "them"


def of_other_words(told: FactContent, whose: str) -> bool:
    """Whether "what do you tell the family" meets a fact that only names them, or what they say; `whose` are wanted."""
    return (whose == "me" and not told.i_say) or (whose == "them" and not told.they_say)


@lru_cache(_QUESTIONS_KEPT)
def about_them(text: str) -> bool:
    """Whether a question in normalised words begins with somebody else: "what did she do for a living"."""
    return _ABOUT_THEM.match(bare(text)) is not None


@lru_cache(_PERSONAS_KEPT)
def cared_for(persona: Persona) -> frozenset[str]:
    """The name of whom a caller calls about: most facts are about them, whether they name them or not."""
    who = next((fact.text for fact in persona.facts if Topic.WHO in fact.topics and not persona.rep_calls), "")
    return persona.name_words.intersection(who.lower().replace(",", " ").replace(".", " ").split())


@lru_cache(_PERSONAS_KEPT)
def own_names(persona: Persona) -> frozenset[str]:
    """Each word of the names of the buyer, of the agency and of where the buyer picks up, in small letters."""
    place = persona.name_words.intersection(normalised(persona.opening_line).split()) if persona.rep_calls else ()
    return frozenset((*place, *(word.lower() for name in (*persona.names, persona.agency) for word in name.split())))
