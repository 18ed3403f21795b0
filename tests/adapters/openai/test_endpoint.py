"""How a service is reached: by key, by Microsoft Entra, or by nothing at all."""

import pytest

from sparring.adapters.openai.endpoint import KEPT_OPEN_S, Endpoint, client_for, refuse_bare_secrets, tokens_for
from sparring.errors import ConfigRejected

AZURE = "https://practice.openai.azure.com"


@pytest.mark.parametrize(
    ("endpoint", "way_in", "on_azure"),
    [
        (Endpoint("http://localhost:11434/v1", "llama3.2"), "no key", False),
        (Endpoint("https://api.openai.com/v1", "gpt-4.1", "k"), "key", False),
        (Endpoint(AZURE, "talk", "k"), "key", True),
        (Endpoint(AZURE, "talk"), "Microsoft Entra", True),
        (Endpoint("https://gateway.example.org", "talk", api_version="2025-04-01-preview"), "Microsoft Entra", True),
    ],
)
def test_the_way_in_follows_from_address_and_key(endpoint: Endpoint, way_in: str, *, on_azure: bool) -> None:
    """Nobody says it twice."""
    assert (endpoint.way_in, endpoint.on_azure) == (way_in, on_azure)


def test_tokens_are_only_fetched_where_they_open_something() -> None:
    """An identity is for Azure, and a key takes its place."""
    assert tokens_for(Endpoint(AZURE, "talk")) is not None
    assert tokens_for(Endpoint(AZURE, "talk", "k")) is None
    assert tokens_for(Endpoint("http://localhost:11434/v1", "llama3.2")) is None


def test_the_resource_is_named_with_or_without_its_path() -> None:
    """Portals show it both ways."""
    assert Endpoint(f"{AZURE}/openai/v1/", "talk").resource == Endpoint(AZURE, "talk").resource == AZURE


async def test_a_connection_outlives_a_turn_of_the_rep() -> None:
    """The client's own five seconds would mean a new handshake before most answers."""
    client = client_for(Endpoint("https://api.openai.com/v1", "gpt-4.1", "k"), None)
    assert client._client._transport._pool._keepalive_expiry == KEPT_OPEN_S
    await client.close()


@pytest.mark.parametrize("url", ["http://models.example.org/v1", "https://user:word@models.example.org/v1"])
def test_words_never_travel_in_the_clear_nor_secrets_in_an_address(url: str) -> None:
    """Plain HTTP is for this machine alone."""
    with pytest.raises(ConfigRejected, match="SPARRING_BUYER_URL"):
        refuse_bare_secrets(Endpoint(url, "m"), prefix="SPARRING_BUYER")
    refuse_bare_secrets(Endpoint("http://127.0.0.1:8080/v1", "m"), prefix="SPARRING_BUYER")
