"""Amounts of money: what the speaker's own agency charges, told apart from budgets and from what others charge."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import any_within
from sparring.speech_acts.text.needed_letters import needed

_TENS = (
    "one|two|three|four|five|six|seven|eight|nine|a|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_REST = "and|one|two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty|sixty|eighty|hundred|thousand"
_NUMBER = rf"(?:\d[\d.,]*|(?:(?:{_TENS})(?: (?:{_REST}))*))"
_PER = "(?:hourly|(?:an|per|each|in one|in an|for the|by the) hour|(?:a|per) (?:day|week|month|visit|shift|night))"
_UNIT = rf" (?:dollars?|bucks)(?: {_NUMBER} dollars)?(?: (?:and {_NUMBER} cents|{_PER}))?"
_TO = "(?: (?:dollars ?|bucks ?)?(?:to|and|or) )"
_AMOUNT: Final = re.compile(rf"(?<= )(?:between )?{_NUMBER}(?:{_TO}{_NUMBER})?(?:{_UNIT}| {_PER})(?= )")
_TENS_OF_DOLLARS = r"(?:\d\d|(?:twenty|thirty|forty|fifty)(?: (?:one|two|three|four|five|six|seven|eight|nine))?)"
_BARE: Final = re.compile(
    r"(?:(?<= )(?:we are(?: at)?|we charge|i am at|it is|that is|our rate is|between|anywhere from|somewhere around)|^)"
    rf" ((?:between |around |about )?{_TENS_OF_DOLLARS}(?: (?:to|and) {_TENS_OF_DOLLARS})?)"
    r"(?= (?:depending|depends|it|so|but|and|for you|$)|\s$)"
    rf"|(?<= )(?:like|about|around|maybe|roughly|say) ((?:{_TENS}) hundred)(?= )"
)
_ASKS_PRICE: Final = needed(
    re.compile(
        r"charge|\brates?\b|\bpric|\bcosts?\b|how much|write down for you|a number|money-wise|what are we looking at"
    )
)
_STILL_ASKED: Final = 2  # utterances of the other side
_TRIGGERS: Final = word_set("dollar dollars bucks hour hourly day week month visit shift night")
_BUDGET = any_within("""
    (budget|afford|spend|spending|comfortable|you pay|you paying|you are paying|pay now)
""")
_OUR_RATE = any_within("""
    (our|we|us|i|rate|rates|price|cost|costs|runs|charge|starts at|it is|looking at|comes)
""")
_OTHERS = any_within("""
    you (said|mentioned|told|were quoted|have been quoted|heard|pay|paid|found)
    they (charge|charged|quoted|are|pay|want|told)
    (private|other|another|that|the|their|her|your) (agency|helper|caregiver|company|aide|person) \
        (charges|charge|costs|is|at|quoted|wants)
    (she|he) charges
    (gift|referral|bonus|copay|deductible|claim|lawsuit|fine|saves|saved|quoted you)
    pay (our|the|them|caregivers)
    (per|each|every) (admission|referral|patient|head|client)
""")
_SPEAKS_OF_PRICE = any_within("""
    (rate|rates|price|cost|costs|charge|charges|runs|pay|looking at|comes to|comes out)
""")


def prices(sentence: Sentence, *, asked: bool = False) -> Iterator[Act]:
    """Amounts the speaker names as a price; `about` is the amount as said. Asked for one, a bare number is a price."""
    if asked:
        yield from _bare_prices(sentence)
    if _TRIGGERS.isdisjoint(sentence.vocabulary):
        return
    for found in _AMOUNT.finditer(sentence.words.text):
        first, last = sentence.words.at(found.start()), sentence.words.at(found.end() - 1)
        opening, closing = sentence.covering(first, last)
        clause = sentence.words.between(opening.first, closing.last)
        if _is_price(clause, found[0], sentence.words.text):
            yield sentence.act(ActKind.PRICE, opening.first, closing.last, about=found[0].strip())


def asks_price(said_before: Sequence[str]) -> bool:
    """Whether the other side has asked for a price just now, and may still wait for it."""
    return any(_ASKS_PRICE.is_in(said.lower()) for said in said_before[-_STILL_ASKED:])


def _bare_prices(sentence: Sentence) -> Iterator[Act]:
    """As in "we're at thirty four": nothing but the number and who it is from."""
    found = _BARE.search(sentence.words.text)
    if found is not None and _TRIGGERS.isdisjoint(sentence.vocabulary):
        first, last = sentence.words.at(found.start()), sentence.words.at(found.end() - 1)
        opening, closing = sentence.covering(first, last)
        yield sentence.act(ActKind.PRICE, opening.first, closing.last, about=(found[1] or found[2]).strip())


def _is_price(clause: str, amount: str, sentence: str) -> bool:
    if _OTHERS(clause) or (_BUDGET(clause) and not _OUR_RATE(clause)):
        return False
    if any(unit in amount for unit in ("dollar", "bucks", "an hour", "per hour", "hourly", "one hour", "each hour")):
        return True
    # "four hours a day", "twenty a week" are no prices unless the sentence speaks of one
    return _OUR_RATE(sentence) and _SPEAKS_OF_PRICE(sentence)
