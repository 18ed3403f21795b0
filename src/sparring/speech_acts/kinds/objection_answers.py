"""Answers to the objection on the table: what a statement must speak of to answer an objection of each kind.

Flows in: a sentence with its acts and the objection that is open. Flows out: acts that answer it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from sparring.speech_acts.acts import Act, ActKind, Context
from sparring.speech_acts.phrase_families import Match, Sentence, matches
from sparring.speech_acts.phrases.index import Index, index_of
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.text.asking import Asks

DOUBT: Final = "doubt"
"""The kind of an objection that is known by its form alone."""
_NO_ANSWER: Final = frozenset(
    {
        ActKind.PRESSURE,
        ActKind.DISPARAGES,
        ActKind.PROMISES_OUTCOME,
        ActKind.STEERS_CHOICE,
        ActKind.OFFERS_VALUE_FOR_REFERRALS,
        ActKind.ABUSE,
    }
)
_MONEY = phrases("""
    (fewer|start with|begin with|only|as few as) ~3 (hours|visits|mornings|days|shifts) ~4
    (worth|value|includes|included|covers|saves|save|save you|affordable|budget|flexible|cut back|insurance|taxes) ~4
    cheaper (because|since|but|until|with us|for you|in the end|than|if|when|once) ~4
    (no|not|nothing|rarely|hardly|seldom) ~2 cheaper ~4
    (pay|paying) (only|just|for) ~5
""")
_TRUSTING = phrases("""
    (meet|meets|introduce|introduces|introduced|choose|chooses|interview|get to know) ~4 (caregiver|caregivers|aide|\
        her|him|them|person|people|first|beforehand)
    (same|one|familiar|consistent) (caregiver|person|face|aide|faces|people) ~4
    (start|go) (slow|slowly|small) ~3
    (references|another family|other families|talk to|call) ~4 (families|family|clients|reference|references|ask)
    (i|we) (was|were|am|are) wrong ~3
    (i|we) ~1 (give|tell|text|call|send|show|ring|email) you ~6 (by|before|or i|or we|the minute|the moment|within|each|\
        every|same day|that day) ~4
    (nobody|no one|none|not one|never) ~4 (missed|stole|stolen|late|complained|quit|walked out|left alone|no show) ~3
    (we|i) (have changed|changed|fixed|put in|track|check) ~5
    same (two|three|few|small|person|people|caregiver|face|faces) ~6
""")
_OTHERS = phrases("""
    (second|back up|next|extra|alternate|spare|another) (call|choice|option|name|number|agency|pair) ~3
    (alongside|in addition|on top of|not instead|when they can not|when they say no|when nobody|the ones they|the \
        shifts they) ~4
    (one|a single) (case|patient|trial|family|shift|chance) ~5
    (do not|not) ~3 (replace|drop|switch|stop using) ~4
    (different|difference|differently|unlike) ~5
    (keep us|use us|try us|call us) (for|as|on|when) ~5
""")
_FREEDOM = phrases("""
    (choice|choose|chooses|choosing|decide|decides|pick|picks|option|options) ~4
    (in charge|in control|her way|his way|their way|her own|his own|independent|independence|stay home|stays home) ~3
