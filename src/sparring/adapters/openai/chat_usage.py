"""What one answer of a chat model took: as its service reports it, or reckoned from the letters when it does not.

Flows in: a request, the pieces of its answer, and the `usage` of OpenAI's protocol. Flows out: `Tokens`.
"""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Final, Self

from sparring.usage import Meter, Tokens, reckoned, told

CHARS_A_MESSAGE: Final = 16
"""Of what a template puts around one message: 3 tokens and a role, https://cookbook.openai.com, counting tokens."""


def tokens_of(usage: Any, *, service: str, model: str) -> Tokens | None:
    """From `usage` of a completion; None where there is none, or one that says nothing."""
    asked, answered = _whole(usage, "prompt_tokens"), _whole(usage, "completion_tokens")
    if not asked and not answered:
        return None
    cached = min(asked, _whole(getattr(usage, "prompt_tokens_details", None), "cached_tokens"))
    return Tokens(service, model, input=asked - cached, cached_input=cached, output=answered)


def chars_of(messages: Sequence[Mapping[str, str]]) -> int:
    """Letters of a request, with what goes around them."""
    return sum(len(one["content"]) + CHARS_A_MESSAGE for one in messages)


class MeteredAnswer:
    """One answer under way; whatever ends it, the meter is told what it took. A refusal before any of it costs nothing.

    Args:
        meter: of the call.
        service: who is charged for.
        model: likewise, until the service names it itself.
        messages: what is asked.
    """

    def __init__(self, meter: Meter, service: str, model: str, messages: Sequence[Mapping[str, str]]) -> None:
        self._meter, self._service, self._model = meter, service, model
        self._asked_chars, self._answered_chars = chars_of(messages), 0
        self._came, self._reported = False, None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        given_up_on = kind is not None and not issubclass(kind, Exception)
        if self._came or given_up_on:
            self._meter.add_tokens("buyer", self._tokens())

    def take(self, chunk: Any, text: str) -> None:
        """A piece of the answer, and what its chunk says about the whole."""
        self._came = True
        self._answered_chars += len(text)
        self._reported = getattr(chunk, "usage", None) or self._reported
        named = getattr(chunk, "model", None)
        if isinstance(named, str) and named:
            self._model = named

    def _tokens(self) -> Tokens:
        told = tokens_of(self._reported, service=self._service, model=self._model)
        return told or reckoned(
            self._service, self._model, asked_chars=self._asked_chars, answered_chars=self._answered_chars
        )


def _whole(value: Any, name: str) -> int:
    return told(getattr(value, name, None))
