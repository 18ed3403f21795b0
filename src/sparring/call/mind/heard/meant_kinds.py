"""Which acts of an utterance count on this call: what the recogniser heard, put right by what is asked and of whom.

Flows in: the utterance with its acts, its questions and the persona. Flows out: the kinds of acts the mind goes by.
"""

import re

from sparring.call.mind.heard.answer_form import AUXILIARIES, has_form
from sparring.call.mind.heard.good_time import asks_for_a_moment, asks_for_minutes
from sparring.call.mind.heard.offered_times import asks_for_case, proposes
from sparring.call.mind.heard.questions import QUESTIONS, Question, half_asks_name, says_back
from sparring.call.mind.heard.sentences import QUESTION_WORDS, HeardSentence, Spoken, mentions, normalised
from sparring.call.mind.heard.ways_to_reach import asks_number, asks_way, may_ask
from sparring.persona import Persona
from sparring.speech_acts import Act, ActKind, Topic

# Acts that make sense on one type of call only
_OUT_OF_PLACE = {"inside": frozenset({ActKind.ASKS_FOR_CASE, ActKind.EXPLAINS_REFERRING})}
_OF_SENDING = re.compile(r"\b(?:sen[dt]|sending|refer\w*|recommend\w*|friends?|neighbou?rs?|other famil(?:y|ies))\b")
_REACHING = (
    "number",
    "reach",
    "contact",
    "call you",
    "e-mail",
    "email",
    "mail",
    "phone number",
    "get hold",
    "text you",
    "your cell",
    "best cell",
    "your mobile",
    "your telephone",
)
_NUMBER_ALONE = re.compile(
    r"(?:^|\b(?:and|okay|good|great|so|thanks|perfect) )(?:what's |and )*(?:your |the |a |best )*"
    r"(?:phone |telephone |cell |mobile |callback |call back )?(?:number|email|e mail|(?:tele)?phone|cell|mobile)"
    r"(?: is| please)?"
    r"(?: (?!is|was|of|again)[a-z]+)?$"
)
_NAME_OF_ANOTHER = re.compile(
    r"\bnames? of (?:your|the|his|her|this|that)\b|\bwhom? (?:do|should|would|will|can|shall|must) (?:i|we) ask for\b"
)
_OF_THE_CALL = re.compile(
    r"\b(?:i'll|i will) (?:just )?(?:answer|tell you|explain|say|get to|be (?:straight|honest|frank|open|quick|brief))"
    r"\b",
    re.IGNORECASE,
)
# "I'm not calling to ask you for clients", and not a word on what else for
_ONLY_RULES_OUT = re.compile(
    r"\bi(?:'m| am) not (?:calling|phoning|here|asking|trying|going|after|looking|selling|out)\b"
    r"(?!.*\b(?:but|just|only|instead|because|i'd|i would|i want|i hope|i wanted|i'm (?:calling|asking|here))\b)"
)
_OWN_NAME = re.compile(r"\byour (?:own |first |last |full )?name\b")
# Whoever a question would run down: other agencies, or people who are spoken of
_RIVALS = re.compile(
    r"\b(?:agency|agencies|company|companies|competitors?|competition|outfits?|providers?|firms?|they|they're|their"
    r"|guys|people|caregivers?|aides?|nurses?|helpers?|girls?|women)\b"
)
_OTHERS = ("they ", "he ", "she ", "they're ", "he's ", "she's ", "somebody ", "nobody ", "everybody ", "everyone ")
WHO_IS_THIS = re.compile(
    r"\bwhom? (?:am i (?:speaking|talking) (?:with|to)|do i have the (?:pleasure|honou?r|joy)"
    r"(?: of (?:speaking|talking) (?:with|to))?)\b"
)
SECOND_NAME = re.compile(
    r"(?:\byour |^)(?:own |first |full )?names? (?:by the way |btw |please )*(?:and|or) "
    r"(?:what(?:'s|s| is) )?((?:his|hers|theirs)$|(?:your|the|his|her) (?:\w+ ){0,4}?(?:\w+'s|person|one|patient))\b"
)


def meant_kinds(
    persona: Persona, said: Spoken, acts: tuple[Act, ...], asked: tuple[Question, ...]
) -> frozenset[ActKind]:
    """The kinds of acts that count; `asked`: the questions that want something the buyer knows."""
    text = said.words
    kinds = frozenset(act.kind for act in acts) - _OUT_OF_PLACE.get(persona.call_type, frozenset())
    kinds = _with_contact(said, acts, asked, kinds)
    if any(one.topic is Topic.HARDEST_CASES for one in asked) or not asks_for_case(said, acts):
        kinds -= {ActKind.ASKS_FOR_CASE}  # asking what is hard is not asking for a patient
    if not asked:
        kinds -= set(QUESTIONS)  # small talk and suggestions
    kinds = _with_name(said, acts, kinds)
    if asks_for_a_moment(text) or any(asks_for_minutes(one.words) for one in said.sentences):
        kinds |= {ActKind.ASKS_FOR_TIME}
    elif not persona.rep_calls and (asked or " takes " in text):
        kinds -= {ActKind.ASKS_FOR_TIME}  # "it takes ten minutes", "ten minutes, I can't blame her": a caller has time
    answers = [said.at(act.start, act.end) for act in acts if act.kind is ActKind.ANSWERS_OBJECTION]
    if answers and all(_concludes_of_others(one) for one in answers):
        kinds -= {ActKind.ANSWERS_OBJECTION}  # "I see, and so she's in her own place" meets no worry
    kinds -= _of_no_weight(said, acts)
    if any(says_back(one.core) for one in said.sentences):
        kinds |= {ActKind.REFLECTION}
    if ActKind.PROPOSES_NEXT_STEP in kinds and not proposes(said, acts):
        kinds -= {ActKind.PROPOSES_NEXT_STEP}
    if ActKind.CALL_911 in kinds:
        kinds -= {ActKind.MEDICAL_ADVICE}  # naming the danger belongs to sending for help
    return kinds - _harmless(persona, said, acts)


