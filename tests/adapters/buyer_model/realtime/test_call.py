"""One call's connection: made while it rings, renewed when nobody speaks, with all that the call asks of it."""

import asyncio
from collections.abc import Callable
from itertools import pairwise

import pytest

from sparring.adapters.buyer_model.realtime.buyer import RealtimeBuyer
from sparring.adapters.buyer_model.realtime.call import GIVEN_UP_AFTER, PAUSES_S, RealtimeCall
from sparring.adapters.buyer_model.realtime.handshake import connected
from sparring.adapters.buyer_model.realtime.session import Hears, Session
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.openai.faults import failed
from sparring.call.turn_taking.detection import DETECTION
from sparring.errors import HearingFailed, ModelFailed
from sparring.ports import BuyerPrompt, PromptTurn
from tests.adapters.buyer_model.realtime.test_socket import until
from tests.fakes.judge_service import KEY
from tests.fakes.phone import spoken
from tests.fakes.realtime_service import RealtimeService
from tests.virtual_time import run_virtually

PROMPT = BuyerPrompt("You are Laura.", (PromptTurn("rep", "Hello."),), "Say that he fell.")
HEARS = Hears("whisper-1", "client", DETECTION["inside", "low"])


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


def test_a_service_that_is_gone_is_asked_ever_more_rarely_and_then_no_more() -> None:
    """Words that are owed bring another try each time, up to the last one; then whoever waits is told."""

    async def scenario() -> None:
        loop, asked_s, gone = asyncio.get_running_loop(), list[float](), asyncio.Event()

        async def refused(_: Session) -> Socket:
            asked_s.append(loop.time())
            raise failed("unavailable")

        call = RealtimeCall(refused, name="gpt-realtime", service="openai")
        uplink = call.hear(HEARS)
        uplink.listen(on_turn=lambda _: None, on_caption=lambda _: None, on_gone=gone.set)
        uplink.push(spoken(0, 2))
        words = uplink.close_turn()
        await asyncio.wait_for(gone.wait(), 60)
        pauses_s = [round(later - earlier, 2) for earlier, later in pairwise(asked_s)]
        assert pauses_s == [*PAUSES_S[1:], PAUSES_S[-1], PAUSES_S[-1]]
        with pytest.raises(HearingFailed):
            await words.result()
        uplink.push(spoken(0, 2))
        uplink.close_turn()
        await asyncio.sleep(60)
        assert len(asked_s) == GIVEN_UP_AFTER
        with pytest.raises(ModelFailed):
            await call.ready()
        await call.close()

    run_virtually(scenario())


async def test_a_service_that_closes_every_connection_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a real socket; one that brings words in between is not."""
    monkeypatch.setattr("sparring.adapters.buyer_model.realtime.call.PAUSES_S", (0.0, 0.01))
    with RealtimeService(texts=("Where does he live?",)) as service:
        endpoint, gone, begun = Endpoint(service.url, "gpt-realtime", KEY), asyncio.Event(), 0

        async def connection(wanted: Session) -> Socket:
            nonlocal begun
            begun += 1
            return Socket(await connected(endpoint, None, wanted))

        def more_than(before: int) -> Callable[[], bool]:
            return lambda: begun > before

        call = RealtimeCall(connection, name="gpt-realtime", service="openai")
        uplink = call.hear(HEARS)
        uplink.listen(on_turn=lambda _: None, on_caption=lambda _: None, on_gone=gone.set)
        for _ in range(GIVEN_UP_AFTER + 2):
            uplink.push(spoken(0, 2))
            assert (await uplink.close_turn().result()).text
            before = begun
            service.expire()
            await until(more_than(before))  # a new one is on its way, or there already
        assert not gone.is_set()
        uplink.push(spoken(0, 2))
        while not gone.is_set():
            service.expire()
            await asyncio.sleep(0.005)
        assert call._useless == GIVEN_UP_AFTER
        await call.close()


def test_a_call_that_only_lacks_words_goes_on_asking() -> None:
    """It has the persona's own meanwhile."""

    async def scenario() -> None:
        tries = 0

        async def refused(_: Session) -> Socket:
            nonlocal tries
            tries += 1
            raise failed("unavailable")

        call = RealtimeCall(refused, name="gpt-realtime", service="openai")
        for _ in range(2 * GIVEN_UP_AFTER):
            await call.warm_up()
        assert tries == 2 * GIVEN_UP_AFTER
        await call.close()

    run_virtually(scenario())
