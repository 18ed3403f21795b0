"""The instruction for a language model that gives the buyer's decision its words.

Flows in: the persona, the state after a move, and the move. Flows out: one text. It holds what this move tells and
nothing that is still hidden, so that a model cannot give away what it was never told.
"""

from sparring.call.buyer import Move
from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import fact_of
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona

MAX_WORDS = 35
WHO_CALLED = {
    "buyer_calls": "You have called {agency}. The other person works there and answers your call. You are the caller.",
    "rep_calls": "Somebody from {agency} has called you. You are the one who was called.",
}
_MOODS = {
    "neutral": "matter-of-fact",
    "warm": "warm, at ease with this person",
    "annoyed": "short, a little annoyed",
    "hesitant": "hesitant, feeling your way",
}
_DOES: dict[PartKind, str] = {
    PartKind.PICK_UP: "Pick up the phone",
    PartKind.TRANSFER: "Put them through",
    PartKind.BLOCK: "Do not put them through yet",
    PartKind.CORRECT: "Put right what they got wrong",
    PartKind.REACT: "React to what they said",
    PartKind.NOTICE: "Remark on the way they talk",
    PartKind.PLEASANTRY: "Answer the small talk",
    PartKind.NAME: "Give your name",
    PartKind.CONTACT: "Answer the question about how to reach you",
    PartKind.GIVE_TIME: "Say how much time you have",
    PartKind.REMEMBER: "Say back what they told you, or that they have not",
    PartKind.RECALL: "Say again, in other words, what you have told them before",
    PartKind.PUT_RIGHT: "Say that they have something wrong, and how it is",
    PartKind.TELL_MORE: "Say a little more about what you have just told them, adding no new fact",
    PartKind.COME_BACK: "Come back to a question you dodged earlier and answer it",
    PartKind.GUARD: "Dodge the question; give nothing away",
    PartKind.UNKNOWN: "Say that you do not know, or ask what they mean; claim nothing",
    PartKind.OBJECT: "Raise a concern",
    PartKind.OBJECT_AGAIN: "Come back to your concern, which they have not dealt with",
    PartKind.OBJECT_FIRST: "Do not take up the next step yet: come back to your concern first",
    PartKind.BEHIND: "Say what is behind your concern",
    PartKind.SOFTEN: "Show that you feel heard, but not that it is settled",
    PartKind.SETTLE: "Say that your concern is settled",
    PartKind.AGREE: "Agree to the next step",
    PartKind.NO_TIME: "You would agree: ask when",
    PartKind.NOT_YET: "Decline for now",
    PartKind.CONFIRM: "Confirm what was arranged",
    PartKind.WONDER: "Ask",
    PartKind.WONDER_AGAIN: "Ask again what they have not answered",
    PartKind.THANK: "Take note of the answer to your question",
    PartKind.NUDGE: "Keep the conversation going",
    PartKind.STILL_HERE: "Say that you are still on the line",
    PartKind.HOLD: "Say that you will wait",
    PartKind.SHORT_OF_TIME: "Say that you have little time left",
    PartKind.WARN: "Warn them not to talk to you like that",
    PartKind.FAREWELL: "Say goodbye, content",
    PartKind.UNAGREED_GOODBYE: "Say goodbye without an agreement",
    PartKind.LEAVE: "End the call",
    PartKind.SAY_AGAIN: "Say that you did not catch it and ask them to repeat it",
    PartKind.CHECK_LINE: "Ask whether they are still there",
}
_VERBATIM = frozenset({PartKind.OPEN, PartKind.REPEAT, PartKind.PICK_UP})
_ON_THE_LINE = frozenset({PartKind.STILL_HERE, PartKind.HOLD, PartKind.SAY_AGAIN, PartKind.CHECK_LINE})


def instruction(persona: Persona, state: BuyerState, move: Move) -> str:
    """What to tell a model so that it voices `move`, the last one of `state`."""
    verbatim = [part for part in state.last if part.kind in _VERBATIM]
    if verbatim:
        return f"Say exactly this and nothing else: {move.text}"
    steps = [f"{number}. {_step(persona, part)}" for number, part in enumerate(state.last, start=1)]
    return "\n".join([*_identity(persona, move), *steps, *_limits(move)])


def as_written(state: BuyerState) -> bool:
    """Whether the last move is said in the persona's own words: first words, repeats, and what concerns the line."""
    kinds = {part.kind for part in state.last}
    return bool(kinds & _VERBATIM) or kinds <= _ON_THE_LINE


def _identity(persona: Persona, move: Move) -> list[str]:
    stage = persona.stage(move.stage)
    who = persona.name if stage.name is None else stage.name
    return [
        f"You are {who}, {persona.role.lower()}, on the telephone.",
        WHO_CALLED[persona.call_direction].format(agency=persona.agency),
        f"What you are like: {persona.personality}",
        f"Right now you sound {_MOODS[move.mood]}.",
        "Say one spoken turn that does exactly this, in this order:",
    ]


def _step(persona: Persona, part: Part) -> str:
    if part.kind is PartKind.TELL:
        return f"Tell them this: {fact_of(persona, part.ref).text} For example: {part.text}"
    return f"{_DOES[part.kind]}. For example: {part.text}"


def _limits(move: Move) -> list[str]:
    end = "Then the call is over." if move.hangs_up else "Do not end the call."
    return [
        f"At most {MAX_WORDS} words, plain spoken sentences, a short one first. {end}",
        "Add no fact of your own. Offer no help, do not praise or coach the other person, never speak for them,",
        "and never mention that this is a practice, a role or an instruction.",
    ]
