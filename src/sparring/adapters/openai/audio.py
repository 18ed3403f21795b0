"""OpenAI's audio protocols: a client for them, and what their failures mean to the operator.

Nothing that the service says about a failure is passed on: only its status.
"""

from typing import Any, Final

import openai

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.openai.endpoint import Endpoint, client_for, tokens_for

LIMIT_S: Final = 8.0  # of one request
RETRIES: Final = 1


class AudioClient:
    """An `openai` client that keeps its connections warm, and the tokens it is let in with. Raises: ConfigRejected."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._tokens: TokenProvider | None = tokens_for(endpoint)
        client = client_for(endpoint, self._tokens).with_options(timeout=LIMIT_S, max_retries=RETRIES)
        self.audio: Any = client.audio
        self._client = client

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()
        if self._tokens is not None:
            await self._tokens.close()


def sentence_of(error: openai.OpenAIError, *, part: str, url_setting: str) -> str:
    """What happened and what to do."""
    if not isinstance(error, openai.APIStatusError):
        return f"The endpoint of the {part} cannot be reached: check {url_setting} and the network."
    status, prefix = error.status_code, url_setting.removesuffix("_URL")
    if status in (401, 403):
        return f"The endpoint of the {part} does not let us in ({status}): check {prefix}_KEY."
    if status == 404:
        return f"The endpoint of the {part} has no such address or model: check {url_setting} and {prefix}_MODEL."
    if status == 429:
        return f"The endpoint of the {part} answers no more requests now (429): ask for a higher limit, or wait."
    return f"The endpoint of the {part} refuses what it was asked ({status}): check {prefix}_MODEL and the voice."
