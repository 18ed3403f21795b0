"""From settings to a judge that can be asked: which address, which way in, which profile, and what is wrong with them.

Flows in: `JudgeSettings`. Flows out: a `ChatJudge` and remarks for the operator, or ConfigRejected. Nothing is sent.
"""

import logging
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sparring.adapters.judge.entra import CLASSIC_SCOPE, V1_SCOPE, EntraTokens, TokenProvider
from sparring.adapters.judge.profile import profile_of, retirement
from sparring.errors import ConfigRejected
from sparring.ports import Clock, JudgeModel

AZURE_HOSTS = (".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_NO_KEY = "none"  # servers on one's own machine want none, the client wants something


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """What the operator says.

    Args:
        url: address of the endpoint; on Azure that of the resource.
        model: the model, or on Azure the deployment.
        key: a key; None: Microsoft Entra on Azure, none elsewhere.
        api_version: on Azure, for addresses that have one; None: the `/openai/v1/` address.
        family: of `profile.FAMILIES`.
        effort: how much it thinks; None: the profile's own.
    """

    url: str
    model: str
    key: str | None = None
    api_version: str | None = None
    family: str = "auto"
    effort: str | None = None

    @property
    def on_azure(self) -> bool:
        """Whether this is an Azure resource, by its address or because an API version is named."""
        host = urlsplit(self.url).hostname or ""
        return self.api_version is not None or host.endswith(AZURE_HOSTS)

    @property
    def way_in(self) -> str:
        """How it authenticates, for people; never the key."""
        return "key" if self.key else "Microsoft Entra" if self.on_azure else "no key"


def open_judge(
    settings: JudgeSettings, clock: Clock, *, tokens: TokenProvider | None = None
) -> tuple[JudgeModel, tuple[str, ...]]:
    """The judge, and what the operator should know about it. `tokens` stands in for Microsoft Entra's.

    Raises: ConfigRejected.
    """
    _refuse_bare_secrets(settings)
    profile = profile_of(settings.model, settings.family)
    if settings.effort is not None and settings.effort not in profile.efforts:
        taken = ", ".join(profile.efforts) or "none, for it cannot be told"
        raise ConfigRejected(f"SPARRING_JUDGE_EFFORT={settings.effort} is not for {settings.model}; it takes {taken}.")
    try:
        from sparring.adapters.judge.chat import ChatJudge  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected("A model as judge needs the package openai: install the extra `model`.") from None
    for noisy in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(noisy).setLevel(logging.WARNING)  # below that they write whole requests, words included
    if settings.on_azure and not settings.key and tokens is None:
        tokens = EntraTokens(CLASSIC_SCOPE if settings.api_version else V1_SCOPE)
    judge = ChatJudge(
        _client(settings, tokens),
        model=settings.model,
        profile=profile,
        effort=settings.effort,
        clock=clock,
        tokens=tokens,
    )
    return judge, tuple(remarks(settings, clock.now().date()))


def remarks(settings: JudgeSettings, today: date) -> list[str]:
    """What is well-formed and should be changed all the same."""
    ending = retirement(settings.model, today) if settings.on_azure else None
    return [ending] if ending else []


def _refuse_bare_secrets(settings: JudgeSettings) -> None:
    parts = urlsplit(settings.url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise ConfigRejected("SPARRING_JUDGE_URL must begin with https://, or what was said would travel in the clear.")
    if parts.username or parts.password:
        raise ConfigRejected("SPARRING_JUDGE_URL holds a user or password: use SPARRING_JUDGE_KEY.")


def _client(settings: JudgeSettings, tokens: TokenProvider | None) -> Any:
    import openai  # noqa: PLC0415

    if not settings.on_azure:
        return openai.AsyncOpenAI(base_url=settings.url, api_key=settings.key or _NO_KEY)
    if settings.api_version is None:
        base_url = settings.url.rstrip("/").removesuffix("/openai/v1") + "/openai/v1/"
        return openai.AsyncOpenAI(base_url=base_url, api_key=settings.key or tokens)
    address: dict[str, Any] = {"azure_endpoint": settings.url.rstrip("/"), "api_version": settings.api_version}
    if settings.key:
        return openai.AsyncAzureOpenAI(**address, api_key=settings.key)
    return openai.AsyncAzureOpenAI(**address, azure_ad_token_provider=tokens)
