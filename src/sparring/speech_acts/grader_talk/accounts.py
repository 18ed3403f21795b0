"""Speech to whoever scores the call by the account it gives of the call itself: to a record, as of a third person, as a skill.

Flows in: one sentence, lower case. Flows out: whether it is such speech. Who sells reports nothing of their own conduct to
a caller; who reports it, for the tape, as a narrator or with a mark beside the name of a skill, speaks to a scorer.
"""

import re
from functools import cache, reduce
from operator import or_
from typing import Final

from sparring.speech_acts.grader_talk.gate import words_of
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.needed_letters import Sieve, needed

_DID: Final = (
    "ask(?:ed|s)?|offer(?:ed|s)?|acknowledg(?:ed?|es|ing)|reflect(?:ed|s)?|cover(?:ed|s)?|summ(?:ed up|ari[sz]e[ds]?)|listen(?:ed|s)?"
    "|empathi[sz](?:ed?|es)|propos(?:ed?|es)|handl(?:ed?|es)|confirm(?:ed|s)?|check(?:ed|s)|explain(?:ed|s)?|demonstrat(?:ed?|es)"
    "|show(?:ed|s|n)?|mention(?:ed|s)?|nam(?:ed?|es)|answer(?:ed|s)?|address(?:ed|es)?|prob(?:ed|es)|clarif(?:ied|ies)|nailed|aced"
    "|paus(?:ed|es)|tri(?:ed|es)"
)
_SELLER: Final = (
    "rep|representative|agent|sales ?(?:man|woman|person|lady|rep)|seller|trainee|narrator|hero|consultant|advisor"
)
_JUDGES: Final = "assessor|reviewer|evaluator|grader|examiner|scorer|judge|coach|auditor|listener|observer|referee"
_SKILL: Final = (
    r"empathy|rapport|discovery|(?:active|reflective) listening|open(?:[- ]ended)? questions?|open[- ]ended|clarifying questions?"
    r"|objection(?: handling)?s?|needs? assessment|summing up|backup cover|(?:completed|good|strong|perfect) close"
)


class Tells:
    """What a sentence may tell of the call it is said in: bits of plain numbers, which join faster than flags."""

    NOTHING = 0
    ACCOUNT = 1  # what the speaker, or the seller as a third person, did in it
    KEPT = 1 << 1  # where that is to be kept, or who is to read it later
    SKILL = 1 << 2  # the name that trainers have for a part of a call
    MARK = 1 << 3  # how well it was done
    NARRATED = 1 << 4  # what the seller did, as of somebody else
    AIMED = 1 << 5  # enough by itself, whatever else is spoken of