def _of_no_weight(said: Spoken, acts: tuple[Act, ...]) -> frozenset[ActKind]:
    """A purpose that only says what one does not call for, and a promise that is of this call alone."""
    purposes = [said.at(act.start, act.end).words for act in acts if act.kind is ActKind.STATES_PURPOSE]
    promised = [said.text[act.start : act.end] for act in acts if act.kind is ActKind.SERVICE_PROMISE]
    light: set[ActKind] = set()
    if purposes and all(map(_ONLY_RULES_OUT.search, purposes)):
        light.add(ActKind.STATES_PURPOSE)  # nobody is met with a worry about what they have just ruled out
    if promised and all(map(_OF_THE_CALL.search, promised)):
        light.add(ActKind.SERVICE_PROMISE)  # "I'll answer it straight" is of this call alone
    return frozenset(light)


def _harmless(persona: Persona, said: Spoken, acts: tuple[Act, ...]) -> frozenset[ActKind]:
    """Reproaches that are none, "which of those is the worst one", and gifts: "what would make it worth your time"."""
    no_gift = persona.call_type == "inside" and not _OF_SENDING.search(said.words)
    run_down = [said.at(act.start, act.end) for act in acts if act.kind is ActKind.DISPARAGES]
    none_run_down = all(_asks_of_nobody(persona, one) for one in run_down)
    gifts = {ActKind.OFFERS_VALUE_FOR_REFERRALS} if no_gift else set()
    return frozenset(gifts | ({ActKind.DISPARAGES} if none_run_down else set()))


def _with_contact(
    said: Spoken, acts: tuple[Act, ...], asked: tuple[Question, ...], kinds: frozenset[ActKind]
) -> frozenset[ActKind]:
    """The acts, with a number asked for if one is."""
    asks = [said.at(act.start, act.end) for act in acts if act.kind is ActKind.ASKS_CONTACT]
    if asks_number(said):
        kinds |= {ActKind.ASKS_CONTACT}
    elif not mentions(said.words, _REACHING) or (asks and not any(map(may_ask, asks))):
        kinds -= {ActKind.ASKS_CONTACT}
    elif any(asks_way(one.text) for one in asked):
        kinds -= {ActKind.ASKS_CONTACT}  # the e-mail or the address, which a fact tells
    elif any(_NUMBER_ALONE.search(one.words) for one in said.sentences):
        kinds |= {ActKind.ASKS_CONTACT}
    return kinds


def _with_name(said: Spoken, acts: tuple[Act, ...], kinds: frozenset[ActKind]) -> frozenset[ActKind]:
    """The acts, with the buyer's own name asked for if it is."""
    text = said.words
    names = [said.at(act.start, act.end) for act in acts if act.kind is ActKind.ASKS_NAME]
    if (
        any(one.core == "name" for one in said.sentences)
        or half_asks_name(text)
        or SECOND_NAME.search(text)
        or WHO_IS_THIS.search(text)
    ):
        kinds |= {ActKind.ASKS_NAME}
    elif names and all(_of_another(one.words) for one in names):
        kinds -= {ActKind.ASKS_NAME}
    if any(map(_tells_of_others, names)):
        kinds -= {ActKind.ASKS_NAME}
    return kinds


def _tells_of_others(sentence: HeardSentence) -> bool:
    """As in "they asked you to spell your name": that is told, and not asked."""
    return sentence.core.startswith(_OTHERS) and not sentence.marked.rstrip().endswith("?")


def _asks_of_nobody(persona: Persona, sentence: HeardSentence) -> bool:
    """As in "which of those is the worst one right now": a question that names nobody runs nobody down."""
    asks = sentence.core.split(" ", 1)[0] in QUESTION_WORDS | AUXILIARIES
    asks = asks and (sentence.marked.rstrip().endswith("?") or has_form(sentence.core))
    rivals = (normalised(name) for name in persona.competitors)
    return asks and not (_RIVALS.search(sentence.words) or any(name in sentence.words for name in rivals))


def _concludes_of_others(sentence: HeardSentence) -> bool:
    """As in "and so she's in her own place": the rep has understood something, and said nothing of their own."""
    return "so" in sentence.words.removesuffix(sentence.core).split() and sentence.core.startswith(_OTHERS)


def _of_another(words: str) -> bool:
    """As in "the name of your father", "whom do I ask for at the door": the buyer's own name is not asked for."""
    return _NAME_OF_ANOTHER.search(words) is not None and _OWN_NAME.search(words) is None
