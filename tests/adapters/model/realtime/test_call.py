"""One call's connection: made while it rings, renewed when nobody speaks, with all that the call asks of it."""

import asyncio

from sparring.adapters.model.endpoint import Endpoint
from sparring.adapters.model.realtime.buyer import RealtimeBuyer
from sparring.adapters.model.realtime.handshake import connected
from sparring.adapters.model.realtime.session import Hears, Session
from sparring.adapters.model.realtime.socket import Socket
from sparring.call.detection import DETECTION
from sparring.ports import BuyerPrompt, Spoken
from tests.adapters.model.realtime.test_socket import until
from tests.fakes.judge_service import KEY
from tests.fakes.phone import spoken
from tests.fakes.realtime_service import RealtimeService

PROMPT = BuyerPrompt("You are Laura.", (Spoken("rep", "Hello."),), "Say that he fell.")


async def test_a_session_is_not_renewed_while_the_rep_speaks() -> None:
    """Only once their turn has come to words; every session is asked for the same."""
    with RealtimeService(texts=("Where does he live?",)) as service:
        endpoint = Endpoint(service.url, "gpt-realtime", KEY)

        async def short_lived(wanted: Session) -> Socket:
            return Socket(await connected(endpoint, None, wanted), renew_after_s=0.0)

        model = RealtimeBuyer(short_lived, name="gpt-realtime", service="openai")
        call = model.for_call()
        uplink = call.hear(Hears("whisper-1", "client", DETECTION["inside", "low"]))
        await call.warm_up()
        await asyncio.sleep(0.01)
        uplink.push(spoken(0, 2))
        assert [word async for word in call.word(PROMPT)]
        assert service.handshakes == 1
        uplink.push(spoken(0, 2))
        assert (await uplink.close_turn().result()).text == "Where does he live?"
        assert [word async for word in call.word(PROMPT)]
        await until(lambda: len(service.connections) == 2 and service.connections[1].sent("session.update"))
        first, second = (one.sent("session.update")[0]["session"] for one in service.connections)
        assert first == second
        await model.close()