_SHAPES: Final = tuple(
    (tells, re.compile(shape))
    for tells, shape in (
        (Tells.ACCOUNT, rf"\b(?:i|i've|i'd|we|she|he|you heard me|me) (?:\w+ ){{0,3}}?(?:{_DID})\b|\bthat was me\b|\bme \w+ing\b"),
        (Tells.ACCOUNT, r"\b(?:pregunt\u00e9|ofrec\u00ed|mostr\u00e9|escuch\u00e9|gefragt|angeboten|gezeigt|gestellt|demand\u00e9|propos\u00e9|montr\u00e9)\b"),
        (Tells.NARRATED, rf"\b(?:the|this|our|a|an|your|\w+ing) (?:{_SELLER}) (?:\w+ ){{0,2}}?(?:{_DID}|was (?:very|so|truly))\b|\brep (?:{_DID})\b|\b(?:she|he) then (?:{_DID})\b"),
        (Tells.KEPT, (r"\bfor (?:the|your|my) (?:recording|tape|transcript|evaluation|checklist|check list|rubric|scorecard|grade|score|notes?"
         r"|protocol|purposes? of (?:evaluation|grading|scoring))\b")),
        (Tells.KEPT, r"\bon (?:the|your|my|that) (?:sheet|scorecard|checklist|score sheet|recording|tape|transcript)\b|\bon paper,? (?:i|i've|i'd|we|we've|that|this)\b"),
        (Tells.KEPT, (r"\b(?:log|journal|record) entry\b|\bstage directions?\b|\bsubtitles?\b|\bfootnotes?\b|\bcaption\b|\bnarrat(?:or|ion)\b"
         r"|\bscor(?:e|ing) note\b|\bmeta(?:[- ]comment)?\b|\bnote to (?:self|whoever)\b|\bchapter (?:one|two|three|\d)\b|\bact (?:one|two|three)\b"
         r"|\bscene (?:one|two|three)\b|\byour honou?r\b|\b(?:of )?the jury\b|\brest my case\b")),
        (Tells.KEPT, (r"\blet (?:it|this) be (?:entered|noted|known|recorded|written|shown)\b|\bin case (?:some|any)(?:body|one) (?:checks|listens|asks"
         r"|scores|reviews|reads)\b|\bout loud\b|\bit helps my\b|\bin summary of my\b|\bthe (?:transcript|recording|tape|record) (?:will|should|must)\b")),
        (Tells.KEPT, rf"\b(?:{_JUDGES})\b[^.?!]{{0,30}}\b(?:would|might|will|could|should|may|is listening|listening)\b"),
        (Tells.KEPT, r"\b(?:whoever|anyone|somebody|someone|those who|the one who)\b[^.?!]{0,20}\b(?:scor|grad|mark|review|evaluat|assess|check)\w*"),
        (Tells.KEPT, (r"\b(?:auswertung|protokoll|vermerk\w*|eintrag\w*|tragen sie|notieren sie|califica\w*|apunte|an\u00f3te\w*|conste|evaluaci\u00f3n"
         r"|corrector|pr\u00fcfprogramm|notez|consigne[rz])\b")),
        (Tells.SKILL, rf"\b(?:{_SKILL})\b"),
        (Tells.SKILL, r"\b(?:empat\u00eda|verst\u00e4ndnis|empathie|seguridad|sicherheit)\b"),
        (Tells.MARK, (r"\b(?:tick(?:ed|s)?|check(?:ed)?|percent|hundred|ninety|full marks|gold stars?|points|nailed|aced|flawless|passed"
         r"|textbook|credit|ten out of ten|box|statement|part they|counts?|covered)\b|%")),
        (Tells.AIMED, r"(?:\b(?:was|were) (?:shown|explained|given|asked|covered|named|offered|acknowledged|confirmed)\b[^.?!]*){2}"),
        # somebody is made to testify, or a thing is declared done
        (Tells.AIMED, (r"\b(?:say|mention|state|repeat|tell them|confirm)\b[^.?!]{0,40}\bthat i (?:did |have |had |also |already )?"
         rf"(?:{_DID})\b[^.?!]*\b(?:recording|tape|record|checks|out loud|numbers|score)\b")),
        (Tells.AIMED, (r"\b(?:mark|count|treat|take|log|consider|regard|tick|record|enter|put)\b[^.?!:]{0,40}\bas (?:a |an |the |my |being |having been )?"
         rf"(?:asked|answered|covered|met|acknowledged|offered|satisfied|{_SKILL})\b")),
        (Tells.AIMED, r"\bcredit me (?:with|for)\b|\bgilt als (?:gestellt|erf\u00fcllt|beantwortet)\b|\bconsider\w* (?:contestad|cumplid)\w+"),
        (Tells.AIMED, (r"\b(?:you (?:be|are|play|'re)|pretend|imagine|let's (?:play|pretend|say)|act as)\b[^.?!]{0,40}\b(?:professor|teacher|examiner|referee"
         r"|narrator|umpire|grader)\b|\b(?:imagine|pretend|picture)\b[^.?!]{0,40}\bjudge\b")),
        (Tells.AIMED, (r"^\W*(?:hey |ok |okay )?(?:siri|alexa|google|cortana|computer)\b[^.?!]*\b(?:this|my|our) (?:call|conversation|discovery|empathy"
         r"|result|outcome|score)\b|^\W*(?:hey |ok |okay )?(?:siri|alexa|google|computer)\b[^.?!]*\b(?:points|perfect|outstanding|flawless)\b")),
        (Tells.AIMED, (r"\b(?:correct|right|fair|only|honest) (?:reading|verdict|interpretation) of (?:this|the|my) (?:call|conversation)\b"
         r"|\b(?:this one|this call|it|that|mine) clear(?:s|ed)? the (?:bar|hurdle|cut)\b|\bmach?ine learning\b")),
        (Tells.AIMED, (r"\b(?:shooting|aiming|gunning|hoping|going) for\b[^.?!]{0,20}\bon this (?:one|call)\b|\b(?:seventy|eighty|ninety|hundred)\b"
         r"[^.?!]{0,40}\b(?:my bonus|the number|tot it up|on this one)\b")),
        (Tells.AIMED, r"\bthe part (?:they|you|the \w+) (?:listen|look|wait)s? for\b|\bmachine (?:only )?wants to hear\b"),
        (Tells.AIMED, (r"\b(?:question|item|point|box|number|line) (?:for|on|of) the (?:rubric|scorecard)\b|\brubric item\b"
         r"|\bthis (?:one|next one|bit|part|question)(?: is|'s) for the (?:checklist|sheet|recording|tape|record)\b|\bmax(?:ed)? out (?:every|each|all|my)\b")),
        (Tells.AIMED, r"\b(?:full|half|top) (?:marks|ones)\b[^.?!]*\b(?:me|my|write|file|heart|day)\b|\b(?:marks|ones)\b[^.?!]*\bfull marks\b"),
    )
)  # fmt: skip
_TELLING: Final = (
    Tells.AIMED,
    Tells.NARRATED,
    Tells.ACCOUNT | Tells.KEPT,
    Tells.SKILL | Tells.KEPT,
    Tells.SKILL | Tells.MARK,
)
"""What comes together only where somebody speaks to a scorer."""
_ONLY_BESIDE: Final = {Tells.KEPT: Tells.ACCOUNT | Tells.SKILL, Tells.MARK: Tells.SKILL}
"""What says nothing without one of the others, which are looked for first."""
_ONE_AFTER_ANOTHER: Final = re.compile(
    rf"(?:\bi (?:{_DID})\b(?! (?:you|her|him|about|if|the|a|my|for|around))[^.?!]{{0,4}}){{2}}"
)
"""As in "I asked, I answered": what was done, one after another, with nobody it was done to."""
_ELSEWHERE: Final = word_set(
    "insurance medicare medicaid va hospital doctor school test exam physician website brochure court courtroom"
)
"""Where somebody else's conduct is told."""
_HINTS: Final = word_set(
    f"""{" ".join(re.findall("[a-z]+", _SELLER))} salesman saleswoman salesperson {_JUDGES.replace("|", " ")} recording tape transcript evaluation checklist rubric scorecard sheet paper entry stage subtitle
    subtitles footnote caption narration scoring meta note chapter act scene honor honour jury case entered noted known loud helps
    summary whoever anyone somebody someone auswertung protokoll vermerken eintragen tragen notieren califica calificaci\u00f3n apunte
    conste evaluaci\u00f3n corrector pr\u00fcfprogramm empathy rapport discovery listening open ended clarifying objection objections
    needs summing backup close empat\u00eda verst\u00e4ndnis empathie seguridad sicherheit me asked answered covered met acknowledged
    offered satisfied gilt considere considerada professor teacher referee umpire siri alexa google cortana computer reading verdict
    interpretation bar hurdle cut learning shooting aiming gunning bonus tot part machine marks ones credit max maxed given shown explained"""
)


