"""Microsoft Entra in place of a key: tokens for an Azure OpenAI resource, from wherever the process gets its identity.

Managed identity on Azure, workload identity, or `az login` on a desk: `DefaultAzureCredential` finds which. Nothing is
fetched before the first question.
"""

import logging
from typing import Protocol

from sparring.errors import ConfigRejected

CLASSIC_SCOPE = "https://cognitiveservices.azure.com/.default"
"""For addresses with an API version."""
V1_SCOPE = "https://ai.azure.com/.default"
"""For the `/openai/v1/` address, which has none."""


class TokenProvider(Protocol):
    """Gives bearer tokens that are valid now."""

    async def __call__(self) -> str:
        """Raises: ConfigRejected when nobody vouches for this process."""

    async def close(self) -> None:
        """Let go of connections."""


class EntraTokens:
    """Implements `TokenProvider` for one `scope`. Raises: ConfigRejected when the package is not installed."""

    def __init__(self, scope: str) -> None:
        try:
            from azure.core.exceptions import AzureError  # noqa: PLC0415
            from azure.identity.aio import DefaultAzureCredential, get_bearer_token_provider  # noqa: PLC0415
        except ImportError:
            raise ConfigRejected(
                "Microsoft Entra needs the package azure-identity: install Sparring with the extra `azure`."
            ) from None
        logging.getLogger("azure").setLevel(logging.ERROR)  # it tells each way of logging in that it tries
        self._failed, self._credential = AzureError, DefaultAzureCredential()
        self._token = get_bearer_token_provider(self._credential, scope)

    async def __call__(self) -> str:
        """See the protocol."""
        try:
            return await self._token()
        except self._failed:
            raise ConfigRejected(
                "Microsoft Entra knows no identity of this process: give it a managed identity, or run `az login`."
            ) from None

    async def close(self) -> None:
        """See the protocol."""
        await self._credential.close()
