"""What the buyer wants to know themselves: when it is asked, asked again, answered and thanked for.

Flows in: the turn and what of the move stands already. Flows out: the parts that ask or thank.
"""

from collections.abc import Iterator, Sequence

from sparring.call.mind.decision import TOLD, Part, PartKind
from sparring.call.mind.facts.disclosure import concerns_whoever_is_here
from sparring.call.mind.heard.asides import PERSONAL
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.not_known.groups import TURN
from sparring.call.mind.state import BuyerState, Rapport
from sparring.call.mind.turn_context import TurnContext
from sparring.persona import OwnQuestion, stems
from sparring.speech_acts import ActKind, Topic

# After these a question of one's own would change the subject
_VOICES_CONCERN = frozenset(
    {PartKind.OBJECT, PartKind.OBJECT_AGAIN, PartKind.OBJECT_FIRST, PartKind.BEHIND, PartKind.SOFTEN, PartKind.NO_TIME}
    | {PartKind.NOT_YET}
)
# What is dodged, or said once more, is no answer to go on from; nor does one change the subject on a kind word
_NO_GROUND = frozenset({PartKind.GUARD, PartKind.RECALL, PartKind.TELL_MORE, PartKind.PUT_RIGHT})
_WHY_NOT = Part(PartKind.NUDGE, "why_not_yet")
_HEARTFELT = frozenset({Topic.FEELINGS, Topic.CONCERN})
SAYS_LITTLE_WORDS = 8  # words, after which a rep who called may be asked what they want
_TAKEN_UP = 2  # words of one's question in what the rep says, for it to be about that
_IN_ANY_SENTENCE = frozenset({"would", "that", "with", "this", "have", "what", "your", "they", "from"})
_EARLY_TURNS = 4  # later nobody asks what a call is about


def own_question(turn: TurnContext, after: Rapport, body: Sequence[Part]) -> list[Part]:
    """What follows the answer: thanks for what was just told, and the next question when there is room for one."""
    if after.agreed or turn.persona.stages[-1].id != turn.persona.stages[after.stage].id:
        return []
    if any(part.kind in _VOICES_CONCERN or part == _WHY_NOT for part in body):
        return []
    left_open = None if turn.reading.asks_back else _left_open(turn, after)
    relieved = any(part.kind in (PartKind.SETTLE, PartKind.NOT_YET) for part in body)  # nothing is pressed for then
    if (
        left_open is not None
        and not (turn.reading.is_question or turn.reading.small_talk or PERSONAL.keys() & turn.reading.asides)
        and not (turn.reading.supposed or turn.reading.wants_verdict)
        and not relieved
    ):
        return [Part(PartKind.WONDER_AGAIN, left_open)]
    answered = answered_now(turn)
    thanks = [Part(PartKind.THANK, answered)] if answered and not body else []
    invited = Aside.ANYTHING_ELSE in turn.reading.asides
    turns_to_it = any(part.kind is PartKind.UNKNOWN and part.ref == TURN for part in body)
    busy = turn.reading.is_question and (turn.state.turn % 3 or _is_moved(turn, body)) and not (invited or turns_to_it)
    if busy:
        return thanks
    question = next((one for one in turn.persona.questions if _is_open(turn, after, one)), None)
    return thanks + ([Part(PartKind.WONDER, question.id)] if question else [])


def _is_moved(turn: TurnContext, body: Sequence[Part]) -> bool:
    """Whether the answer is a matter of the heart, or none to go on from: one's own question would pass it over."""
    if ActKind.EMPATHY in turn.reading.kinds or any(
        part.kind in _NO_GROUND or part.ref.startswith("after.") for part in body
    ):
        return True
    asked = {one.topic for one in turn.reading.asked}
    told = {topic for part in body if part.kind in TOLD for topic in turn.persona.facts_by_id[part.ref].topics}
    return not _HEARTFELT.isdisjoint(asked | told)


def _is_open(turn: TurnContext, after: Rapport, question: OwnQuestion) -> bool:
    if _is_settled_by_talk(turn, after, question):
        return False
    fresh = question.id not in turn.state.wondered and not _answered(turn.state, question)
    belongs = concerns_whoever_is_here(turn.persona, turn.state.rapport, question.stage)
    due = turn.state.turn >= question.from_turn or Aside.ANYTHING_ELSE in turn.reading.asides
    return fresh and belongs and due


def _is_settled_by_talk(turn: TurnContext, after: Rapport, question: OwnQuestion) -> bool:
    """Whether it asks what the call is about, of a rep whose questions on one's work one has answered, or dodged."""
    asks_why_called = ActKind.STATES_PURPOSE in question.answered_by
    return asks_why_called and bool(turn.state.turn > _EARLY_TURNS or after.told or turn.state.dodged)


def _answered(state: BuyerState, question: OwnQuestion) -> bool:
    """Whether the rep has said it by now, asked or not; this turn is counted already."""
    said_so = not set(state.rep_cues).isdisjoint(question.cues)
    return said_so or any(state.heard.get(kind, 0) for kind in question.answered_by)


def _asked_last(turn: TurnContext, *kinds: PartKind) -> Iterator[OwnQuestion]:
    refs = {part.ref for part in turn.state.last if part.kind in kinds}
    return (question for question in turn.persona.questions if question.id in refs)


def answered_now(turn: TurnContext) -> str | None:
    """The own question answered in this turn: the one asked last by what the rep does, an earlier one by its words."""
    for question in turn.persona.questions:
        pending = question.id in turn.state.wondered and f"thank:{question.id}" not in turn.state.used
        if pending and turn.reading.states(question.cues):
            return question.id
    for question in _asked_last(turn, PartKind.WONDER, PartKind.WONDER_AGAIN):
        by_what_it_does = turn.reading.kinds & set(question.answered_by) or turn.reading.says(question.cues)
        if by_what_it_does or _speaks_to(turn, question):
            return question.id
    return None


def _speaks_to(turn: TurnContext, question: OwnQuestion) -> bool:
    """Whether a statement takes up the words of the question: "on the family's bill" after "whose bill is that?"."""
    asked = next((line for line in question.lines if line[1:] in turn.state.said[-1]), "")
    taken_up = (stems(asked) & stems(turn.reading.text)) - _IN_ANY_SENTENCE
    enough = 1 if turn.reading.words > SAYS_LITTLE_WORDS else _TAKEN_UP
    return not turn.reading.is_question and len(taken_up) >= enough


def _left_open(turn: TurnContext, after: Rapport) -> str | None:
    asked = (one for one in _asked_last(turn, PartKind.WONDER) if not _is_settled_by_talk(turn, after, one))
    open_still = (one.id for one in asked if not (_answered(turn.state, one) or _speaks_to(turn, one)))
    return next(open_still, None)
