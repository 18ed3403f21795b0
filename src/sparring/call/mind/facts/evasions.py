"""What keeps a buyer from evading twice running: what was dodged is told to who asks on, a story is gone on with.

Flows in: the listener, a question and the part that would answer it. Flows out: that part, or what is said instead.
"""

from sparring.call.mind.decision import SPOKEN_OF, Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of
from sparring.call.mind.facts.followed_up import adds, spoken_of_last
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.not_known.of_a_story import STORY
from sparring.call.mind.state import BuyerState
from sparring.persona import stems

EVADES = frozenset({PartKind.GUARD, PartKind.UNKNOWN})
"""Parts that leave a question unanswered."""
_SAYS_SOMETHING = 3  # words
_MOVES_BACK = 3  # in which what is said again would be heard as the same


def evaded_just_now(state: BuyerState) -> bool:
    """Whether the last move left a question unanswered, and told nothing."""
    kinds = {part.kind for part in state.last}
    return not kinds.isdisjoint(EVADES) and kinds.isdisjoint(SPOKEN_OF)


def not_evaded_twice(listener: AskedBuyer, asked: Question, part: Part) -> Part:
    """`part`, or after an evasion what is told instead of another one."""
    if part.kind not in EVADES or not evaded_just_now(listener.state):
        return part
    if part.kind is PartKind.GUARD:
        return Part(PartKind.TELL, part.ref) if _is_insisted_on(listener, asked, part.ref) else part
    return _gone_on_with(listener, asked, part) if part.ref.startswith(STORY) else part


def _is_insisted_on(listener: AskedBuyer, asked: Question, fact_id: str) -> bool:
    """Whether who asks openly once more for what was dodged, and says something beside it, lacks a kind word alone.

    To take up what was said and to stay with it is one; to go on with a list of questions is none.
    """
    beside = listener.state.rep_said[-1].count(" ") - asked.text.count(" ") if listener.state.rep_said else 0
    if beside < _SAYS_SOMETHING:
        return False
    dodged = any(part.kind is PartKind.GUARD and part.ref == fact_id for part in listener.state.last)
    needs = fact_of(listener.persona, fact_id).needs
    thresholds = listener.persona.thresholds(listener.state.difficulty)
    trusts = listener.rapport.trust >= min(100, needs.trust + thresholds.trust_shift)
    in_place = set(needs.after) <= set(listener.rapport.told)
    return dodged and in_place and trusts and asked.invites and listener.state.difficulty != "hard"


def _gone_on_with(listener: AskedBuyer, asked: Question, part: Part) -> Part:
    """What has not been said yet of a story and has a word of the question, after one has just not known something."""
    said = listener.state.said_lately(_MOVES_BACK)
    for fact in spoken_of_last(listener)[-1:]:
        if any(adds(line, said) and stems(line) & asked.words for line in listener.unsaid(fact)):
            return Part(PartKind.TELL_MORE, fact.id)
    return part
