"""An endpoint with OpenAI's audio protocols: its address, model and key, and what its failures mean to the operator.

Nothing that the service says about a failure is passed on: only its status.
"""

import logging
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import openai

from sparring.errors import ConfigRejected

LIMIT_S: Final = 8.0  # of one request
RETRIES: Final = 1
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_NO_KEY: Final = "none"  # servers on one's own machine want none, the client wants something


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What is set. Raises: ConfigRejected when what was said would travel in the clear."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise ConfigRejected(
                "A speech endpoint must begin with https://, or what was said would travel in the clear."
            )
        if parts.username or parts.password:
            raise ConfigRejected("A speech endpoint's address holds a user or password: use the setting for its key.")

    @property
    def host(self) -> str:
        """For people."""
        return urlsplit(self.url).hostname or ""

    def client(self) -> openai.AsyncOpenAI:
        """Keeps its connections warm."""
        for noisy in ("openai", "httpx2", "httpcore2"):
            logging.getLogger(noisy).setLevel(logging.WARNING)  # below that they write whole requests, words included
        return openai.AsyncOpenAI(base_url=self.url, api_key=self.key or _NO_KEY, timeout=LIMIT_S, max_retries=RETRIES)


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
