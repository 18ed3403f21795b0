"""Microsoft Entra in place of a key."""

import logging

import pytest

from sparring.adapters.azure.entra import CLASSIC_SCOPE, V1_SCOPE, EntraTokens
from sparring.errors import ConfigRejected

NO_IDENTITY = (
    "AZURE_CLIENT_ID",
    "AZURE_TENANT_ID",
    "AZURE_CLIENT_SECRET",
    "AZURE_FEDERATED_TOKEN_FILE",
    "IDENTITY_ENDPOINT",
    "MSI_ENDPOINT",
)


async def test_a_process_without_an_identity_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No provider's error text passes, and none is logged."""
    from azure.core.exceptions import ClientAuthenticationError  # noqa: PLC0415

    for name in NO_IDENTITY:
        monkeypatch.delenv(name, raising=False)
    tokens = EntraTokens(V1_SCOPE)

    async def refused() -> str:
        raise ClientAuthenticationError("tenant 1234 says no to wombat")

    monkeypatch.setattr(tokens, "_token", refused)
    with caplog.at_level(logging.DEBUG), pytest.raises(ConfigRejected, match="az login") as failure:
        await tokens()
    assert "wombat" not in failure.value.sentence + caplog.text
    await tokens.close()


async def test_a_token_is_the_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the credential gives is what is sent."""
    tokens = EntraTokens(CLASSIC_SCOPE)

    async def given() -> str:
        return "ey.a.token"

    monkeypatch.setattr(tokens, "_token", given)
    assert await tokens() == "ey.a.token"
    await tokens.close()
