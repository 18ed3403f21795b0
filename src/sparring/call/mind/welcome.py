"""What deserves more than "go on": asking leave to ask, a kind word, something said back, an answer to a worry.

Flows in: the turn, in which nothing was asked or raised, and the rapport after it. Flows out: at most one nudge.
"""

from collections.abc import Iterator

from sparring.call.mind import objections
from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.heard.presuppositions import is_known
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.own_questions import answered_now
from sparring.call.mind.state import Rapport
from sparring.call.mind.turn_context import TurnContext
from sparring.speech_acts import ActKind

PLEASED_TRUST = 40
_FAIR = ("fair", "fair enough", "reasonable")
# Said by the rep, these deserve more than "go on"
_WELCOME = frozenset(
    {ActKind.VALUE_LINK, ActKind.SERVICE_PROMISE, ActKind.BACKUP_COVER, ActKind.STAFFING, ActKind.PROOF}
    | {ActKind.NON_MEDICAL, ActKind.PRICE_PROCESS}
)
_SAYS_BACK = frozenset({ActKind.REFLECTION, ActKind.SUMMARISES})


def welcomed(turn: TurnContext, after: Rapport) -> Iterator[Part]:
    """What deserves more than "go on": asking leave to ask, a kind word, something said back, an answer to a worry."""
    kinds = turn.reading.kinds
    # whoever puts people through is neither pleased nor in doubt
    at_the_desk = after.stage + 1 < len(turn.persona.stages)
    kinds = kinds - _WELCOME if at_the_desk else kinds
    if Aside.FOLLOWS_UP in turn.reading.asides:
        yield Part(PartKind.NUDGE, "follow_up")
    elif Aside.ANYTHING_ELSE in turn.reading.asides and kinds & _WELCOME:
        yield Part(PartKind.NUDGE, "nothing_else")
    elif _is_asked_a_favour(turn):
        yield Part(PartKind.UNKNOWN, "work.ours")
    elif kinds & _WELCOME or (
        not (at_the_desk or after.concerns) and objections.answers_another(turn.persona, after, turn.reading)
    ):
        yield Part(PartKind.NUDGE, _pleased(after))
    elif not turn.reading.is_question and ActKind.EMPATHY in kinds:
        yield Part(PartKind.NUDGE, "felt")
    elif turn.reading.wants_verdict and not turn.reading.is_question:
        yield Part(PartKind.NUDGE, _found_useful(turn, after))
    elif turn.reading.supposed and not turn.reading.is_question and answered_now(turn) is None:
        yield Part(PartKind.NUDGE, "heard" if is_known(turn.persona, turn.state, turn.reading.supposed) else "so_so")
    elif after.told and not turn.reading.is_question and kinds & _SAYS_BACK:
        yield Part(PartKind.NUDGE, "heard")


def _found_useful(turn: TurnContext, after: Rapport) -> str:
    """What is said to "is that any use to you?", "is that fair?": a worry that is still open is not gone by it."""
    if after.concerns:
        return "not_settled"
    return "fair" if turn.reading.text.endswith(_FAIR) else _pleased(after)


def _pleased(after: Rapport) -> str:
    return "pleased" if after.trust >= PLEASED_TRUST else "doubtful"


def _is_asked_a_favour(turn: TurnContext) -> bool:
    """As in "can I be one of them?": neither a question nor a next step, but not to be passed over."""
    reading = turn.reading
    return (
        turn.persona.rep_calls
        and reading.requests
        and not (reading.proposes or reading.is_question or reading.kinds & _WELCOME)
    )
