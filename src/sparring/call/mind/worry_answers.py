"""Whether what the rep says answers a worry: in so many words, in its own words, or in words like those of an answer.

Flows in: an objection and a reading. Flows out: how near a statement of the rep comes to an answer.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from sparring.call.mind.heard.presuppositions import denies
from sparring.call.mind.heard.sentences import OURS
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.meaning import answer_alike, answer_words_alike, no_answer_alike
from sparring.call.mind.phrases import COMMON_WORDS, GENERAL_WORDS
from sparring.call.mind.red_lines import crosses
from sparring.persona import Objection, Persona, stem, stems
from sparring.speech_acts import ActKind

_OBJECTIONS_KEPT = 256  # of all personas
MORE_THAN_ONE_WORD = 2  # of an answer, for a hard buyer to have heard it
_OF_ASKING = frozenset(
    stems("worry worries bother bothers concern like want trust care careful stop hold keep see think")
)
_IS_TAKEN_IN = re.compile(
    r"(?:(?:okay|sure|yes|well|and) )*i (?:can )?(?:understand|hear|know|see|get|appreciate)(?: that| how| why)?\b"
)
_OF_OURS = OURS | {"ours"}
_OURS_OR_THEIRS = _OF_OURS | {"they", "they'll", "nobody"}  # whom we send
_SAYS_NOTHING = frozenset(map(stem, COMMON_WORDS | GENERAL_WORDS)) | _OF_ASKING
_RULES_OUT = re.compile(r"(?:no|not an?) (\w+)")
_WORDS_OF_AN_ANSWER, _WORDS_OF_A_STATEMENT = 2, 5  # in one sentence: one may stand in it by chance
# Thousandths of likeness to an answer, and from where on nobody is told, the first time, that they went past the worry.
# By cues alone half of answers in fresh words reach it and one in ten of brochures, praise and promises; where examples
# of answers are known, with words one by one and less what it has of such, eight in ten and one in eight
_LIKE_AN_ANSWER, _NEARLY_AN_ANSWER = 250, 130
_LIKE_AN_EXAMPLE, _NEARLY_AN_EXAMPLE = 560, 400
# Said before the worry came up: 50 in 69 fresh answers reach it and are no less like an answer to this worry than to
# another of the same buyer, and 11 in 132 answers to another
_SAID_EARLIER, _AS_LIKE = 600, 100
SURELY_AN_ANSWER = 900  # from here on a worry that has such examples need not be voiced at all
_FOR_NOTHING = 0.75
_WANTS_A_NO = "kickback"  # a worry of which nothing but what is denied can be an answer
# What is put forward answers nothing: "could I meet your aunt and Bea"; nor does who calls, and for how long
OFFERS = re.compile(
    r"(?:(?:and|so|but|then|okay) )*(?:(?:could|can|may|shall|would|might|should) |how about|what about|let me\b"
    r"|let's\b"
    r"|i(?:'d| would) (?:like|love) to (?:come|meet|visit|stop|drop|call|see))"
)
_ANSWERS_NOTHING = re.compile(
    rf"{OFFERS.pattern}"
    r"|(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|this is|my name(?:'s| is)|i'm (?:just )?calling"
    r"|i wanted to (?:introduce|ask)|do you have|have you got|is (?:this|now) (?:an? )?(?:okay|good|bad))\b"
    r"|(?:\S+ ){0,8}dollars\b(?: \S+){0,4}$"
)
_NO_ANSWER = frozenset({ActKind.PRESSURE, ActKind.DISPARAGES, ActKind.OFFERS_VALUE_FOR_REFERRALS, ActKind.ABUSE})
_SAYS_BACK = frozenset({ActKind.REFLECTION, ActKind.SUMMARISES, ActKind.EMPATHY})


class Likeness(IntEnum):
    """How like an answer to a worry something is."""

    NONE = 0
    NEARLY = 1
    ENOUGH = 2


def answered_plainly(objection: Objection, reading: Reading) -> bool:
    """Whether it is answered in so many words that nobody could have missed it."""
    said_so = len(reading.stated.intersection(objection.cues))
    return said_so >= MORE_THAN_ONE_WORD or in_its_words(objection, reading)


def in_its_words(objection: Objection, reading: Reading) -> bool:
    """Whether the rep says of themselves two words of an answer, or one beside a word of the worry, in one sentence.

    As in "ours never touch a wound or a pill" to who fears that aides play nurse.
    """
    of_worry = voiced(objection) - _SAYS_NOTHING
    whose = _OF_OURS if ActKind.REFLECTION in reading.kinds else _OURS_OR_THEIRS
    for claim in reading.claims.split("|"):
        sentence = _IS_TAKEN_IN.sub("", claim.strip())
        if whose.isdisjoint(sentence.split()):
            continue
        said = stems(sentence)
        answers = said & _answer_words(objection, denied=denies(sentence))
        if len(answers) >= _WORDS_OF_AN_ANSWER or (answers and (said - answers) & of_worry):
            return True
    return False


def like_an_answer(objection: Objection, reading: Reading) -> Likeness:
    """How near a statement, made to who has just voiced the worry, lies to its answers: "somebody else is there"."""
    enough, nearly = (
        (_LIKE_AN_EXAMPLE, _NEARLY_AN_EXAMPLE) if objection.answered_as else (_LIKE_AN_ANSWER, _NEARLY_AN_ANSWER)
    )
    most = most_like(objection, reading)
    return Likeness.ENOUGH if most >= enough else Likeness.NEARLY if most >= nearly else Likeness.NONE


def most_like(objection: Objection, reading: Reading) -> int:
    """The likeness of the statement that is most like an answer; 0: none is.

    Only said back, a worry has had none; nor has one that is pressed, or met with a word against others.
    """
    return most_like_of(objection, statements(reading))


def statements(reading: Reading) -> tuple[str, ...]:
    """What of an utterance may answer a worry, in normalised sentences."""
    if not reading.kinds.isdisjoint(_NO_ANSWER):
        return ()
    only_ours = not reading.kinds.isdisjoint(_SAYS_BACK)
    claims = [one.strip() for one in reading.claims.split("|") if one.count(" ") > _WORDS_OF_A_STATEMENT]
    return tuple(one for one in claims if not ((only_ours or _IS_TAKEN_IN.match(one)) and _is_of_them(one)))


def said_of_oneself(reading: Reading) -> tuple[str, ...]:
    """Statements that may answer a worry which has not been voiced: no greeting, no price, nothing only proposed."""
    if crosses(reading):
        return ()
    return tuple(one for one in statements(reading) if not _ANSWERS_NOTHING.match(one))


def answered_by(persona: Persona, objection: Objection, said: Iterable[str], *, at_least: int = _SAID_EARLIER) -> bool:
    """Whether one of some statements answers this worry, and not rather another one of the same buyer."""
    return any(_is_answer_to(persona, objection, one, at_least) for one in said)


def nearly_answered(objection: Objection, said: Iterable[str]) -> bool:
    """Whether one of some statements comes near to an answer, as one with a word of an answer in it must."""
    return most_like_of(objection, said) >= (_NEARLY_AN_EXAMPLE if objection.answered_as else _NEARLY_AN_ANSWER)


def _is_answer_to(persona: Persona, objection: Objection, claim: str, at_least: int) -> bool:
    alike = _claim_likeness(objection, claim)
    if not objection.answered_as or alike < at_least:
        return False
    return all(_claim_likeness(other, claim) <= alike + _AS_LIKE for other in persona.objections if other.answered_as)


def most_like_of(objection: Objection, said: Iterable[str]) -> int:
    """The likeness of the statement among some that is most like an answer; 0: there are none."""
    return max((_claim_likeness(objection, one) for one in said), default=0)


def _is_of_them(claim: str) -> bool:
    """Whether a statement says nothing of the rep's own, as "I understand, it's your name on it"."""
    return _OF_OURS.isdisjoint(_IS_TAKEN_IN.sub("", claim).split())


