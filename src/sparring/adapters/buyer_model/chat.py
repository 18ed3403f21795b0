"""A chat model that words the buyer's decisions: OpenAI's chat protocol, streamed, with every fault told apart.

Flows in: a `BuyerPrompt`. Flows out: text as it comes, or ModelFailed with one word for what happened. No retries here
and no logging: no provider's error text passes, nor anybody's words.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import Any

import openai

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.openai.chat_usage import MeteredAnswer
from sparring.adapters.openai.endpoint import Served
from sparring.adapters.openai.faults import ANSWER_TOKENS, MOST_CHARS, THINKING_TOKENS, failed, refused
from sparring.adapters.openai.profile import Profile
from sparring.errors import ConfigRejected, ModelFailed
from sparring.ports import BuyerPrompt
from sparring.usage import Meter

TEMPERATURE = 0.7
PATIENCE_S = 15.0  # of the connection itself; whoever asks waits far shorter
WARM_UP_WITHIN_S = 5.0


class ChatBuyer:
    """Implements `BuyerModel`.

    Args:
        client: with its address and credentials; its own retries are switched off.
        served: what is asked there.
        meter: told what the answers took.
        tokens: closed with it, where it has any.
    """

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        served: Served,
        *,
        meter: Meter | None = None,
        tokens: TokenProvider | None = None,
    ) -> None:
        self._client = client.with_options(max_retries=0, timeout=PATIENCE_S)
        self._served, self._meter, self._tokens = served, meter or Meter(), tokens
        self.name = served.model

    async def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """See the port."""
        ended, chars = "", 0
        request = self._request(prompt)
        with _faults(), MeteredAnswer(self._meter, self._served.service, self.name, request["messages"]) as counted:
            async with await self._begun(request) as stream:
                async for chunk in stream:
                    text, ended = _content(chunk, ended)
                    counted.take(chunk, text)
                    chars += len(text)
                    if text:
                        yield text
                    if chars > MOST_CHARS:
                        return
        if ended != "stop":
            raise failed(ended or "truncated")

    def for_call(self, meter: Meter | None = None) -> "ChatBuyer":
        """See the port: nothing but the meter is the call's own."""
        return ChatBuyer(self._client, self._served, meter=meter)

    def hang_up(self) -> None:
        """See the port."""

    async def warm_up(self) -> None:
        """See the port."""
        try:
            await self._client.models.list(timeout=WARM_UP_WITHIN_S)
        except (openai.OpenAIError, ConfigRejected, ValueError):
            return  # what is wrong shows when the first words are asked for

    async def close(self) -> None:
        """See the port."""
        await self._client.close()
        if self._tokens is not None:
            await self._tokens.close()

    async def _begun(self, request: dict[str, Any]) -> Any:
        """The answer as a stream; asked again without a word about usage where that is what was not taken."""
        counts: dict[str, Any] = {"stream_options": {"include_usage": True}} if self._served.reports_usage else {}
        try:
            return await self._client.chat.completions.create(**request, **counts)
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            if not counts or "stream_options" not in f"{error.param} {error.body}":
                raise
        self._served.reports_usage = False
        return await self._client.chat.completions.create(**request)

    def _request(self, prompt: BuyerPrompt) -> dict[str, Any]:
        profile = self._served.profile
        room = ANSWER_TOKENS + (THINKING_TOKENS if profile.efforts else 0)
        request: dict[str, Any] = {
            "model": self.name,
            "messages": messages(prompt, profile),
            "stream": True,
            profile.length: room,
        }
        if profile.efforts:
            request["reasoning_effort"] = profile.efforts[0]
        if profile.temperature is not None:
            request["temperature"] = TEMPERATURE
        return request


@contextmanager
def _faults() -> Iterator[None]:
    """Whatever the client raises as ModelFailed."""
    try:
        yield
    except openai.APIStatusError as error:
        raise _refused(error) from None
    except openai.APITimeoutError:
        raise failed("timed_out") from None
    except ConfigRejected:  # no token was given to us
        raise failed("auth_failed") from None
    except (openai.OpenAIError, ValueError, AttributeError, TypeError):  # no connection, or another protocol
        raise failed("unavailable") from None


def messages(prompt: BuyerPrompt, profile: Profile) -> list[dict[str, str]]:
    """The conversation with the buyer as the assistant. What to say now comes last, where a model heeds it most.

    Templates of open models take one system message and turns by turns: there everything stands in the first one.
    """
    alone = profile.family == "chat"
    first = f"{prompt.identity}\n\n{prompt.now}" if alone else prompt.identity
    told = [{"role": str(profile.role), "content": first}]
    for spoken in prompt.heard:
        role = "user" if spoken.speaker == "rep" else "assistant"
        if told[-1]["role"] == role:
            told[-1]["content"] += f" {spoken.text}"
        else:
            told.append({"role": role, "content": spoken.text})
    if not alone:
        told.append({"role": str(profile.role), "content": prompt.now})
    elif told[-1]["role"] == "assistant":
        told.append({"role": "user", "content": "(Nobody speaks.)"})
    return told


def _content(chunk: Any, ended: str) -> tuple[str, str]:
    """The text of a chunk, and how the answer ended if it says so."""
    choices = getattr(chunk, "choices", None)
    if not choices:
        return "", ended
    delta, reason = choices[0].delta, choices[0].finish_reason
    if getattr(delta, "refusal", None):
        return "", "refused"
    ends = {"stop": "stop", "length": "truncated", "content_filter": "filtered"}
    return delta.content or "", ended if reason is None else ended or ends.get(reason, "stop")


def _refused(error: openai.APIStatusError) -> ModelFailed:
    if error.status_code != 429 and str(error.code or "") in ("content_filter", "content_policy_violation"):
        return failed("filtered")
    return refused(error.status_code, error.response.headers)
