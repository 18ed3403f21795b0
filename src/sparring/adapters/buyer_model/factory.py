"""From settings to a model that words the buyer: which address, which way in, and what is wrong with them.

Flows in: an `Endpoint`. Flows out: a `ChatBuyer` or a `RealtimeBuyer`, or ConfigRejected. Nothing is sent.
"""

from sparring.adapters.azure.entra import CLASSIC_SCOPE, EntraTokens, TokenProvider
from sparring.adapters.buyer_model.realtime.buyer import RealtimeBuyer
from sparring.adapters.buyer_model.realtime.handshake import connected
from sparring.adapters.buyer_model.realtime.session import Session
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.openai.endpoint import OPENAI_HOST, Endpoint, Served, client_for, refuse_bare_secrets, tokens_for
from sparring.adapters.openai.profile import profile_of
from sparring.errors import ConfigRejected
from sparring.ports import BuyerModel

PREFIX = "SPARRING_BUYER"


def open_chat_buyer(endpoint: Endpoint, *, tokens: TokenProvider | None = None) -> BuyerModel:
    """`tokens` stands in for Microsoft Entra's. Raises: ConfigRejected."""
    refuse_bare_secrets(endpoint, prefix=PREFIX)
    if "realtime" in endpoint.model.lower():
        raise ConfigRejected(f"{endpoint.model} is a realtime model: set {PREFIX}=realtime, or name a chat model.")
    profile = profile_of(endpoint.model, endpoint.family, setting=f"{PREFIX}_MODEL")
    try:
        from sparring.adapters.buyer_model.chat import ChatBuyer  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "A model that words the buyer needs the package openai: install the extra `model`."
        ) from None
    tokens = tokens or tokens_for(endpoint)
    return ChatBuyer(client_for(endpoint, tokens), Served(endpoint.model, profile, endpoint.service), tokens=tokens)


def open_realtime_buyer(endpoint: Endpoint, *, tokens: TokenProvider | None = None) -> RealtimeBuyer:
    """`tokens` stands in for Microsoft Entra's. Raises: ConfigRejected."""
    refuse_bare_secrets(endpoint, prefix=PREFIX)
    if endpoint.api_version is not None:
        raise ConfigRejected(f"A realtime model has no API version: unset {PREFIX}_API_VERSION.")
    at_openai = endpoint.service == "openai"  # where names tell what a model is; on Azure a deployment has any name
    if at_openai and "realtime" not in endpoint.model.lower():
        raise ConfigRejected(
            f"{PREFIX}=realtime needs a realtime model such as gpt-realtime; {endpoint.model} is none."
        )
    if at_openai and endpoint.key is None:
        raise ConfigRejected(f"{PREFIX}=realtime at {OPENAI_HOST} needs {PREFIX}_KEY.")
    if tokens is None and endpoint.on_azure and endpoint.key is None:
        tokens = EntraTokens(CLASSIC_SCOPE)

    async def opened(wanted: Session) -> Socket:
        return Socket(await connected(endpoint, tokens, wanted), voice=wanted.voice)

    return RealtimeBuyer(opened, name=endpoint.model, service=endpoint.service, tokens=tokens)
