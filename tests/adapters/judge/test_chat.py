"""The chat protocol over real HTTP: what goes out, and everything that can come back."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from sparring import usage
from sparring.adapters.judge.factory import JudgeSettings, open_judge
from sparring.adapters.openai import endpoint
from sparring.errors import ConfigRejected
from sparring.grade.judge.form import judged, section_form
from sparring.ports import JudgeModel, JudgeOutcome, JudgeQuestion, JudgeReply
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import a_rubric
from tests.fakes.judge_service import (
    KEY,
    JudgeService,
    Reply,
    bad_parameter,
    bad_schema,
    filtered_prompt,
    rate_limited,
)
from tests.fakes.judges import answering, nothing

VERSION = "2025-04-01-preview"
QUESTION = JudgeQuestion(
    "Assess the rep.", "<call-1>\n{}\n</call-1>", "form_1", section_form(judged(a_rubric().categories[0]))
)


class Tokens:
    """A `TokenProvider` that gives one token, or none."""

    def __init__(self, token: str | None = KEY) -> None:
        self.token, self.closed = token, False

    async def __call__(self) -> str:
        if self.token is None:
            raise ConfigRejected("Nobody vouches for this process.")
        return self.token

    async def close(self) -> None:
        self.closed = True


@asynccontextmanager
async def opened(service: JudgeService, *, tokens: Tokens | None = None, **changes: Any) -> AsyncIterator[JudgeModel]:
    settings: dict[str, Any] = {"url": service.url, "model": "o4-mini", "key": KEY}
    if service.azure:
        settings["api_version"] = VERSION
    judge, _ = open_judge(JudgeSettings(**(settings | changes)), FakeClock(), tokens=tokens)
    try:
        yield judge
    finally:
        await judge.close()


async def reply_to(service: JudgeService, **options: Any) -> JudgeReply:
    limit_s = options.pop("limit_s", 20.0)
    with service:
        async with opened(service, **options) as judge:
            return await judge.ask(QUESTION, limit_s=limit_s)


def service(*replies: Reply, **options: Any) -> JudgeService:
    return JudgeService(answering(nothing), replies=list(replies), **options)


@pytest.mark.parametrize("azure", [False, True])
async def test_an_answer_comes_back_with_the_models_name(*, azure: bool) -> None:
    """Over OpenAI's address or a deployment's; the text is the filled-in form."""
    asked = service(azure=azure)
    reply = await reply_to(asked)
    assert (reply.outcome, reply.model) == (JudgeOutcome.OK, "o4-mini-2025-04-16")
    assert set(json.loads(reply.text)["criteria"]) == set(QUESTION.schema["properties"]["criteria"]["properties"])
    (request,) = asked.requests
    if azure:
        assert request.path == "/openai/deployments/o4-mini/chat/completions"
        assert request.query == {"api-version": [VERSION]}
        assert request.headers["api-key"] == KEY
    else:
        assert request.path == "/v1/chat/completions"
        assert request.headers["authorization"] == f"Bearer {KEY}"


async def test_the_request_holds_the_strict_form_and_both_texts() -> None:
    """Instructions as developer, the record as user, the schema as it was made, in its order."""
    asked = service()
    await reply_to(asked)
    body = asked.requests[0].body
    assert body["messages"] == [
        {"role": "developer", "content": QUESTION.instructions},
        {"role": "user", "content": QUESTION.material},
    ]
    form = body["response_format"]
    assert form["type"] == "json_schema"
    assert (form["json_schema"]["name"], form["json_schema"]["strict"]) == ("form_1", True)
    assert json.dumps(form["json_schema"]["schema"]) == json.dumps(QUESTION.schema)


@pytest.mark.parametrize(
    ("model", "sent", "kept_back"),
    [
        ("o4-mini", {"max_completion_tokens": 16_000, "reasoning_effort": "medium"}, ("temperature", "max_tokens")),
        ("gpt-5.1", {"max_completion_tokens": 16_000, "reasoning_effort": "medium"}, ("temperature", "max_tokens")),
        ("gpt-4.1", {"max_completion_tokens": 4_000, "temperature": 0.0}, ("reasoning_effort", "max_tokens")),
        ("llama3.3", {"max_tokens": 4_000, "temperature": 0.0}, ("reasoning_effort", "max_completion_tokens")),
    ],
)
async def test_each_family_is_sent_what_it_takes(model: str, sent: dict[str, Any], kept_back: tuple[str, ...]) -> None:
    """A service that refuses the other parameters answers."""
    asked = service(rejects=(*kept_back, "top_p", "seed", "logprobs", "presence_penalty"))
    assert (await reply_to(asked, model=model)).outcome is JudgeOutcome.OK
    assert sent.items() <= asked.requests[0].body.items()


@pytest.mark.parametrize(("model", "effort"), [("gpt-5.2", "xhigh"), ("gpt-5.6-terra", "max"), ("gpt-6-luna", "max")])
async def test_the_highest_effort_of_a_generation_is_sent(model: str, effort: str) -> None:
    """And less of it, if the answer was cut off."""
    with service() as asked:
        async with opened(asked, model=model, effort=effort) as judge:
            await judge.ask(QUESTION, limit_s=20.0)
            await judge.ask(QUESTION, limit_s=20.0, roomier=True)
    assert [request.body["reasoning_effort"] for request in asked.requests] == [effort, "low"]


async def test_more_room_means_twice_the_tokens_and_less_thought() -> None:
    """After a truncated answer."""
    with service() as asked:
        async with opened(asked, effort="high") as judge:
            await judge.ask(QUESTION, limit_s=20.0, roomier=True)
            assert judge.name == "o4-mini, effort high"
    body = asked.requests[0].body
    assert (body["max_completion_tokens"], body["reasoning_effort"]) == (32_000, "low")


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Reply(content=None, refusal="I cannot assess this person."), JudgeOutcome.REFUSAL),
        (Reply(content='{"criteria": {', finish_reason="length"), JudgeOutcome.TRUNCATED),
        (Reply(content="", finish_reason="content_filter"), JudgeOutcome.FILTERED),
        (filtered_prompt(), JudgeOutcome.FILTERED),
        (bad_schema(), JudgeOutcome.SCHEMA_REJECTED),
        (bad_parameter("temperature"), JudgeOutcome.REQUEST_REJECTED),
        (Reply(400, {"error": {"code": "context_length_exceeded", "message": "."}}), JudgeOutcome.REQUEST_REJECTED),
        (Reply(413, {}), JudgeOutcome.REQUEST_REJECTED),
        (Reply(401, {"error": {"code": "401", "message": "."}}), JudgeOutcome.AUTH_FAILED),
        (Reply(403, {}), JudgeOutcome.AUTH_FAILED),
        (Reply(404, {"error": {"code": "DeploymentNotFound", "message": "."}}), JudgeOutcome.NO_SUCH_MODEL),
        (Reply(408, {}), JudgeOutcome.TIMED_OUT),
        (rate_limited(), JudgeOutcome.RATE_LIMITED),
        (Reply(500, {}), JudgeOutcome.UNAVAILABLE),
        (Reply(503, b"<html>Service unavailable</html>"), JudgeOutcome.UNAVAILABLE),
        (Reply(200, b"not json at all"), JudgeOutcome.UNAVAILABLE),
        (Reply(200, {"choices": []}), JudgeOutcome.UNAVAILABLE),
        (Reply(200, {"error": "in a strange place"}), JudgeOutcome.UNAVAILABLE),
        (Reply(200, []), JudgeOutcome.UNAVAILABLE),
        (Reply(200, {"choices": [{"finish_reason": "stop", "message": None}]}), JudgeOutcome.UNUSABLE),
        (Reply(content=None), JudgeOutcome.UNUSABLE),
        (Reply(content="x" * 300_000), JudgeOutcome.UNUSABLE),
    ],
)
@pytest.mark.parametrize("azure", [False, True])
async def test_everything_a_service_may_do_is_told_apart(reply: Reply, outcome: JudgeOutcome, *, azure: bool) -> None:
    """One request, no retry of the client's own, no text but an answer's."""
    asked = service(reply, azure=azure)
    result = await reply_to(asked)
    assert (result.outcome, result.text) == (outcome, "")
    assert len(asked.requests) == 1


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"retry_after": "12"}, 12.0),
        ({"retry_after_ms": "250", "retry_after": "1"}, 0.25),
        ({"retry_after": format_datetime(START + timedelta(seconds=30), usegmt=True)}, 30.0),
        ({"retry_after": format_datetime(START - timedelta(seconds=30), usegmt=True)}, 0.0),
        ({"retry_after": "-3"}, 0.0),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "inf"}, None),
        ({}, None),
    ],
)
async def test_what_the_service_asks_to_wait_is_read(headers: dict[str, str], wait_s: float | None) -> None:
    """Milliseconds, seconds or a date; what cannot be read is as if it were not there."""
    assert (await reply_to(service(rate_limited(**headers)))).retry_after_s == wait_s


async def test_a_service_that_never_answers_is_cut_off() -> None:
    """At the limit, and the connection is let go."""
    assert (await reply_to(service(Reply(silent=True)), limit_s=0.2)).outcome is JudgeOutcome.TIMED_OUT


async def test_a_service_that_is_not_there_is_unavailable() -> None:
    """Nobody listens on the port."""
    gone = service()
    with gone:
        url = gone.url
    judge, _ = open_judge(JudgeSettings(url, "o4-mini", KEY), FakeClock())
    assert (await judge.ask(QUESTION, limit_s=5.0)).outcome is JudgeOutcome.UNAVAILABLE
    await judge.close()


@pytest.mark.parametrize("api_version", [VERSION, None])
async def test_a_token_takes_the_place_of_a_key(api_version: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for with each request, sent as a bearer, closed with the judge; both of Azure's addresses."""
    monkeypatch.setattr(endpoint, "AZURE_HOSTS", ("127.0.0.1",))
    asked, tokens = service(azure=True), Tokens()
    with asked:
        address = JudgeSettings(asked.url, "o4-mini", api_version=api_version)
        judge, _ = open_judge(address, FakeClock(), tokens=tokens)
        assert (await judge.ask(QUESTION, limit_s=20.0)).outcome is JudgeOutcome.OK
        await judge.close()
    assert asked.requests[0].path == (
        "/openai/deployments/o4-mini/chat/completions" if api_version else "/openai/v1/chat/completions"
    )
    assert asked.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert "api-key" not in asked.requests[0].headers
    assert tokens.closed


