"""One connection: answers told apart, faults told to whoever waits, and nothing asked over a dead line."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from sparring.adapters.buyer_model.realtime.answer import ModelAnswer
from sparring.adapters.buyer_model.realtime.handshake import connected
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt, PromptTurn
from tests.fakes.judge_service import KEY
from tests.fakes.realtime_service import RealtimeService, Voiced

PROMPT = BuyerPrompt("You are Laura.", (PromptTurn("rep", "Hello."), PromptTurn("buyer", "Hi.")), "Say that he fell.")
HE_FELL = Voiced(("He", " fell."))


@asynccontextmanager
async def a_socket(*replies: Voiced, renew_after_s: float = 60.0) -> AsyncIterator[tuple[Socket, RealtimeService]]:
    """Open, to a service that answers so."""
    with RealtimeService(replies=list(replies)) as service:
        socket = Socket(await connected(Endpoint(service.url, "gpt-realtime", KEY), None), renew_after_s=renew_after_s)
        try:
            yield socket, service
        finally:
            await socket.close()


async def heard(answer: ModelAnswer) -> str:
    """All of it."""
    return "".join([word async for word in answer.words()])


async def until(true: Callable[[], Any]) -> None:
    """Wait for another thread, at most two seconds."""
    async with asyncio.timeout(2):
        while not true():
            await asyncio.sleep(0.002)


async def test_words_come_as_they_are_streamed_and_the_service_knows_what_was_said() -> None:
    """Both turns stand in its conversation; the answer does not before it was heard."""
    async with a_socket(HE_FELL) as (socket, service):
        assert await heard(socket.ask(PROMPT)) == "He fell."
        assert service.connections[0].said == [("user", "Hello."), ("assistant", "Hi.")]


async def test_a_model_that_speaks_though_text_was_asked_is_read() -> None:
    """The transcript of its sound is the answer."""
    async with a_socket(Voiced(("He", " fell."), as_audio=True)) as (socket, _):
        assert await heard(socket.ask(PROMPT)) == "He fell."


@pytest.mark.parametrize(
    ("voiced", "outcome", "lost"),
    [
        (Voiced(error={"type": "invalid_request_error", "code": "unknown_parameter"}), "request_rejected", False),
        (Voiced(error={"type": "server_error", "code": "rate_limit_exceeded"}), "rate_limited", False),
        (Voiced(status="failed", details={"error": {"type": "server_error"}}), "unavailable", False),
        (Voiced(("He",), status="incomplete", details={"reason": "content_filter"}), "filtered", False),
        (Voiced(("He",), status="incomplete", details={"reason": "max_output_tokens"}), "truncated", False),
        (Voiced(("He",), closes=1001), "unavailable", True),
        (Voiced(("He",), closes=1006), "unavailable", True),
        (Voiced(("He",), garbage="}{"), "unusable", True),
        (Voiced(("He",), garbage=b"\x00\x01"), "unusable", True),
        (Voiced(("He",), garbage='{"type": "response.done", "response": {"id": []}}'), "unusable", True),
    ],
)
async def test_every_fault_is_told_to_whoever_waits(voiced: Voiced, outcome: str, *, lost: bool) -> None:
    """What was said before it stands, and only a broken connection is given up."""
    async with a_socket(voiced) as (socket, _):
        words: list[str] = []
        with pytest.raises(ModelFailed) as failed:
            await _collect(socket.ask(PROMPT), words)
        assert failed.value.outcome == outcome
        assert words == list(voiced.pieces)
        assert socket.lost.is_set() is lost


async def _collect(answer: ModelAnswer, words: list[str]) -> None:
    async for word in answer.words():
        words.append(word)  # noqa: PERF401 - what came before a fault is kept


async def test_over_a_lost_connection_nothing_is_asked() -> None:
    """It fails at once."""
    async with a_socket() as (socket, service):
        service.expire()
        await socket.lost.wait()
        with pytest.raises(ModelFailed):
            await heard(socket.ask(PROMPT))
        assert service.connections[0].sent("response.create") == []


async def test_an_answer_that_nobody_wants_any_more_is_cancelled() -> None:
    """The rest costs nothing, and does not end up in the next answer."""
    async with a_socket(Voiced(("He", " fell"), status=None), HE_FELL) as (socket, service):
        answer = socket.ask(PROMPT)
        words = answer.words()
        assert await anext(words) == "He"
        socket.leave(answer)
        assert await heard(socket.ask(PROMPT)) == "He fell."
        (cancelled,) = service.connections[0].sent("response.cancel")
        assert cancelled["response_id"] == "resp_1"
        assert not socket.lost.is_set()


async def test_one_that_begins_after_it_was_given_up_is_cancelled_too() -> None:
    """Nobody knew its number before."""
    async with a_socket() as (socket, service):
        answer = socket.ask(PROMPT)
        answer.noticed = True  # the items had been taken in
        socket.leave(answer)
        await until(lambda: service.connections[0].sent("response.cancel"))
        assert not socket.lost.is_set()


async def test_a_line_without_a_sign_of_life_is_dead() -> None:
    """Another try over it would be another silence."""
    async with a_socket(Voiced(unheard=True)) as (socket, _):
        socket.leave(socket.ask(BuyerPrompt("You are Laura.", (), "Say that he fell.")))
        assert socket.lost.is_set()


async def test_what_could_not_be_cancelled_or_forgotten_is_no_fault() -> None:
    """It was over already."""
    async with a_socket() as (socket, service):
        for about in ("cancel-resp_1", "forget-said_1", "ask-77"):
            error = {"type": "invalid_request_error", "code": "x", "event_id": about}
            socket._take({"type": "error", "error": error})
        assert await heard(socket.ask(PROMPT)) == "All right."
        assert len(service.connections) == 1


async def test_a_conversation_that_the_service_did_not_take_is_begun_anew() -> None:
    """It no longer holds what we think it holds."""
    async with a_socket() as (socket, _):
        with pytest.raises(ModelFailed) as failed:
            await heard(socket.ask(BuyerPrompt("You are Laura.", (PromptTurn("rep", ""),), "Say that he fell.")))
        assert failed.value.outcome == "request_rejected"
        assert socket.lost.is_set()


async def test_a_connection_grows_old() -> None:
    """Before the service says so."""
    async with a_socket(renew_after_s=0.01) as (socket, _):
        assert not socket.old
        await until(lambda: socket.old)
        assert await heard(socket.ask(PROMPT)) == "All right."
