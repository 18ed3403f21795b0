"""A chat service on loopback that speaks OpenAI's and Azure's wire protocol and fails as a test tells it to.

It checks what the real ones check (path, `api-version`, credentials, parameters a family does not take, the strict
schema), keeps every request, and answers with what `answer` makes of one.
"""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.fakes.http_service import HttpService, JsonHandler
from tests.fakes.structured_outputs import lint

Answer = Callable[[dict[str, Any]], str]
"""A request's body in, the text of the message out."""

KEY = "not-a-real-key"


@dataclass
class Request:
    """What came in."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Reply:
    """What goes out in place of an answer."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    finish_reason: str = "stop"
    refusal: str | None = None
    content: str | None = None
    silent: bool = False  # nothing at all, until the service is closed


def rate_limited(**headers: str) -> Reply:
    """429, with what it asks to wait."""
    error = {"code": "429", "message": "Requests have exceeded the call rate limit of your pricing tier."}
    return Reply(429, {"error": error}, {name.replace("_", "-"): value for name, value in headers.items()})


def filtered_prompt() -> Reply:
    """Azure's 400 when its filter stops the prompt."""
    inner = {"code": "ResponsibleAIPolicyViolation", "content_filter_result": {"jailbreak": {"filtered": True}}}
    error = {"message": "The response was filtered", "param": "prompt", "code": "content_filter", "innererror": inner}
    return Reply(400, {"error": {**error, "status": 400}})


def bad_schema() -> Reply:
    """400 for a schema outside the subset."""
    return Reply(400, {"error": {**_INVALID, "param": "response_format", "code": "invalid_json_schema"}})


def bad_parameter(name: str) -> Reply:
    """400 for a parameter the model does not take."""
    return Reply(400, {"error": {**_INVALID, "param": name, "code": "unsupported_value"}})


_INVALID = {"message": "Invalid request.", "type": "invalid_request_error"}


class JudgeService(HttpService):
    """Use as a context manager.

    Args:
        answer: makes the message's text.
        replies: sent first, one a request, in place of answers.
        azure: paths of deployments with an API version, and the `api-key` header or a bearer token.
        rejects: parameters that bring 400, as this family of models does not take them.
    """

    def __init__(
        self,
        answer: Answer,
        *,
        replies: list[Reply] | None = None,
        azure: bool = False,
        rejects: tuple[str, ...] = (),
        model: str = "o4-mini-2025-04-16",
    ) -> None:
        self.answer, self.replies, self.azure, self.rejects, self.model = answer, replies or [], azure, rejects, model
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        self.bind(_Handler)

    @property
    def url(self) -> str:
        """Of the resource on Azure, of the API elsewhere."""
        return self.root if self.azure else f"{self.root}/v1"

    def take(self, request: Request) -> Reply:
        """Keep a request; what goes out for it."""
        with self._lock:
            self.requests.append(request)
            wrong = self._wrong(request)
            if wrong is not None:
                return wrong
            if self.replies:
                return self.replies.pop(0)
        return Reply(content=self.answer(request.body))

    def _wrong(self, request: Request) -> Reply | None:
        deployment = request.body.get("model", "")
        path = f"/openai/deployments/{deployment}/chat/completions" if self.azure else "/v1/chat/completions"
        if self.azure and request.path == "/openai/v1/chat/completions":
            path = request.path
        if request.path != path or (self.azure and path.startswith("/openai/d") and "api-version" not in request.query):
            return Reply(404, {"error": {"code": "DeploymentNotFound", "message": "No such deployment."}})
        if KEY not in (request.headers.get("api-key"), request.headers.get("authorization", "").split(" ")[-1]):
            return Reply(401, {"error": {"code": "401", "message": "Access denied due to invalid key or token."}})
        refused = next((name for name in self.rejects if name in request.body), None)
        if refused is not None:
            return bad_parameter(refused)
        form = request.body["response_format"]["json_schema"]
        return bad_schema() if not form["strict"] or lint(form["schema"]) else None


class _Handler(JsonHandler):
    service: JudgeService

    def post(self) -> None:
        address = urlsplit(self.path)
        request = Request(address.path, parse_qs(address.query), self.named(), json.loads(self.body()))
        reply = self.service.take(request)
        if reply.silent:
            self.service.closing.wait()
            self.close_connection = True
        else:
            self.answer(reply.status, _message(self.service, reply), reply.headers)


def _message(service: JudgeService, reply: Reply) -> Any:
    if reply.body is not None:
        return reply.body
    message = {"role": "assistant", "content": reply.content, "refusal": reply.refusal}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_770_000_000,
        "model": service.model,
        "choices": [{"index": 0, "message": message, "finish_reason": reply.finish_reason, "logprobs": None}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 300, "total_tokens": 1_200},
    }