@pytest.mark.parametrize("token", [None, "expired"])
async def test_without_a_valid_token_authentication_has_failed(token: str | None) -> None:
    """None to be had, or one that the service refuses."""
    reply = await reply_to(service(azure=True), key=None, tokens=Tokens(token))
    assert reply.outcome is JudgeOutcome.AUTH_FAILED


async def test_no_words_and_no_key_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Also when somebody turns every log on."""
    canary = JudgeQuestion("wombat instructions", "wombat material", "form_1", QUESTION.schema)
    with caplog.at_level(logging.DEBUG), service(rate_limited(), Reply(500, {"error": "wombat"})) as asked:
        async with opened(asked) as judge:
            for _ in range(3):
                await judge.ask(canary, limit_s=20.0)
    assert "wombat" not in caplog.text
    assert KEY not in caplog.text


async def test_what_an_answer_took_comes_with_it() -> None:
    """As the service reports it; a service that is silent still read the question, and nobody pays for a refusal."""
    reply = await reply_to(service())
    assert reply.tokens == usage.Tokens("openai-compatible", "o4-mini-2025-04-16", input=900, output=300)
    silent = await reply_to(service(Reply(silent=True)), limit_s=0.1)
    assert silent.tokens is not None
    assert (silent.tokens.estimated, silent.tokens.output) == (True, 0)
    assert silent.tokens.input > 10
    assert (await reply_to(service(rate_limited()))).tokens is None
