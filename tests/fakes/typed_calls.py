"""A typed call that a model words: lines of the rep in; what the page was shown and what was on record out."""

from collections.abc import Sequence

from sparring.adapters.buyer_model.factory import open_chat_buyer, open_realtime_buyer
from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.store.memory import MemoryStore
from sparring.call.by_model.wording import ModelWording
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.persona import Persona
from sparring.transcript import Transcript
from tests.fakes.calls import Onlooker, an_opening
from tests.fakes.chat_service import ChatService
from tests.fakes.judge_service import KEY
from tests.fakes.realtime_service import RealtimeService


async def typed_call(
    service: ChatService | RealtimeService, persona: Persona, lines: Sequence[str]
) -> tuple[Onlooker, Transcript]:
    """Over real HTTP, or a real WebSocket, until the buyer hangs up or the lines are over."""
    shown, clock = Onlooker(), SystemClock()
    clock_ms = CallClock(clock)
    if isinstance(service, ChatService):
        model = open_chat_buyer(Endpoint(service.url, "gpt-4.1-mini", KEY))
    else:
        model = open_realtime_buyer(Endpoint(service.url, "gpt-realtime", KEY))
    session = CallSession(
        an_opening(persona), persona, journal=MemoryJournal(), store=MemoryStore(), watcher=shown, clock_ms=clock_ms
    )
    session.word_with(ModelWording(model, clock, fills=False))
    line = TypedLine(session, watcher=shown, clock_ms=clock_ms)
    await session.open()
    await line.pick_up(ring_ms=500)
    for text in lines:
        if session.ending is None:
            await line.type_text(text)
    await line.hang_up("rep", reason="The rep hung up.")
    await model.close()
    return shown, await session.transcript()
