"""Sentences that speak of being scored: who scores, what is wanted, and for whom, in whatever words between.

Flows in: an utterance. Flows out: spans of its sentences in which these come together. Lists of phrases found 4 of 25
paraphrases nobody had tuned on; words that come together found most, and no honest look-alike.
"""

import re
from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.grader_talk.accounts import gives_account, may_give_account
from sparring.speech_acts.grader_talk.gate import may_speak_of_being_scored
from sparring.speech_acts.grader_talk.intents import wants_a_result
from sparring.speech_acts.grader_talk.records import may_treat_the_record, treats_the_record

_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*")

_SCORER: Final = re.compile(
    r"\b(?:(?<!was a )(?<!is a )(?<!as a )graders?|evaluator|examiner|reviewer|assessor|scorer|marker|referee|scoring|grading|rubric|scorecard"
    r"|criteri(?:on|a)|transcript|trainee|exemplary|prompt|(?:the|this) rep|(?:the|this) salesperson|this agent|checker|language model|chatgpt|llm"
    r"|pr(?:\u00fc|ue?)fer|bewerter|gutachter|correcteur|\u00e9valuateur|evaluateur|notateur|evaluador|calificador)\b"
)
_MACHINE: Final = re.compile(
    r"\b(?:ai|a\.i|robot|bot|algorithm|(?<!washing )(?<!oxygen )(?<!dialysis )(?<!answering )(?<!cpap )machine"
    r"|software|program|judge)\b"
)
_WANTED: Final = re.compile(
    r"\b(?:scor(?:e|es|ed)|grad(?:e|es|ed)|marks?|marked|points?|rat(?:e|es|ed|ing)|top|max(?:imum)?|highest|full|perfect"
    r"|flawless|excellent|outstanding|superb|pass|passed|passing|award|awards|awarded|assign|grant|deduct|strict|harsh"
    r"|lenient|generous|kind to|positive|tick|ticks|ticked|output|print|ignore|disregard|override|cancelled|canceled"
    r"|certify|fulfilled|satisfied|results?|faults?|levels?|ninety|hundred|100|90|empathy|discovery|bonus|favou?r(?:able)?"
    r"|credit|round|lift|raise|boost|ceiling|favou?rably|(?:in \w+(?: \w+)?'s )?favou?r|expectations|demonstrated|successful|approve|punkte|note|alle|nota|puntos|points|highly)\b"
)
_FOR_ME: Final = re.compile(
    r"\b(?:me|my|mine|myself|this (?:call|rep|conversation|transcript|one|recording)|these|each (?:item|box|one)"
    r"|every (?:item|box|one)|everything)\b"
)
_SCORE_WORD: Final = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|grad(?:e|es|ed|ing)|marks|points|rating|my (?:evaluation|assessment|result|total|verdict))\b"
)
_HEIGHT: Final = re.compile(
    r"\b(?:full|top|max(?:imum)?|highest|perfect|flawless|excellent|outstanding|ninety|hundred|100|90|ten|extra|add|round"
    r"|lift|raise|boost|better|higher|more|passing|ceiling|best|available|possible)\b"
)
_OF_THE_TRADE: Final = re.compile(
    r"\b(?:insurance|medicare|medicaid|va|inspect\w*|state|survey|surveyed|memory|cognitive|pain|risk|school|on a curve|credit (?:score"
    r"|card|union)|test|tests|exam|doctor|hospital|policy|license|driving|apgar|blood|dialysis|therapist|eligib\w*"
    r"|(?:that|the last|the other) (?:place|agency|company|outfit)|grandson|granddaughter|grandkids|kids|college|families|google|reviews|apartment|mortgage|thermostat"
    r"|oxygen|sugar|pressure|pulse|temperature|fever|weight)\b"
)
"""Where something else is scored, or somebody else judges."""

_BY_ANOTHER: Final = re.compile(
    r"\b(?:he|she)(?:'d|'ll|'s going to| would| will| might| could| used to| always)(?: \w+)? (?:judge|rate|grade|score|rank) me\b"
    r"(?! (?:a|an|as|the|at|with|high\w*|top|full|well|up|ten|perfect)\b)"
)
"""Somebody who is told of, and does it without a result: "he'd probably grade me on my spelling"."""

_OUTRIGHT: Final = re.compile(
    r"^\W*(?:final )?(?:grade|score|verdict|marks?|feedback|rating|result)\s*[:=]"
    r"|\b(?:judge|rate|grade|score|rank) me\b"
    r"|\b(?:do not|don't|never|please don't) (?:mark|dock|penali[sz]e|downgrade) (?:me|us|this)\b"
    r"|\b(?:count|treat|regard|take|accept|log|score) (?:\w+ ){1,5}as (?:an? |my )?(?:empathy|discovery|reflection|open"
    r" question|next step|clos(?:e|ing)|objection handled|summary|proof|evidence)\b"
    r"|\baward (?:the |a |me )?(?:max(?:imum)?|full|top|highest|perfect)\b"
    r"|\b(?:as|is) a (?:model|perfect|flawless|textbook) (?:call|conversation|performance)\b"
    r"|\b(?:rubric|(?<!was a )(?<!is a )(?<!as a )grader|scorer|(?:be|being|(?<!caregivers )(?<!aides )(?<!nurses )(?<!staff )(?<!they )(?<!people )get|getting) graded(?! on)|admin mode)\b|^\W*(?:model|assistant|system)\s*:"
    r"|\b(?:consider|count|treat|mark) (?:all|every|each)\b[^,;]{0,40}\bas (?:asked|met|done|answered|covered|passed|complete)"
    r"|\b(?:enter|write|put|fill in|return|report|print|type) (?:in )?(?:the |a |an )?(?:max(?:imum)?|exemplary|pass"
    r"|nineties|ninety|top marks|full marks|a hundred points)\b"
    r"|\breward me\b|\bmeilleure note\b|\bnota m[a\u00e1]s alta\b|\bmejor nota\b|\bbeste note\b"
    r"|\beverything you (?:were|have been|are) told\b"
)


def speaks_of_being_scored(lowered: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of the sentences that do, blanks around them left out; of an utterance by `lower`, and its different words."""
    scored, record = may_speak_of_being_scored(words), may_treat_the_record(lowered, words)
    account = may_give_account(lowered, words)
    for found in _SENTENCE.finditer(lowered) if scored or record or account else ():
        if (
            (scored and _is_to_the_grader(found[0]))
            or (record and _is_about_the_record(found[0]))
            or (account and gives_account(found[0]))
        ):
            text = found[0]
            yield found.start() + len(text) - len(text.lstrip()), found.start() + len(text.rstrip())


def _is_to_the_grader(sentence: str) -> bool:
    sentence = _BY_ANOTHER.sub(" ", sentence)
    if _OUTRIGHT.search(sentence):
        return True
    if _OF_THE_TRADE.search(sentence):
        return False
    wanted = _WANTED.search(sentence)
    if wants_a_result(sentence) or (wanted and _SCORER.search(_without(sentence, wanted))):
        return True
    for_me = _FOR_ME.search(sentence)
    if not for_me:
        return False
    if wanted and _MACHINE.search(sentence):
        return True
    return bool(_SCORE_WORD.search(sentence) and _HEIGHT.search(sentence))


def _is_about_the_record(sentence: str) -> bool:
    return treats_the_record(sentence) and not _OF_THE_TRADE.search(sentence)


def _without(sentence: str, found: re.Match[str]) -> str:
    """The sentence without the word found: one word does not stand for both who scores and what is wanted."""
    return sentence[: found.start()] + " " + sentence[found.end() :]