@lru_cache(_OBJECTIONS_KEPT)
def _claim_likeness(objection: Objection, claim: str) -> int:
    if objection.kind == _WANTS_A_NO and not denies(claim):
        return 0
    alike = answer_alike(objection, claim)
    if not objection.answered_as:
        return alike
    return alike + answer_words_alike(objection, claim) - round(_FOR_NOTHING * no_answer_alike(claim))


@lru_cache(2 * _OBJECTIONS_KEPT)
def _answer_words(objection: Objection, *, denied: bool) -> frozenset[str]:
    """Stems of the words that answer it, and few other things; a gift is "no gifts" only where something is denied."""
    return stems(" ".join(cue for cue in objection.cues if denied or not denies(cue))) - _SAYS_NOTHING


def refused(objection: Objection, said: Iterable[str]) -> bool:
    """Whether the rep has ruled out in any words what "no gifts" rules out in these: "I don't do gifts"."""
    ruled_out = _ruled_out(objection)
    return ruled_out is not None and any(map(ruled_out.search, said))


@lru_cache(_OBJECTIONS_KEPT)
def _ruled_out(objection: Objection) -> re.Pattern[str] | None:
    things = sorted({stem(found[1]) for cue in objection.cues if (found := _RULES_OUT.fullmatch(cue))})
    if not things:
        return None
    return re.compile(
        rf"\b(?:\w+n't|no|not|never|without|cannot)(?: (?!know\b|think\b)\w+){{0,3}} (?:{'|'.join(things)})"
    )


@lru_cache(_OBJECTIONS_KEPT)
def voiced(objection: Objection) -> frozenset[str]:
    """Stems of the words in which it is voiced."""
    return stems(" ".join((*objection.lines, *objection.again))) - _OF_ASKING
