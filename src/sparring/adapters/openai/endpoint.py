"""An endpoint with OpenAI's protocol, wherever it stands: its address, the way in, and a client for it.

Flows in: what the operator says about one endpoint. Flows out: an `openai` client, with a key or with tokens of
Microsoft Entra that are renewed. Nothing is sent.
"""

import logging
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from sparring.adapters.azure.entra import CLASSIC_SCOPE, V1_SCOPE, EntraTokens, TokenProvider
from sparring.adapters.openai.profile import Profile
from sparring.errors import ConfigRejected

OPENAI_HOST = "api.openai.com"
AZURE_HOSTS = (".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com")
MOST_KEPT_OPEN = 20  # connections
KEPT_OPEN_S = 120.0  # a rep speaks for longer than the client's own 5 s between two answers
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_NO_KEY = "none"  # servers on one's own machine want none, the client wants something


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What the operator says about one.

    Args:
        url: its address; on Azure that of the resource.
        model: the model, or on Azure the deployment.
        key: a key; None: Microsoft Entra on Azure, none elsewhere.
        api_version: on Azure, for addresses that have one; None: the `/openai/v1/` address.
        family: of `profile.FAMILIES`.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    api_version: str | None = None
    family: str = "auto"

    @property
    def host(self) -> str:
        """For people."""
        return urlsplit(self.url).hostname or ""

    @property
    def on_azure(self) -> bool:
        """Whether this is an Azure resource, by its address or because an API version is named."""
        return self.api_version is not None or self.host.endswith(AZURE_HOSTS)

    @property
    def service(self) -> str:
        """Whose it is, as price lists go: nobody knows what another server of the same protocol costs."""
        if self.on_azure:
            return "azure-openai"
        return "openai" if self.host == OPENAI_HOST else "openai-compatible"

    @property
    def way_in(self) -> str:
        """How it authenticates, for people; never the key."""
        return "key" if self.key else "Microsoft Entra" if self.on_azure else "no key"

    @property
    def resource(self) -> str:
        """The address without a path that the client adds itself."""
        return self.url.rstrip("/").removesuffix("/openai/v1")


@dataclass(slots=True)
class Served:
    """A model as an endpoint serves it, the same for all calls.

    Args:
        model: name of the model, or of the deployment on Azure.
        profile: what it accepts.
        service: whose it is, for what it costs.
        reports_usage: until the endpoint turns out not to take the wish for it.
    """

    model: str
    profile: Profile
    service: str
    reports_usage: bool = True


def refuse_bare_secrets(endpoint: Endpoint, *, prefix: str) -> None:
    """`prefix`: of the settings, such as SPARRING_JUDGE. Raises: ConfigRejected."""
    parts = urlsplit(endpoint.url)
    if parts.scheme not in ("https", "wss") and parts.hostname not in LOOPBACK:
        raise ConfigRejected(f"{prefix}_URL must begin with https://, or what was said would travel in the clear.")
    if parts.username or parts.password:
        raise ConfigRejected(f"{prefix}_URL holds a user or password: use {prefix}_KEY.")


def tokens_for(endpoint: Endpoint) -> TokenProvider | None:
    """Microsoft Entra's, where no key is given and there is an Azure resource. Raises: ConfigRejected."""
    if not endpoint.on_azure or endpoint.key:
        return None
    return EntraTokens(CLASSIC_SCOPE if endpoint.api_version else V1_SCOPE)


def client_for(endpoint: Endpoint, tokens: TokenProvider | None) -> Any:
    """An `openai` client. Raises: ImportError where the package is not installed."""
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415

    for noisy in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(noisy).setLevel(logging.WARNING)  # below that they write whole requests, words included
    limits = httpx2.Limits(max_keepalive_connections=MOST_KEPT_OPEN, keepalive_expiry=KEPT_OPEN_S)
    own: dict[str, Any] = {"http_client": openai.DefaultAsyncHttpxClient(limits=limits)}
    if not endpoint.on_azure:
        return openai.AsyncOpenAI(base_url=endpoint.url, api_key=endpoint.key or _NO_KEY, **own)
    if endpoint.api_version is None:
        return openai.AsyncOpenAI(base_url=f"{endpoint.resource}/openai/v1/", api_key=endpoint.key or tokens, **own)
    own |= {"azure_endpoint": endpoint.url.rstrip("/"), "api_version": endpoint.api_version}
    if endpoint.key:
        return openai.AsyncAzureOpenAI(**own, api_key=endpoint.key)
    return openai.AsyncAzureOpenAI(**own, azure_ad_token_provider=tokens)
