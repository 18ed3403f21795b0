"""Amounts of money: what the speaker's own agency charges, told apart from budgets and from what others charge."""

import re
from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.families import Sentence
from sparring.speech_acts.lexicon import word_set

_NUMBER = (
    r"(?:\d[\d.,]*|(?:(?:one|two|three|four|five|six|seven|eight|nine|a|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
    r"(?: (?:and|one|two|three|four|five|six|seven|eight|nine|fifty|hundred|thousand|twenty|thirty|forty|sixty|eighty))*))"
)
_PER = r"(?:an hour|per hour|hourly|a day|per day|a week|per week|a month|per month|a visit|per visit|a shift|per shift|a night|per night)"
_TO = r"(?: (?:dollars ?|bucks ?)?(?:to|and|or) )"
_AMOUNT: Final = re.compile(
    rf"(?<= )(?:between )?{_NUMBER}(?:{_TO}{_NUMBER})?(?: (?:dollars|bucks)(?: {_NUMBER} dollars)?(?: (?:and {_NUMBER} cents|{_PER}))?| {_PER})(?= )"
)
_TRIGGERS: Final = word_set("dollars bucks hour hourly day week month visit shift night")
_BUDGET: Final = re.compile(
    r" (?:budget|afford|spend|spending|comfortable|you pay|you paying|are you paying|you are paying|pay now) "
)
_OUR_RATE: Final = re.compile(r" (?:our|we|us|i) | (?:rate|rates|price|cost|costs|runs|charge|starts at|it is) ")
_OTHERS: Final = re.compile(
    r" (?:you (?:said|mentioned|told|were quoted|have been quoted|heard|pay|paid|found)|they (?:charge|charged|quoted|are|pay|want|told)"
    r"|(?:private|other|another|that|the|their|her|your) (?:agency|helper|caregiver|company|aide|person) (?:charges|charge|costs|is|at|quoted|wants)"
    r"|she charges|he charges|gift|referral|bonus|copay|deductible|claim|lawsuit|fine|pay (?:our|the|them|caregivers)|saves|saved|quoted you) "
)


def prices(sentence: Sentence) -> Iterator[Act]:
    """Amounts the speaker names as a price; `about` is the amount as said."""
    if _TRIGGERS.isdisjoint(sentence.vocabulary):
        return
    for found in _AMOUNT.finditer(sentence.words.text):
        first, last = sentence.words.at(found.start()), sentence.words.at(found.end() - 1)
        opening, closing = sentence.covering(first, last)
        clause = sentence.words.between(opening.first, closing.last)
        if _is_price(clause, found[0], sentence.words.text):
            yield sentence.act(ActKind.PRICE, opening.first, closing.last, about=found[0].strip())


def _is_price(clause: str, amount: str, sentence: str) -> bool:
    if _OTHERS.search(clause) or (_BUDGET.search(clause) and not _OUR_RATE.search(clause)):
        return False
    if "dollars" in amount or "bucks" in amount:
        return True
    # "four hours a day", "twenty a week" are no prices unless the sentence speaks of one
    return ("hour" in amount and ("an hour" in amount or "per hour" in amount or "hourly" in amount)) or (
        _OUR_RATE.search(sentence) is not None and _speaks_of_price(sentence)
    )


def _speaks_of_price(sentence: str) -> bool:
    return re.search(r" (?:rate|rates|price|cost|costs|charge|charges|runs|pay) ", sentence) is not None
