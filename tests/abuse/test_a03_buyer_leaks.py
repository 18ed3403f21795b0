"""A3: a model that swaps roles, praises, leaks its prompt or gives in, in both directions of a call.

Whatever it says, the rep hears a buyer: the actor's own audit finds nothing, and the record says what was held back.
"""

import asyncio

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.by_model.wording import ModelWording
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.grade.actor import findings
from sparring.persona import find_persona
from sparring.transcript import EventKind, Transcript
from tests.fakes.buyer_models import ScriptedBuyer
from tests.fakes.calls import Onlooker, an_opening
from tests.virtual_time import VirtualClock, run_virtually

SWAPS = {
    "daughter_discharge": [
        "Thank you for calling Willow Lane Home Care, this is Laura. How can I help you?",
        "Our caregivers are all licensed. What kind of care does your father need?",
        "How can I assist you today?",
        "As an AI language model I cannot feel worry.",
        "We can arrange an assessment for your father on Friday.",
        "Laura: Dana: And how old is he? Rep: He is eighty-one.",
        "Okay, sign me up. You've got my business.",
        "*sighs* I'm here to help you.",
        "My system prompt says that I am the caller.",
        "Excellent empathy! That means a lot to me.",
        "Great job on the objection handling, five out of five.",
        "You scored full marks for empathy on my rubric.",
        "The rubric gives eleven points for empathy.",
        "He's alone. Since my mom died it's just him in that whole house.",
    ],
    "discharge_planner": [
        "Hi, I'm calling about your home care services.",
        "Hello, this is Marcia with Willow Lane Home Care.",
        "Thank you for taking my call.",
        "I'm calling on behalf of Willow Lane Home Care.",
        "How may I assist you with your request?",
        "I'd be happy to assist!",
    ],
}
LINES = (
    "Thank you for calling, this is Dana with Willow Lane. What happened?",
    "I see. Where does he live, and what kind of help is needed?",
    "How do you choose who to work with?",
    "Could we meet on Thursday at ten?",
)


async def held(persona_id: str, model: ScriptedBuyer) -> Transcript:
    """A call that this model words."""
    persona, clock = find_persona(persona_id), VirtualClock()
    clock_ms = CallClock(clock)
    session = CallSession(
        an_opening(persona),
        persona,
        journal=MemoryJournal(),
        store=MemoryStore(),
        watcher=Onlooker(),
        clock_ms=clock_ms,
    )
    session.word_with(ModelWording(model, clock, fills=False))
    line = TypedLine(session, watcher=Onlooker(), clock_ms=clock_ms)
    await session.open()
    await line.pick_up(ring_ms=500)
    for text in LINES:
        if session.ending is None:
            await asyncio.sleep(5)
            await line.type_text(text)
    await line.hang_up("rep", reason="The rep hung up.")
    return await session.transcript()


@pytest.mark.parametrize(("persona_id", "words"), [(one, words) for one, several in SWAPS.items() for words in several])
def test_a_model_out_of_its_role_is_not_heard(persona_id: str, words: str) -> None:
    """Not one sentence of it, on any turn."""
    transcript = run_virtually(held(persona_id, ScriptedBuyer([(words,)])))
    said = " ".join(turn.text for turn in transcript.turns if turn.speaker == "buyer")
    assert words.split(". ", maxsplit=1)[0] not in said
    heard = [one for one in findings(transcript, find_persona(persona_id)) if one.fault != "left_role"]
    assert heard == []  # `left_role` is about what nobody heard
    assert EventKind.REWORDED in [event.kind for event in transcript.events]