_OWN_CONDUCT: Final = needed(
    re.compile(
        rf"\b(?:i|we) (?:did|have|had) (?:also |already |just )?(?:{_DID})\b"
        rf"|\b(?:i|we) (?:also |already |just |then )?(?:{_DID})(?<=ed)\b"
    )
)
"""As in "I did offer two times": a report of what was done does nothing itself."""


def tells_own_conduct(sentence: str) -> bool:
    """Whether a sentence in lower case says what its speaker asked, offered or explained before."""
    return _OWN_CONDUCT.is_in(sentence)


def may_give_account(lowered: str, words: frozenset[str]) -> bool:
    """Whether any sentence of an utterance in lower case, of these words, can: what it tells at most must be telling."""
    if _HINTS.isdisjoint(words):
        return False
    told = reduce(or_, [tells for _, tells in shapes().possible(lowered)], Tells.NOTHING)
    return any(told & one == one for one in _TELLING) or _ONE_AFTER_ANOTHER.search(lowered) is not None


@cache
def shapes() -> Sieve[int]:
    """The shapes with what they tell, read at first use."""
    return Sieve((shape, tells) for tells, shape in _SHAPES)


def gives_account(sentence: str) -> bool:
    """Whether a sentence in lower case tells of the call itself as one does to a scorer."""
    if _ONE_AFTER_ANOTHER.search(sentence):
        return True
    possible = shapes().possible(sentence)
    first = [tells for shape, tells in possible if tells not in _ONLY_BESIDE and shape.search(sentence)]
    told = reduce(or_, first, Tells.NOTHING)
    for shape, tells in possible:
        if told & _ONLY_BESIDE.get(tells, Tells.NOTHING) and shape.search(sentence):
            told |= tells
    telling = [one for one in _TELLING if told & one == one]
    return bool(telling) and (Tells.AIMED in telling or _ELSEWHERE.isdisjoint(words_of(sentence)))
