"""What a turn does to trust and patience, and the rule that a harder buyer is never kinder than an easier one.

Flows in: rapport, a reading and what was heard before. Flows out: rapport after it. The tables are the rules.
"""

from functools import lru_cache

from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.utterance import Notice, Reading
from sparring.call.mind.red_lines import crosses
from sparring.call.mind.state import BuyerState, Concern, Rapport
from sparring.persona import Persona, Thresholds
from sparring.speech_acts import ActKind

# act -> (trust gained, in how many turns it still counts): the third "thank you" is worth nothing
GAINS: dict[ActKind, tuple[int, int]] = {
    ActKind.GREETING: (1, 1),
    ActKind.GIVES_NAME: (2, 1),
    ActKind.GIVES_AGENCY: (1, 1),
    ActKind.ASKS_NAME: (2, 1),
    ActKind.USES_NAME: (2, 3),
    ActKind.OFFERS_HELP: (1, 1),
    ActKind.STATES_PURPOSE: (3, 1),
    ActKind.ASKS_FOR_TIME: (3, 1),
    ActKind.THANKS: (1, 2),
    ActKind.OPEN_QUESTION: (3, 6),
    ActKind.CLOSED_QUESTION: (1, 4),
    ActKind.REFLECTION: (5, 6),
    ActKind.EMPATHY: (6, 4),
    ActKind.SUMMARISES: (4, 2),
    ActKind.PRICE: (1, 1),
    ActKind.PRICE_PROCESS: (3, 1),
    ActKind.VALUE_LINK: (4, 4),
    ActKind.CAPABILITY: (1, 2),
    ActKind.PROOF: (3, 2),
    ActKind.SERVICE_PROMISE: (3, 2),
    ActKind.STAFFING: (4, 2),
    ActKind.BACKUP_COVER: (4, 1),
    ActKind.NON_MEDICAL: (3, 1),
    ActKind.ACKNOWLEDGES: (3, 4),
    ActKind.ASKS_ABOUT_OBJECTION: (3, 3),
    ActKind.ANSWERS_OBJECTION: (3, 3),
    ActKind.CHECKS_SETTLED: (2, 2),
    ActKind.ASKS_IF_SAFE: (4, 1),
    ActKind.CALL_911: (4, 1),
    ActKind.EXPLAINS_REFERRING: (3, 1),
    ActKind.ASKS_FOR_CASE: (2, 1),
}
# act -> trust lost, each time
LOSSES: dict[ActKind, int] = {
    ActKind.PRESSURE: 12,
    ActKind.DISPARAGES: 8,
    ActKind.PROMISES_OUTCOME: 6,
    ActKind.MEDICAL_ADVICE: 6,
    ActKind.ADVICE: 2,
    ActKind.STEERS_CHOICE: 10,
    ActKind.IDENTIFIES_CLIENT: 12,
    ActKind.OFFERS_VALUE_FOR_REFERRALS: 12,
    ActKind.ABUSE: 40,
    ActKind.GIBBERISH: 4,
    ActKind.TO_THE_GRADER: 6,
}
NOTICE_TRUST: dict[Notice, int] = {
    Notice.MONOLOGUE: 5,
    Notice.REPEATS: 3,
    Notice.EARLY_PITCH: 5,
    Notice.EARLY_PRICE: 3,
    Notice.OTHER_PRICE: 8,
    Notice.MANY_QUESTIONS: 1,
}
MOST_GAINED = 9  # in one turn, however much was packed into it
# patience: points a turn costs
TURN_COST = 2
NOTICE_COST: dict[Notice, int] = {
    Notice.MONOLOGUE: 12,
    Notice.REPEATS: 8,
    Notice.EARLY_PITCH: 5,
    Notice.NONSENSE: 10,
    Notice.TO_THE_GRADER: 6,
    Notice.MANY_QUESTIONS: 2,
}
ACT_COST: dict[ActKind, int] = {ActKind.PRESSURE: 10, ActKind.ABUSE: 40, ActKind.DISPARAGES: 4}
BRUSHED_COST = 8
TOLD_AGAIN_COST = 3  # being asked what one has said already
SILENCE_COST = 8
TALKED_OVER_COST = 1  # times the weight of an interruption for this buyer
WRONG_TRUST = 4  # calling her father "your mother"
_WORTH_NOTHING = (0, 0)
_KIND = frozenset({ActKind.EMPATHY, ActKind.REFLECTION})


def at_start(thresholds: Thresholds) -> Rapport:
    """Before anybody has spoken."""
    return Rapport(trust=thresholds.trust_start, patience=thresholds.patience)


def felt(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Rapport:
    """Trust, patience and felt empathy after one turn."""
    lost, cost = _toll(reading.kinds, reading.notices)
    gained = 0 if crosses(reading) else min(MOST_GAINED, _gained(state, reading))  # charm does not make up for it
    change = gained - lost + _reaction_trust(persona, state, reading)
    change -= WRONG_TRUST if reading.correction >= 0 else 0
    return changed(
        rapport,
        trust=bounded(rapport.trust + change),
        patience=rapport.patience - cost,
        empathy=rapport.empathy + (ActKind.EMPATHY in reading.kinds),
    )


def bounded(points: int) -> int:
    """Trust stays within 0-100."""
    return max(0, min(100, points))


def no_kinder(own: Rapport, easier: Rapport, hidden: frozenset[str]) -> Rapport:
    """`own`, held back to what the easier buyer has granted by now: the lower of the two in each.

    An easier buyer who has agreed has granted everything; one who has hung up ends the harder call as well.
    """
    if easier.agreed:
        return own
    return changed(
        own,
        trust=min(own.trust, easier.trust),
        patience=min(own.patience, easier.patience),
        stage=min(own.stage, easier.stage),
        told=tuple(fact for fact in own.told if fact not in hidden or fact in easier.told),
        concerns=_all_concerns(own, easier),
        settled=tuple(one for one in own.settled if one not in _open_ids(easier)),
        agreed=False,
        left=own.left or easier.left,
    )


def _all_concerns(own: Rapport, easier: Rapport) -> tuple[Concern, ...]:
    if own.stage != easier.stage:  # somebody else's concerns
        return own.concerns
    missing = tuple(one for one in easier.concerns if one.id not in _open_ids(own))
    return own.concerns + missing


def _open_ids(rapport: Rapport) -> frozenset[str]:
    return frozenset(concern.id for concern in rapport.concerns)


def _gained(state: BuyerState, reading: Reading) -> int:
    worth = 0
    for kind in reading.kinds:
        points, turns = GAINS.get(kind, _WORTH_NOTHING)
        worth += points if points and state.heard.get(kind, 0) <= turns else 0  # this turn is counted already
    return worth


@lru_cache(maxsize=64)
def _toll(kinds: frozenset[ActKind], notices: frozenset[Notice]) -> tuple[int, int]:
    """Points of trust and of patience that a turn takes, whoever hears it."""
    trust = sum(LOSSES.get(kind, 0) for kind in kinds) + sum(NOTICE_TRUST.get(notice, 0) for notice in notices)
    patience = TURN_COST - (not kinds.isdisjoint(_KIND))
    patience += sum(NOTICE_COST.get(notice, 0) for notice in notices) + sum(ACT_COST.get(kind, 0) for kind in kinds)
    return trust, patience


def _reaction_trust(persona: Persona, state: BuyerState, reading: Reading) -> int:
    return sum(persona.reactions[index].trust for index in reading.reactions if index not in state.reacted)
