"""A judge behind OpenAI's chat protocol: one request, and everything a service may do with it told apart.

Flows in: a form and two texts. Flows out: a `JudgeReply`. No retries here, no logging, and no provider's error text
passes: only outcomes do.
"""

import asyncio
import email.utils
import json
import math
from dataclasses import replace
from typing import Any

import openai

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.openai.chat_usage import tokens_of
from sparring.adapters.openai.endpoint import Served
from sparring.errors import ConfigRejected
from sparring.ports import Clock, JudgeOutcome, JudgeQuestion, JudgeReply
from sparring.usage import Tokens, reckoned

MOST_ANSWER_CHARS = 262_144
"""No form asks for a longer answer than this; what is longer is not read."""

_BY_STATUS = {
    401: JudgeOutcome.AUTH_FAILED,
    403: JudgeOutcome.AUTH_FAILED,
    404: JudgeOutcome.NO_SUCH_MODEL,
    408: JudgeOutcome.TIMED_OUT,
    409: JudgeOutcome.UNAVAILABLE,
    429: JudgeOutcome.RATE_LIMITED,
}


class ChatJudge:
    """Implements `JudgeModel`.

    Args:
        client: with its address and credentials; its own retries are switched off.
        served: what is asked there.
        effort: how much it thinks, where it can be told.
        clock: for `Retry-After` given as a date.
        tokens: closed with the judge, where it has any.
    """

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        served: Served,
        *,
        effort: str | None,
        clock: Clock,
        tokens: TokenProvider | None = None,
    ) -> None:
        self._client, self._served, self._clock = client.with_options(max_retries=0), served, clock
        self._effort, self._tokens = effort or served.profile.effort, tokens
        self.service, self.model = served.service, served.model
        self.name = f"{served.model}, effort {self._effort}" if self._effort else served.model

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        """See the port."""
        try:
            async with asyncio.timeout(limit_s):
                completion: Any = await self._client.chat.completions.create(**self._request(question, roomier=roomier))
        except (TimeoutError, openai.APITimeoutError):
            return JudgeReply(JudgeOutcome.TIMED_OUT, tokens=self._reckoned(question))
        except openai.APIStatusError as error:
            return JudgeReply(_refused(error), retry_after_s=self._retry_after_s(error))
        except ConfigRejected:  # no token was given to us
            return JudgeReply(JudgeOutcome.AUTH_FAILED)
        except (openai.OpenAIError, ValueError):  # no connection, or an answer in another protocol
            return JudgeReply(JudgeOutcome.UNAVAILABLE)
        served, model = self._served, getattr(completion, "model", None)
        model = model if isinstance(model, str) and model else served.model
        told = tokens_of(getattr(completion, "usage", None), service=served.service, model=model)
        return replace(_reply(completion), tokens=told or self._reckoned(question))

    async def close(self) -> None:
        """See the port."""
        await self._client.close()
        if self._tokens is not None:
            await self._tokens.close()

    def _reckoned(self, question: JudgeQuestion) -> Tokens:
        """Of an answer that nobody counted: what was asked, for it was read."""
        asked_chars = len(question.instructions) + len(question.material) + len(json.dumps(dict(question.schema)))
        return reckoned(self._served.service, self._served.model, asked_chars=asked_chars, answered_chars=0)

    def _request(self, question: JudgeQuestion, *, roomier: bool) -> dict[str, Any]:
        profile = self._served.profile
        request: dict[str, Any] = {
            "model": self._served.model,
            "messages": [
                {"role": profile.role, "content": question.instructions},
                {"role": "user", "content": question.material},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": question.schema_name, "strict": True, "schema": dict(question.schema)},
            },
            profile.length: profile.answer_tokens * (2 if roomier else 1),
        }
        if self._effort:
            lowest = next((effort for effort in profile.efforts if effort in ("minimal", "low")), self._effort)
            request["reasoning_effort"] = lowest if roomier else self._effort
        if profile.temperature is not None:
            request["temperature"] = profile.temperature
        return request

    def _retry_after_s(self, error: openai.APIStatusError) -> float | None:
        """What the service asks to wait: milliseconds, seconds or a date; None when it says nothing readable."""
        headers = error.response.headers
        for name, unit_s in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
            text = headers.get(name, "")
            try:
                wait_s = float(text) * unit_s
            except ValueError:
                continue
            return max(0.0, wait_s) if math.isfinite(wait_s) else None
        try:
            at = email.utils.parsedate_to_datetime(headers.get("retry-after", ""))
        except ValueError:
            return None
        return max(0.0, (at - self._clock.now()).total_seconds()) if at.tzinfo else None


def _refused(error: openai.APIStatusError) -> JudgeOutcome:
    """The outcome of an error status, by its code where the status says too little."""
    if error.status_code not in (400, 422):
        return _BY_STATUS.get(
            error.status_code,
            JudgeOutcome.UNAVAILABLE if error.status_code >= 500 else JudgeOutcome.REQUEST_REJECTED,
        )
    code, parameter = str(error.code or ""), str(error.param or "")
    if code in ("content_filter", "content_policy_violation"):
        return JudgeOutcome.FILTERED
    if "schema" in code or parameter.startswith("response_format"):
        return JudgeOutcome.SCHEMA_REJECTED
    return JudgeOutcome.REQUEST_REJECTED


def _reply(completion: Any) -> JudgeReply:
    """What a completion amounts to. Every field is looked at with care: not every server keeps the protocol."""
    choices = getattr(completion, "choices", None)
    if not choices:
        return JudgeReply(JudgeOutcome.UNAVAILABLE)
    choice, model = choices[0], getattr(completion, "model", None)
    if choice.finish_reason == "length":
        return JudgeReply(JudgeOutcome.TRUNCATED, model=model)
    if choice.finish_reason == "content_filter":
        return JudgeReply(JudgeOutcome.FILTERED, model=model)
    message = getattr(choice, "message", None)
    if getattr(message, "refusal", None):
        return JudgeReply(JudgeOutcome.REFUSAL, model=model)
    text = getattr(message, "content", None)
    if not isinstance(text, str) or len(text) > MOST_ANSWER_CHARS:
        return JudgeReply(JudgeOutcome.UNUSABLE, model=model)
    return JudgeReply(JudgeOutcome.OK, text, model if isinstance(model, str) else None)
