"""What every `BuyerModel` does: words in pieces, calls apart from one another, what it took, and one error of ours."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from dataclasses import dataclass, replace

import pytest

from sparring.adapters.buyer_model.factory import open_chat_buyer, open_realtime_buyer
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import ModelFailed
from sparring.ports import BuyerModel, BuyerPrompt, PromptTurn
from sparring.usage import Meter
from tests.fakes.buyer_models import Script, ScriptedBuyer, failing
from tests.fakes.chat_service import ChatService, Stream
from tests.fakes.judge_service import KEY, Reply
from tests.fakes.realtime_service import RealtimeService, Voiced

ANSWER = "He fell in the kitchen."
PIECES = ("He fell", " in the kitchen.")
PROMPT = BuyerPrompt("You are Laura.", (PromptTurn("rep", "Hello."), PromptTurn("buyer", "Hi.")), "Say that he fell.")
NEXT = replace(PROMPT, heard=(*PROMPT.heard, PromptTurn("rep", "And?"), PromptTurn("buyer", ANSWER)), now="Say when.")


@dataclass(frozen=True)
class Place:
    """How a model's service behaves: well, failing from the first request on, or failing after a piece."""

    opened: Callable[[str], AbstractAsyncContextManager[BuyerModel]]
    counts: bool  # tells what its answers took


@asynccontextmanager
async def _scripted(behaves: str) -> AsyncIterator[BuyerModel]:
    scripts: dict[str, Script] = {
        "well": PIECES,
        "fails": (failing("unavailable"),),
        "breaks off": (PIECES[0], failing("unavailable")),
    }
    yield ScriptedBuyer([scripts[behaves]])


@asynccontextmanager
async def _chat(behaves: str) -> AsyncIterator[BuyerModel]:
    replies: dict[str, list[Stream | Reply]] = {
        "well": [],
        "fails": [Reply(500, {"error": {"message": "own words"}})] * 9,
        "breaks off": [Stream(PIECES[:1], finish=None)],
    }
    with ChatService(lambda _: ANSWER, replies=replies[behaves]) as service:
        model = open_chat_buyer(Endpoint(service.url, "gpt-4.1-mini", KEY))
        yield model
        await model.close()


@asynccontextmanager
async def _realtime(behaves: str) -> AsyncIterator[BuyerModel]:
    failed = {"error": {"code": "server_error", "message": "own words"}}
    replies = {
        "well": [],
        "fails": [Voiced(status="failed", details=failed)] * 9,
        "breaks off": [Voiced(PIECES[:1], status="failed", details=failed)] * 9,
    }
    with RealtimeService(lambda _: ANSWER, replies=replies[behaves]) as service:
        model = open_realtime_buyer(Endpoint(service.url, "gpt-realtime", KEY))
        yield model
        await model.close()


MODELS = {
    "scripted": Place(_scripted, counts=False),
    "chat": Place(_chat, counts=True),
    "realtime": Place(_realtime, counts=True),
}
each = pytest.mark.parametrize("place", MODELS.values(), ids=MODELS)


async def words(model: BuyerModel, prompt: BuyerPrompt = PROMPT) -> str:
    async with aclosing(model.word(prompt)) as pieces:
        return "".join([piece async for piece in pieces])


@each
async def test_the_pieces_of_an_answer_are_the_answer(place: Place) -> None:
    """Joined as they are, one answer after the other, before the call and after it was warmed up."""
    async with place.opened("well") as model, asyncio.timeout(20):
        assert model.name
        call = model.for_call()
        await call.warm_up()
        assert await words(call) == ANSWER
        assert await words(call, NEXT) == ANSWER
        call.hang_up()


@each
async def test_calls_at_once_are_kept_apart(place: Place) -> None:
    """Each has its own answer, and a call that hangs up takes nobody's connection."""
    async with place.opened("well") as model, asyncio.timeout(20):
        one, other = model.for_call(), model.for_call()
        assert list(await asyncio.gather(words(one), words(other))) == [ANSWER, ANSWER]
        one.hang_up()
        assert await words(other, NEXT) == ANSWER
        other.hang_up()


@each
async def test_who_hears_no_more_stops_the_work(place: Place) -> None:
    """An answer that is broken off leaves the call able to ask again."""
    async with place.opened("well") as model, asyncio.timeout(20):
        call = model.for_call()
        async with aclosing(call.word(PROMPT)) as pieces:
            assert ANSWER.startswith(await anext(pieces))
        assert await words(call, NEXT) == ANSWER
        call.hang_up()


@each
async def test_a_failure_is_one_error_of_ours(place: Place) -> None:
    """Raised at the first piece or after those that came, which stand; warming up never fails."""
    async with place.opened("fails") as model, asyncio.timeout(20):
        call = model.for_call()
        await call.warm_up()
        with pytest.raises(ModelFailed) as failed:
            await words(call)
        assert failed.value.sentence
        assert "own words" not in failed.value.sentence
        call.hang_up()
    async with place.opened("breaks off") as model, asyncio.timeout(20):
        call = model.for_call()
        async with aclosing(call.word(PROMPT)) as pieces:
            assert await anext(pieces) == PIECES[0]
            with pytest.raises(ModelFailed):
                await anext(pieces)
        call.hang_up()


@each
async def test_what_an_answer_took_is_told_by_the_end_of_the_call(place: Place) -> None:
    """To that call's meter alone, in tokens; a model of ours takes none."""
    async with place.opened("well") as model, asyncio.timeout(20):
        meter, other = Meter(), Meter()
        call, silent = model.for_call(meter), model.for_call(other)
        await words(call)
        call.hang_up()
        silent.hang_up()
    assert bool(meter.usage()) is place.counts
    assert all(one.amount > 0 and one.unit.endswith("tokens") for one in meter.usage())
    assert not other.usage()