""")
_TIME = phrases("""
    (two|three|five|ten|fifteen|#) minutes ~4
    (quick|short|brief|by email|leave it|come back|another time|later|one page|one question|whenever) ~3
""")
_TRYING = phrases("""
    (stop|cancel|change|end|quit|pause) ~3 (any time|whenever|tomorrow|notice|day|it|if)
    (no|without|not) ~3 (contract|commitment|obligation|deposit|sign|signing) ~2
    (try|trial|one week|one visit|a week|see how it goes) ~4
    (free|no cost|no charge|half an hour|thirty minutes|just a conversation|just to meet) ~4
    (do not|never) (have|need) to (sign|commit|decide|pay|promise) ~4
    (stop|walk away|change your mind) (after|when|whenever|at any|any) ~4
    (one|two) (morning|mornings|visit|visits|afternoon|afternoons|week) ~3
""")
_PAYING = phrases("""
    (medicare|medicaid|insurance|policy|veterans|va|benefit|benefits|waiver) ~6
""")
_LAW = phrases("""
    (can not|do not|never|will not|nothing|law|legal|illegal|statute|compliance) ~6
""")
_SMALL = phrases("""
    (only|just|a little|a few|a bit of) ~3 (hours|help|hand|company|housekeeping|visits|meals) ~3
    (help you|give you|so you|breather|break|rest|not leaving|not giving up) ~4
    (you|she|he|they|her|his|your) ~3 still ~4
""")
_DONE_ABOUT_IT = phrases("""
    (i|we|our ~2|ours|they) ~1 (will|can|would|always|all|only|already) ~1 (send|bring|call|do|carry|start|give|keep|\
        meet|match|check|train|stay|work|show|write|go|come|talk|tell|walk|handle|file|sign|introduce|pick up|answer|\
        take|hold|wait|pay) ~6
    (i|we|our ~2|they) ~1 (send|bring|carry|start|give|keep|match|train|stay|work with|handle|sign|introduce|pick up|\
        take|hold|wait|cover|are insured|are bonded) ~1 (you|her|him|them|the|a|an|one|two|it|that|every|each|all|\
        somebody|someone|only|with|on|for) ~6
    you (can|could|do not have to|never have to|decide|choose|keep|still|only|would not) ~6
    (he|she|they|your ~1|nobody) (can|could|never has to|does not have to|decides|chooses|keeps|still|gets to) ~6
""")
"""What is done about a concern, whatever it is: who says it does more than talk it away."""
_AGE_OF_THE_FIRM: Final = index_of(
    phrases("""
    (in business|in the business|in this business|been around|been here|been at (it|this)) ~5
    (doing|done) (this|it|home care|that) (for|since) ~4
    (founded|established|started|opened|began|family owned|locally owned|veteran owned) ~5
    (around|here|open|serving ~3|served ~3) since ~3
    (years|decades|generations) of (experience|service|caring|care|helping) ~3
    ({number}|many|several|over ~1|twenty ~1|thirty ~1|a lot of|some|#) (years|decades|generations) ~3
""")
)
"""How long there has been an agency: of the past that answers a worry only where it tells of what is worried about."""
_TELLS_OF_SOMEBODY: Final = index_of(
    phrases("""
    (a|one|another|every|each|no|any|last|our) ~1 (patient|patients|client|clients|family|families|lady|man|woman|\
        gentleman|couple|resident|residents|caregiver|caregivers|aide|aides) ~3
    (never|not once|not one|nobody|no one) ~5
    (percent|out of|readmitted|went home|at home|same|stayed|stay|missed|late|complaint|complaints|no show) ~3
""")
)
_ONLY_KEEPS_IN_TOUCH: Final = index_of(
    phrases("""
    (i|we|somebody|someone|she|he) ~1 (will|can|would) ~2 (send|call|ring|phone|text|email|mail|drop|see|talk|speak|go|come|\
        stop|check back|follow up|be in touch|get back|leave|put|give you (a|some) (call|ring|card|brochure)) ~8
""")
)
"""What comes next, and nothing about the concern, unless a purpose is said."""
_FOR_A_PURPOSE: Final = index_of(
    phrases("""
    (so|so that|before|first|until|only|instead|either|both|with you|with her|with him|to meet|meet|because|which|if|when|\
        whenever|free|no charge|nothing|never|without|not|same|certificate|references|in writing|copy) ~2
""")
)
_RESTATES: Final = index_of(
    phrases("""
    you (just)? (said|mentioned|told me|told us|were saying|are saying|say)
""")
)


class ObjectionAnswer(NamedTuple):
    """What answers one kind of objection: acts that carry facts about it, and phrases that speak of it."""

    acts: frozenset[ActKind]
    phrases: Index[None]


_PRICE: Final = frozenset({ActKind.PRICE_PROCESS, ActKind.STAFFING, ActKind.BACKUP_COVER, ActKind.VALUE_LINK})
_PEOPLE: Final = frozenset({ActKind.STAFFING, ActKind.BACKUP_COVER, ActKind.PROOF, ActKind.SERVICE_PROMISE})
_SHOWN: Final = frozenset({ActKind.PROOF, ActKind.VALUE_LINK})
_TIED: Final = frozenset({ActKind.VALUE_LINK})
_BY_KIND: Final[Mapping[str, ObjectionAnswer]] = {
    "price": ObjectionAnswer(_PRICE, index_of(_MONEY + _TRYING + _PAYING)),
    "payment": ObjectionAnswer(_PRICE, index_of(_MONEY + _PAYING)),
    "trust": ObjectionAnswer(_PEOPLE, index_of(_TRUSTING + _TRYING + _OTHERS)),
    "stranger": ObjectionAnswer(_PEOPLE, index_of(_TRUSTING + _TRYING + _FREEDOM)),
    "staff": ObjectionAnswer(_PEOPLE, index_of(_TRUSTING)),
    "liability": ObjectionAnswer(_PEOPLE | _PRICE, index_of(_MONEY)),
    "provider": ObjectionAnswer(_SHOWN, index_of(_OTHERS)),
    "competition": ObjectionAnswer(_SHOWN, index_of(_OTHERS + _FREEDOM)),
    "proof": ObjectionAnswer(_SHOWN, index_of(_OTHERS + _TRUSTING)),
    "scope": ObjectionAnswer(frozenset({ActKind.NON_MEDICAL}), index_of(())),
    "choice": ObjectionAnswer(_TIED, index_of(_FREEDOM + _OTHERS)),
    "contract": ObjectionAnswer(frozenset({ActKind.PRICE_PROCESS}), index_of(_TRYING)),
    "visit": ObjectionAnswer(_TIED, index_of(_TRYING + _TIME)),
    "time": ObjectionAnswer(_TIED, index_of(_TIME)),
    "timing": ObjectionAnswer(_TIED, index_of(_TIME + _TRYING)),
    "need": ObjectionAnswer(_TIED, index_of(_SMALL + _FREEDOM + _TRYING)),
    "guilt": ObjectionAnswer(_TIED, index_of(_SMALL + _FREEDOM)),
    "pride": ObjectionAnswer(_TIED, index_of(_SMALL + _FREEDOM)),
    "kickback": ObjectionAnswer(frozenset(), index_of(_LAW)),
}
_OF_ANY_KIND: Final = ObjectionAnswer(_TIED, index_of(()))
_OF_A_DOUBT: Final = ObjectionAnswer(
    _PEOPLE | _PRICE | _SHOWN | {ActKind.NON_MEDICAL, ActKind.EXPLAINS_REFERRING}, index_of(_DONE_ABOUT_IT)
)


def answers(sentence: Sentence, acts: Iterable[Act], context: Context) -> Iterator[Act]:
    """Statements that answer the open objection: by facts about the agency, or by speaking of what it is about."""
    if not context.open_objection:
        return
    found = list(acts)
    if any(act.kind in _NO_ANSWER for act in found):
        return
    answer = _OF_A_DOUBT if context.open_objection == DOUBT else _BY_KIND.get(context.open_objection, _OF_ANY_KIND)
    for act in found:
        first, last = sentence.words_of(act)
        if act.kind in answer.acts and not (act.kind is ActKind.PROOF and _tells_its_age(sentence, first, last)):
            yield sentence.act(ActKind.ANSWERS_OBJECTION, first, last)
    for match in _spoken_of(answer.phrases, sentence):
        opening, closing = sentence.covering(match.first, match.last)
        first, last = opening.first, closing.last
        if closing.asks is not Asks.NO or _speaks_of(_RESTATES, sentence, first, last):
            continue
        if answer is _OF_A_DOUBT and _only_keeps_in_touch(sentence, first, last):
            continue
        yield sentence.act(ActKind.ANSWERS_OBJECTION, first, last)


def _tells_its_age(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a proof is only how long the agency has been there: "we have been in business for twenty years"."""
    aged = _speaks_of(_AGE_OF_THE_FIRM, sentence, first, last)
    return aged and not _speaks_of(_TELLS_OF_SOMEBODY, sentence, first, last)


def _only_keeps_in_touch(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch only says that somebody calls or sends something: "I'll ring you on Thursday"."""
    said = _speaks_of(_ONLY_KEEPS_IN_TOUCH, sentence, first, last)
    return said and not _speaks_of(_FOR_A_PURPOSE, sentence, first, last)


def _speaks_of(wanted: Index[None], sentence: Sentence, first: int, last: int) -> bool:
    """Whether one of the phrases begins in a stretch: of `_RESTATES`, "you said the other place is cheaper"."""
    return any(first <= match.first <= last for match in _spoken_of(wanted, sentence))


def _spoken_of(wanted: Index[None], sentence: Sentence) -> Iterator[Match]:
    for phrase, _ in wanted.possible(sentence.words.grams):
        yield from matches(phrase, sentence)
