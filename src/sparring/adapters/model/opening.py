"""From settings to a model that words the buyer: which address, which way in, and what is wrong with them.

Flows in: an `Endpoint`. Flows out: a `ChatBuyer`, or ConfigRejected. Nothing is sent.
"""

from sparring.adapters.judge.entra import TokenProvider
from sparring.adapters.judge.profile import profile_of
from sparring.adapters.model.endpoint import Endpoint, client_for, refuse_bare_secrets, tokens_for
from sparring.errors import ConfigRejected
from sparring.ports import BuyerModel

PREFIX = "SPARRING_BUYER"


def open_chat_buyer(endpoint: Endpoint, *, tokens: TokenProvider | None = None) -> BuyerModel:
    """`tokens` stands in for Microsoft Entra's. Raises: ConfigRejected."""
    refuse_bare_secrets(endpoint, prefix=PREFIX)
    profile = profile_of(endpoint.model, endpoint.family)
    try:
        from sparring.adapters.model.chat import ChatBuyer  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "A model that words the buyer needs the package openai: install the extra `model`."
        ) from None
    tokens = tokens or tokens_for(endpoint)
    return ChatBuyer(client_for(endpoint, tokens), model=endpoint.model, profile=profile, tokens=tokens)
